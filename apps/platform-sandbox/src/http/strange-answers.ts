import type { StrangeFault } from '../fault-kinds';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value of an answer, changed from the inside out. */
function changed(value: unknown, change: (value: unknown, name: string) => unknown, name = ''): unknown {
  if (Array.isArray(value))
    return change(
      value.map((each) => changed(each, change, name)),
      name,
    );
  if (!isObject(value)) return change(value, name);
  const inside = Object.entries(value).map(([key, each]) => [key, changed(each, change, key)]);
  return change(Object.fromEntries(inside), name);
}

/** Values of these names come from a list that the platform may make longer. */
const enumNames = new Set(['media_type', 'media_product_type', 'status_type', 'type', 'broadcaster_type', 'viewable']);
const countNames = /count|views|likes|total/i;

const withoutItems = (value: unknown): unknown => (Array.isArray(value) ? [] : value);
const asWords = (value: unknown, name: string): unknown =>
  typeof value === 'number' || (typeof value === 'string' && countNames.test(name)) ? ['many'] : value;
const inNewWords = (value: unknown, name: string): unknown =>
  typeof value === 'string' && enumNames.has(name) ? 'SOMETHING_NEW' : value;

const listNames = ['data', 'items', 'videos'] as const;

/** The list of a page, and the page with another one. undefined: it has none. */
function listIn(
  page: unknown,
): { readonly items: readonly unknown[]; put(items: readonly unknown[]): Json } | undefined {
  if (!isObject(page)) return undefined;
  for (const name of listNames) {
    const value = page[name];
    if (Array.isArray(value)) return { items: value, put: (items) => ({ ...page, [name]: items }) };
    const inner = listIn(value);
    if (inner !== undefined) return { items: inner.items, put: (items) => ({ ...page, [name]: inner.put(items) }) };
  }
  return undefined;
}

/** Makes right answers strange. Of lists it remembers the page before, to bring some of it again. */
export class StrangeAnswers {
  private readonly before = new Map<string, readonly unknown[]>();

  /** @param list which list it is a page of · isLater: not its first page */
  text(kind: StrangeFault, payload: string, list: string, isLater: boolean): string {
    if (kind === 'malformed') return payload.slice(0, Math.ceil((payload.length * 2) / 3));
    const body: unknown = JSON.parse(payload);
    if (kind === 'empty-list') return JSON.stringify(changed(body, withoutItems));
    if (kind === 'wrong-type') return JSON.stringify(changed(body, asWords));
    if (kind === 'unknown-enum') return JSON.stringify(changed(body, inNewWords));
    return JSON.stringify(this.again(kind === 'duplicate-page', body, list, isLater));
  }

  /** All items of the page before, or its last one, which has moved down as something was published meanwhile. */
  private again(all: boolean, body: unknown, list: string, isLater: boolean): unknown {
    const page = listIn(body);
    if (page === undefined) return body;
    const before = isLater ? (this.before.get(list) ?? []) : [];
    this.before.set(list, page.items);
    return page.put([...(all ? before : before.slice(-1)), ...page.items]);
  }
}
