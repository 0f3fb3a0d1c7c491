import { missingBecause, partLabel, platforms, type PlatformId, type Section } from '@linkage/platform-guide';
import type { AccountIdentity } from '@linkage/published-facts';
import type { AccessGrant, PlatformConnector } from '../connector';
import { connectorOf } from '../connectors';
import { troubleOf, type PlatformTrouble } from '../errors';
import { isObject, type PlatformRequest, type UnexpectedAnswer } from '../http';
import { jsonOrNothing } from '../http/bounded-body';
import type { Loss } from '../loss';
import type { AccountReader, ContentBatch } from '../reading';
import { isLikeCall, isSameCall } from './call-name';
import { failureOf, givesBack, type Effect } from './failure-of';
import { onlyOf, permissionFor } from './only-of';
import type { Purpose, RecordedCall, RecordedPlatform } from './recorded-platform';

/** An answer of a platform as it was recorded. `body` is its text, whatever that is. */
export interface RecordedAnswer {
  readonly platform: string;
  /** By the path of the platform's documentation, such as `GET /me`. */
  readonly call: string;
  readonly status: number;
  readonly body: string;
}

/** What a connector makes of it. */
export interface MappedAnswer {
  readonly platform: PlatformId;
  readonly call: string;
  readonly status: number;
  /** `read`, `read-in-part`, or what the platform said instead. */
  readonly outcome: 'read' | 'read-in-part' | Loss['lost'] | PlatformTrouble['outcome'];
  /** What that does to an account. */
  readonly effect: Effect;
  /** What users see of it, sentence by sentence. */
  readonly words: readonly string[];
  readonly trouble: PlatformTrouble | null;
  readonly snapshot: object | null;
  readonly missing: readonly {
    readonly section: Section;
    readonly part: string;
    readonly reason: string;
    readonly reportId: string;
    /** That is missing, by the platform's own name. */
    readonly permission?: string;
  }[];
  readonly reports: readonly UnexpectedAnswer[];
}

/** There is no such platform or call; the message says which there are. */
export class UnknownCall extends Error {}

/**
 * Maps a recorded answer with the platform's own connector; what it does not say is answered with nothing.
 * @throws UnknownCall
 */
export async function mapRecorded(recorded: RecordedAnswer): Promise<MappedAnswer> {
  const { id, create, recording, call: given } = find(recorded);
  const call = { ...given, call: given.items?.list ?? given.call };
  const answer = asAnswered(recorded, given);
  const reports: UnexpectedAnswer[] = [];
  const connector = create(
    { clientId: 'recorded', clientSecret: 'recorded-client-secret' },
    {
      clock: { now: () => recording.now?.(parse(answer.body), call.call) ?? new Date() },
      report: (report) => void reports.push(report),
      transport: replay(recording, call, answer),
    },
  );
  const what = { platform: id, call: given.call, status: recorded.status };
  const isOwn = ({ reportId }: Loss): boolean =>
    !reports.some((report) => report.reportId === reportId && isOfAnother(report, recording, call, recorded));
  try {
    const { snapshot, missing } = await read(connector, id, call, isRefresh(recorded), isOwn);
    const named = new Set(missing.map(({ loss }) => loss.reportId));
    const own = reports.filter(({ reportId }) => named.has(reportId));
    const nothing = Object.keys(snapshot).length === 0 && missing.length === 0 ? { words: [unread(id)] } : {};
    return { ...what, ...resultOf(id, call, missing), ...nothing, snapshot, reports: own };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    return {
      ...what,
      ...failureOf(id, call, trouble, isRefresh(recorded)),
      trouble,
      snapshot: null,
      missing: [],
      reports,
    };
  }
}

/** An answer with single items as the list that Linkage asks for. */
function asAnswered(recorded: RecordedAnswer, { items }: RecordedCall): RecordedAnswer {
  const body = jsonOrNothing(recorded.body);
  return items === undefined || !isObject(body) ? recorded : { ...recorded, body: JSON.stringify(items.asList(body)) };
}

function find({ platform, call }: RecordedAnswer) {
  const id = platform as PlatformId;
  const connector = Object.hasOwn(connectorOf, platform) ? connectorOf[id] : undefined;
  if (connector === undefined)
    throw new UnknownCall(`There is no connector for "${platform}". There are ${Object.keys(connectorOf).join(', ')}.`);
  const { create, recorded: recording } = connector;
  const named = (is: typeof isSameCall) =>
    recording.calls.find((known) => [known.call, ...(known.also ?? [])].some((name) => is(name, call)));
  const found = named(isSameCall) ?? named(isLikeCall);
  if (found !== undefined) return { id, create, recording, call: found };
  const calls = recording.calls.map((known) => known.call).join(', ');
  throw new UnknownCall(`${platforms[id].name} has no call "${call.trim()}" here. It has ${calls}.`);
}

/**
 * Where one address gives both the first tokens and further ones, a query says which: `POST
 * /token?grant_type=refresh_token`. Some refusals name what they refuse.
 */
const isRefresh = ({ call, body }: RecordedAnswer): boolean => {
  const said = parse(body);
  const { error_description: description, message } = isObject(said) ? said : {};
  return call.includes('refresh') || [description, message].some((text) => /refresh[ _]token/i.test(String(text)));
};

/** Stands for an answer that was not recorded: a status that no platform has, nor the recorded answer. */
const notRecorded = ({ status }: RecordedAnswer): number => (status === 418 ? 417 : 418);

/** What is lost because of an answer that was not recorded is none of the recorded one's. */
const isOfAnother = (
  report: UnexpectedAnswer,
  { calls }: RecordedPlatform,
  { call }: RecordedCall,
  recorded: RecordedAnswer,
): boolean =>
  report.status === notRecorded(recorded) ||
  (report.call !== call && calls.some((other) => other.call === report.call));

const unread = (id: PlatformId): string =>
  `Nothing of it is read: Linkage asks ${platforms[id].spoken} for other data by this call.`;

/** The recorded answer where it belongs, and good ones with nothing in them for all other calls. */
const replay =
  (recording: RecordedPlatform, { call }: RecordedCall, recorded: RecordedAnswer) =>
  (request: PlatformRequest): Promise<Response> => {
    const { status, body } = recorded;
    const parsed = parse(body);
    if (request.call !== call || recording.isLaterPage?.(request) === true)
      return Promise.resolve(Response.json(recording.blank(request, parsed, call)));
    if (recording.answers?.(request, parsed) === false)
      return Promise.resolve(Response.json({}, { status: notRecorded(recorded) }));
    return Promise.resolve(new Response([101, 204, 205, 304].includes(status) ? null : body, { status }));
  };

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};

interface ReadAnswer {
  readonly snapshot: object;
  readonly missing: readonly { readonly section: Section; readonly part: string; readonly loss: Loss }[];
}

async function read(
  connector: PlatformConnector,
  id: PlatformId,
  call: RecordedCall,
  refreshes: boolean,
  isOwn: (loss: Loss) => boolean,
): Promise<ReadAnswer> {
  if (call.for.includes('accounts')) return { snapshot: await accountsOf(connector), missing: [] };
  if (call.for.includes('access')) return { snapshot: await accessBy(connector, call.call, refreshes), missing: [] };
  const grant = grantOf(connector);
  const identity = call.for.includes('identity') ? await connector.identify(grant) : undefined;
  const reader = await connector.open(grant);
  const { snapshot, missing } = onlyOf(id, call, await sectionsOf(reader, call.for), isOwn);
  return { snapshot: { ...(identity && { identity: identity satisfies AccountIdentity }), ...snapshot }, missing };
}

async function sectionsOf(reader: AccountReader, purposes: readonly Purpose[]) {
  const batches: ContentBatch[] = [];
  const isContent = purposes.includes('content') || purposes.includes('figures');
  if (isContent) for await (const batch of reader.content()) batches.push(batch);
  return {
    ...(purposes.includes('profile') && { profile: await reader.profile() }),
    ...(purposes.includes('audience') && { audience: await reader.audience() }),
    ...(isContent && { batches }),
  };
}

const hour = 3_600_000;

const grantOf = ({ permissions }: PlatformConnector): AccessGrant => ({
  accessToken: 'recorded',
  accessExpiresAt: new Date(Date.now() + 1000 * hour).toISOString(),
  refreshToken: 'recorded',
  refreshExpiresAt: null,
  issuedAt: new Date(Date.now() - 48 * hour).toISOString(),
  granted: permissions.map(({ scope }) => scope),
});

/** What a consent gives access to, without the tokens. */
async function accountsOf(connector: PlatformConnector): Promise<object> {
  const offered = (await connector.accounts?.(grantOf(connector))) ?? [];
  return {
    accounts: offered.map(({ identity, followers, grant }) => ({ identity, followers, granted: grant.granted })),
  };
}

/** What a call gives that gives tokens, without the tokens. */
async function accessBy(connector: PlatformConnector, call: string, refreshes: boolean): Promise<object> {
  if (givesBack(call)) {
    await connector.revoke(grantOf(connector));
    return { revoked: true };
  }
  if (call.includes('validate')) {
    await connector.accessCheck?.check(grantOf(connector));
    return { access: 'stands' };
  }
  const stale = { ...grantOf(connector), accessExpiresAt: new Date(0).toISOString() };
  const grant = refreshes
    ? await connector.refreshAccess(stale, new Date())
    : await connector.exchangeCode({ code: 'recorded', redirectUri: 'http://localhost/', codeVerifier: 'recorded' });
  const { accessToken, refreshToken, ...rest } = grant ?? stale;
  return { access: { ...rest, accessToken: accessToken !== '', refreshToken: refreshToken !== null } };
}

function resultOf(id: PlatformId, call: RecordedCall, missing: ReadAnswer['missing']) {
  const reasons = [...new Set(missing.map(({ loss }) => loss.lost))];
  const words = missing.map(
    ({ section, part, loss }) =>
      `Without ${partLabel(id, section, part)}: ${missingBecause(id, loss.lost)}. What was known stays.`,
  );
  const [first] = reasons;
  const isWhole = first === undefined;
  return {
    outcome: isWhole
      ? ('read' as const)
      : reasons.length === 1 && first !== 'unexpected'
        ? first
        : ('read-in-part' as const),
    effect: isWhole ? ('none' as const) : ('costs its own data points' as const),
    words: [...new Set(words)],
    trouble: null,
    missing: missing.map(({ section, part, loss }) => {
      const permission = loss.lost === 'permission-missing' ? permissionFor(id, call, section, part) : undefined;
      const { lost: reason, reportId } = loss;
      return { section, part, reason, reportId, ...(permission !== undefined && { permission }) };
    }),
  };
}
