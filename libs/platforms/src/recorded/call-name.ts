/** Of these words in a placeholder the object is a post and not the account. */
const ofPost = /media|story|stories|post|video|tweet|clip/i;
/** `{ig-user-id}`, `:id`, `<page-id>`, `[page-id]`, `$PAGE_ID`, and the same without any brackets. */
const named = /^(?:\{.*\}|:.+|<.+>|\[.+\]|\$\{?\w+\}?|.+[-_]id)$/i;
/** Before what a call is about: versions as numbers or as placeholders. */
const version = /^(?:v?\d+(?:\.\d+)?|v[xn]\.[xn]|[{<[$]?[\w-]*version[\w-]*[}>\]]?)$/i;
/** Before what a call is about: what some documentations leave out, or have in another way. */
const product = /^(?:helix|youtube|analytics|oauth2|oauth|o)$/i;

/**
 * Names of what stands in the path of a call, whatever a documentation calls it. Instagram's ids tell by themselves
 * what they are of.
 */
const placeholder = (segment: string, index: number, all: readonly string[]): string => {
  if (named.test(segment)) return ofPost.test(segment) ? '{post}' : '{account}';
  if (/^\d+_\d+$/.test(segment)) return '{post}';
  if (/^17841\d{12}$/.test(segment)) return '{account}';
  if (/^1[78]\d{15}$/.test(segment)) return '{post}';
  if (/^\d+$/.test(segment)) return '{any}';
  if (all[index - 1] === 'username') return '{account}';
  return segment === 'me' && index < all.length - 1 ? '{account}' : segment;
};

interface Call {
  /** undefined: it is not said. */
  readonly method: string | undefined;
  readonly segments: readonly string[];
}

/** A call without what differs between documentations: host, query, and the version that Meta's begin with. */
function read(call: string): Call {
  const [, method, address = ''] = /^\s*(?:([A-Za-z]+)\s+)?(\S+)/.exec(call) ?? [];
  const segments = address
    .replace(/^https?:\/\//i, '//')
    .replace(/^\/\/[^/]+|^(?!v\d)[\w-]+(?:\.[\w-]+)+(?=\/)/i, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((segment) => segment !== '');
  const [first = '', ...rest] = segments;
  const isMetas = rest.length > 0 && version.test(first) && !/^v?\d+$/.test(first);
  return { method: method?.toUpperCase(), segments: withoutMetric(isMetas ? rest : segments) };
}

/** Meta's documentation asks for single metrics, and their periods, in the path as well. */
function withoutMetric(segments: readonly string[]): readonly string[] {
  const insights = segments.indexOf('insights');
  return insights < 1 ? segments : segments.slice(0, insights + 1);
}

/** A call as documentations write it, without what differs between them. `GET` where no method stands. */
export function callName(call: string): string {
  const { method = 'GET', segments } = read(call);
  return `${method} /${segments.map(placeholder).join('/')}`;
}

/** Whether two calls are the same; an id in the place of a placeholder is any. */
export function isSameCall(one: string, other: string): boolean {
  return isSamePath(callName(one).split('/'), callName(other).split('/'));
}

/** The same, where a method that is not said is any, and what stands before the resource counts for nothing. */
export function isLikeCall(one: string, other: string): boolean {
  const [these, those] = [read(one), read(other)];
  const isMethod = these.method === undefined || those.method === undefined || these.method === those.method;
  return isMethod && isSamePath(bare(these.segments).map(placeholder), bare(those.segments).map(placeholder));
}

/** What is left without versions and products. */
function bare(segments: readonly string[]): readonly string[] {
  const [first = '', ...rest] = segments;
  return rest.length > 0 && (version.test(first) || product.test(first)) ? bare(rest) : segments;
}

const isSamePath = (these: readonly string[], those: readonly string[]): boolean => {
  const isAny = (name: string): boolean => name === '{any}';
  return (
    these.length === those.length &&
    these.every((segment, index) => {
      const opposite = those[index] ?? '';
      return (
        segment === opposite ||
        (isAny(segment) && opposite.startsWith('{')) ||
        (isAny(opposite) && segment.startsWith('{'))
      );
    })
  );
};
