/** Of these words in a placeholder the object is a post and not the account. */
const ofPost = /media|story|stories|post|video|tweet|clip/i;

/**
 * Names of what stands in the path of a call, whatever a documentation calls it: `{ig-user-id}`, `:id`, `<page-id>`.
 */
const placeholder = (segment: string, index: number, all: readonly string[]): string => {
  const isNamed = /^\{.*\}$|^:.+$|^<.+>$/.test(segment);
  if (isNamed) return ofPost.test(segment) ? '{post}' : '{account}';
  if (/^\d+_\d+$/.test(segment)) return '{post}';
  if (/^\d+$/.test(segment)) return '{any}';
  return segment === 'me' && index < all.length - 1 ? '{account}' : segment;
};

/**
 * A call as documentations write it, without what differs between them: host, version of Meta's, query, names of
 * placeholders. `GET` where no method stands.
 */
export function callName(call: string): string {
  const [, method = 'GET', address = ''] = /^\s*(?:([A-Za-z]+)\s+)?(\S+)/.exec(call) ?? [];
  const path = address
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/, '')
    .replace(/^\/?v\d+\.\d+(?=\/)/i, '')
    .replace(/\/+$/, '');
  const segments = path.split('/').filter((segment) => segment !== '');
  return `${method.toUpperCase()} /${segments.map(placeholder).join('/')}`;
}

/** Whether two calls are the same; an id in the place of a placeholder is any. */
export function isSameCall(one: string, other: string): boolean {
  const [these, those] = [callName(one).split('/'), callName(other).split('/')];
  return (
    these.length === those.length &&
    these.every((segment, index) => {
      const opposite = those[index] ?? '';
      const isAny = (name: string): boolean => name === '{any}';
      return (
        segment === opposite ||
        (isAny(segment) && opposite.startsWith('{')) ||
        (isAny(opposite) && segment.startsWith('{'))
      );
    })
  );
}
