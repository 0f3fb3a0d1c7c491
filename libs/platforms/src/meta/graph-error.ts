import type { AccessLostCause } from '@linkage/published-facts';
import { isObject, metaRate, platformDown, type Circumstances, type PlatformAnswer, type Verdict } from '../http';

/** Meta's error envelope. The HTTP status is mostly 400, so that code and subcode count. */
export interface GraphErrorFields {
  readonly message?: unknown;
  readonly type?: unknown;
  readonly code?: number;
  readonly error_subcode?: number;
  readonly is_transient?: unknown;
}

/**
 * Subcodes of code 190 that tell why. All others (checkpoint, invalid session, lost role) only say that the access is
 * no longer valid.
 */
const causes: Readonly<Record<number, AccessLostCause>> = {
  458: 'permission-revoked',
  460: 'password-changed',
  463: 'expired',
};
const rateCodes = new Set([4, 17, 32, 341, 368, 613]);
/** Meta numbers the limits of business use cases from 80000 on, one for each product. */
const isRate = (code: number): boolean => rateCodes.has(code) || (code >= 80_000 && code < 80_100);
/** The token, or the session behind it, is no longer valid. */
const sessionCodes = new Set([102, 190, 452]);
/** A Page that was merged into another one, and no such object. */
const goneCodes = new Set([21, 803]);
const transientCodes = new Set([1, 2]);
/** Subcodes of a code that is used up or expired, where the token endpoint answers in Graph's shape. */
const refusedCodes = new Set([36007, 36009]);
/** A token of another kind is needed, which is our mistake and no lost access. */
const otherTokenNeeded = 2069032;
const saysOtherToken = /called with a page access token|page access token is required/i;
/** What the operator has to set right, or we: the creator can do nothing about it. */
const ourSetUp = /client_secret|application id|app id|app_id|redirect_uri|requested page does not match/i;

/** The app as a whole is refused, under codes that mean a token or a permission otherwise. */
const appRefused = new RegExp(
  [
    'api access (?:is )?(?:deactivated|blocked|disabled|disrupted)',
    'application has been (?:deleted|disabled|deactivated)',
    'non-active (?:apps|accounts)',
    'app not active|app is not (?:active|accessible)',
    'error validating (?:application|client secret)|invalid platform app',
    'insufficient developer role|not a developer of this app',
    // Switches of the app's security page.
    'appsecret_proof|ip can.t make requests for that application',
  ].join('|'),
  'i',
);
/** Of an app: there is none of this id. */
const noSuchApp = 101;
/** The app was not approved for what this one call is for. */
const appMayNot = /application does not have the capability/i;
const namesPermission = /must be granted|missing permissions|requires the '\w+' permission/i;

/** Some answers print codes as texts. */
const codeIn = (said: unknown): number | undefined => {
  const code = typeof said === 'string' && /^-?\d+$/.test(said) ? Number(said) : said;
  return typeof code === 'number' ? code : undefined;
};

/** The `error` of a Graph body; undefined: none. */
export function graphErrorOf(body: unknown): GraphErrorFields | undefined {
  const error = isObject(body) ? body['error'] : undefined;
  if (!isObject(error)) return undefined;
  const { code: saidCode, error_subcode: saidSubcode, ...rest } = error;
  const [code, subcode] = [codeIn(saidCode), codeIn(saidSubcode)];
  return { ...rest, ...(code !== undefined && { code }), ...(subcode !== undefined && { error_subcode: subcode }) };
}

/** A list that Meta gives in smaller pages only, as with large accounts. */
export const asksTooMuch = ({ body }: PlatformAnswer): 'too-much' | undefined =>
  /reduce the amount of data/i.test(messageOf(graphErrorOf(body))) ? 'too-much' : undefined;

export const messageOf = (error: GraphErrorFields | undefined): string =>
  typeof error?.message === 'string' ? error.message : '';

/** A message that speaks of the app, whatever it was asked for. */
export const refusesApp = (message: string): boolean => appRefused.test(message);

/** What an error in Meta's envelope means, by its code; undefined: these rules do not know it. */
export function graphVerdict({ body, headers }: PlatformAnswer, { now, needs }: Circumstances): Verdict | undefined {
  const error = graphErrorOf(body);
  if (error?.code === undefined) return undefined;
  const { code, error_subcode: subcode } = error;
  const said = messageOf(error);
  if (isRate(code)) return { outcome: 'rate-limited', retryAt: metaRate(headers, now)?.freeAt ?? null };
  if (code === noSuchApp || refusesApp(said)) return { outcome: 'app-not-enrolled', retryAt: null };
  if (appMayNot.test(said)) return { outcome: 'app-not-enrolled', retryAt: null, ofThisCall: true };
  if ((code !== 190 && ourSetUp.test(said)) || saysOtherToken.test(said)) return undefined;
  if (error.is_transient === true || (transientCodes.has(code) && error.is_transient !== false)) return platformDown;
  if (goneCodes.has(code) || (code === 100 && subcode === 33)) return { outcome: 'gone' };
  if (namesPermission.test(said)) return { outcome: 'permission-missing', permission: needs };
  if (sessionCodes.has(code)) {
    if (subcode === otherTokenNeeded) return undefined;
    return { outcome: 'needs-reauthorization', cause: causes[subcode ?? 0] ?? 'no-longer-valid' };
  }
  if (code === 3 || code === 10 || (code >= 200 && code < 300))
    return { outcome: 'permission-missing', permission: needs };
  if (code === 100 && (refusedCodes.has(subcode ?? 0) || /authorization code/i.test(said)))
    return { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
  return undefined;
}

/** The same at the endpoints of tokens, where that something is not there says nothing of an account. */
export const graphTokenVerdict: typeof graphVerdict = (answer, circumstances) => {
  const verdict = graphVerdict(answer, circumstances);
  return verdict?.outcome === 'gone' ? undefined : verdict;
};
