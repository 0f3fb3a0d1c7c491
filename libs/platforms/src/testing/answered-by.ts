import type { AccessGrant } from '../connector';
import type { CreateConnector } from '../define-connector';
import type { PlatformRequest } from '../http';

/** Whole answers by names of one's own. */
type AnswersByCall = Readonly<Record<string, unknown>>;

/** Which answer a request gets, by its name; undefined: there is none, which is a mistake of the spec. */
type NameOf = (request: PlatformRequest) => string;

export interface AnswersInMemory {
  readonly answers: AnswersByCall;
  readonly nameOf: NameOf;
}

const memoryNow = new Date('2026-11-23T12:00:00Z');

/** A connector that is answered from memory, with everything granted. */
export function answeredBy(create: CreateConnector, { answers, nameOf }: AnswersInMemory) {
  const connector = create(
    { clientId: 'client', clientSecret: 'secret' },
    {
      clock: { now: () => memoryNow },
      report: () => undefined,
      transport: (request) => {
        const name = nameOf(request);
        if (!Object.hasOwn(answers, name)) throw new Error(`There is no answer called ${name}.`);
        return Promise.resolve(new Response(JSON.stringify(answers[name])));
      },
    },
  );
  const grant: AccessGrant = {
    accessToken: 'access',
    accessExpiresAt: new Date(memoryNow.getTime() + 40 * 86_400_000).toISOString(),
    refreshToken: 'refresh',
    refreshExpiresAt: null,
    issuedAt: memoryNow.toISOString(),
    granted: connector.permissions.map(({ scope }) => scope),
  };
  return { connector, grant };
}
