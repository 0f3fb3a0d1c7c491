import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Problem } from '@linkage/contracts';
import { localAddress } from '@linkage/settings';
import type { Config } from '../config';
import { operatorKey } from '../operator/operator-key';

/** The running server refused, in its own words, or what answers is no Linkage. */
export class ServerRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ServerRefused';
  }
}

/** The server does not answer any more, or never did as one; the message says what that means. */
export class ServerWentAway extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ServerWentAway';
  }
}

/**
 * Asks the server that runs here, with the operator key. It is reached at its own port but called by its public name,
 * as a proxy would call it. undefined: nothing answers.
 * @throws ServerRefused, ServerWentAway
 */
export async function askServer<Answer>(
  config: Config,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer | undefined> {
  const { host, port } = localAddress(config.host, config.port);
  const answer = await new Promise<{ readonly status: number; readonly body: string } | undefined>(
    (resolve, reject) => {
      const asked = request(
        {
          host,
          port,
          method,
          path,
          headers: {
            host: new URL(config.publicUrl).host,
            authorization: `Bearer ${operatorKey(config.dataDirectory, config.operatorKey)}`,
            ...(body && { 'content-type': 'application/json' }),
          },
        },
        (reply) => {
          text(reply).then((received) => resolve({ status: reply.statusCode ?? 0, body: received }), brokeOff);
        },
      );
      const brokeOff = (cause: unknown): void =>
        reject(
          new ServerWentAway(
            `What listens at port ${config.port} broke off before it had answered. Is Linkage being stopped? Ask again.`,
            { cause },
          ),
        );
      asked.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNREFUSED' ? resolve(undefined) : brokeOff(error),
      );
      asked.end(body && JSON.stringify(body));
    },
  );
  if (!answer) return undefined;
  if (answer.status >= 300) throw new ServerRefused(reasonOf(answer, config));
  if (answer.status === 204) return {} as Answer;
  const parsed = parsedObject(answer.body);
  if (parsed === undefined) throw new ServerRefused(noLinkage(answer.status, config));
  return parsed as Answer;
}

function reasonOf({ status, body }: { readonly status: number; readonly body: string }, config: Config): string {
  const { detail, code }: Partial<Problem> = parsedObject(body) ?? {};
  if (code === 'wrong-credentials') {
    return `What listens at port ${config.port} has another operator key: set LINKAGE_PORT and LINKAGE_DATA to those of the installation you mean.`;
  }
  return detail ?? noLinkage(status, config);
}

const noLinkage = (status: number, { port }: Config): string =>
  `What listens at port ${port} answered ${status} and is no Linkage, or one without the role web: set LINKAGE_PORT to the port of the installation you mean.`;

/** undefined: it is no JSON, or JSON that Linkage never answers with. */
function parsedObject(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
