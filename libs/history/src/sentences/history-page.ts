import { historyKinds, type HistoryFilter } from '@linkage/contracts';
import type { PageRequest, Wanted, Where } from '@linkage/event-sourcing';

/** Whom the words of a search name; `rest` are the words that are no names. */
export interface NamedBySearch {
  readonly creators: readonly string[];
  readonly members: readonly string[];
  readonly rest: string;
}

/** One walk through the rows; a page is merged from the first rows of each. */
export interface Branch extends Pick<PageRequest, 'where' | 'narrowedBy'> {
  readonly search?: string;
}

/** What is looked up by an index, the narrowest first. */
const lookups = ['correlation', 'subject', 'person', 'actor'] as const;
type Lookup = (typeof lookups)[number];

type Looked = Required<Pick<PageRequest, 'where' | 'narrowedBy'>>;

/**
 * What a filter means to the read store. One field is looked up; the others are checked on what it finds, which is what
 * one request, subject, person or actor has. Where the index goes on with the kind and none is wanted, all kinds are
 * merged.
 */
const whereOf = (
  workspaceId: string,
  filter: HistoryFilter,
  after: string | undefined,
  by?: { field: Lookup; wanted: Wanted },
): Looked => {
  const narrowest = by?.field ?? lookups.find((field) => filter[field] !== undefined);
  const checked = lookups.filter((field) => field !== narrowest && filter[field] !== undefined);
  const where = {
    workspaceId,
    ...(narrowest !== undefined && { [narrowest]: by?.wanted ?? filter[narrowest] ?? null }),
    ...Object.fromEntries(checked.map((field) => [field, filter[field] ?? null])),
    ...kindOf(filter, narrowest),
    ...momentOf(filter, after),
  };
  return { where, narrowedBy: narrowest === 'correlation' && filter.kind ? [...checked, 'kind'] : checked };
};

const kindOf = ({ kind, kinds }: HistoryFilter, narrowest: Lookup | undefined): Where => {
  if (narrowest === 'correlation') return kind ? { kind } : {};
  if (narrowest === 'person' && kinds === undefined) return kind ? { kind } : {};
  return { kind: kind ?? { in: kinds ?? historyKinds } };
};

const momentOf = ({ from, until, direction }: HistoryFilter, after: string | undefined): Where => {
  const downwards = direction !== 'asc';
  const gt = downwards || after === undefined || (from !== undefined && from > after) ? undefined : after;
  const gte = gt === undefined ? from : undefined;
  const lt = [until, downwards ? after : undefined].filter((text) => text !== undefined).sort()[0];
  const bounds = {
    ...(gt !== undefined && { gt }),
    ...(gte !== undefined && { gte }),
    ...(lt !== undefined && { lt }),
  };
  return Object.keys(bounds).length === 0 ? {} : { moment: bounds };
};

/** Whether a text has anything in it that search goes by. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Kinds that are merged in one walk, or the one that is wanted; none where the index goes on without the kind. */
const kindsIn = (kind: Wanted | undefined): readonly string[] => {
  const wanted = typeof kind === 'object' && kind !== null && 'in' in kind ? kind.in : [kind];
  return wanted.filter((one) => typeof one === 'string');
};

/**
 * Facts that carry the words themselves. A word stands in all facts of one kind and in none of another, which would be
 * walked through to its end for nothing: each kind is asked for alone and its name, which all its facts carry, is
 * looked for along with the words.
 */
const carrying = ({ where, narrowedBy }: Looked, search: string): readonly Branch[] => {
  const kinds = hasWord(search) && !narrowedBy.includes('kind') ? kindsIn(where['kind']) : [];
  return kinds.length === 0
    ? [{ where, narrowedBy, search }]
    : kinds.map((kind) => ({ where: { ...where, kind }, narrowedBy, search: `${kind} ${search}` }));
};

/**
 * The walks that together find what is wanted. A search finds facts about the creators that it names, facts made by the
 * members that it names, and facts that carry its words themselves.
 */
export const branchesOf = (
  workspaceId: string,
  filter: HistoryFilter,
  after: string | undefined,
  { creators, members, rest }: NamedBySearch,
): readonly Branch[] => {
  const { search, person, actor } = filter;
  const looked = whereOf(workspaceId, filter, after);
  if (search === undefined) return [looked];
  const others = rest === '' ? {} : { search: rest };
  const about = person === undefined ? creators : creators.filter((id) => id === person);
  const by = actor === undefined ? members : members.filter((id) => id === actor);
  const isLookedUp = lookups.some((field) => field !== 'actor' && filter[field] !== undefined);
  return [
    ...carrying(looked, search),
    ...(about.length === 0
      ? []
      : [{ ...whereOf(workspaceId, filter, after, { field: 'person', wanted: { in: about } }), ...others }]),
    ...by.map((id) => ({
      where: { ...looked.where, actor: id },
      narrowedBy: isLookedUp ? [...looked.narrowedBy, 'actor'] : looked.narrowedBy,
      ...others,
    })),
  ];
};

/** Most creators and members whom a search is followed up for: as many ranges of an index are merged. */
export const MOST_CREATORS = 32;
export const MOST_MEMBERS = 5;

export const pageRequest = (
  { where, narrowedBy, search }: Branch,
  direction: HistoryFilter['direction'],
  limit: number,
): PageRequest => ({
  where,
  sort: [{ field: 'moment', direction: direction ?? 'desc' }],
  limit,
  ...(narrowedBy && { narrowedBy }),
  ...(search !== undefined && { search }),
});

const CURSOR = 'after ';

/** Where the following page begins: after this moment. */
export const cursorAt = (moment: string): string => Buffer.from(`${CURSOR}${moment}`).toString('base64url');

/** undefined: it is no cursor of a history. */
export const momentAt = (cursor: string): string | undefined => {
  const text = Buffer.from(cursor, 'base64url').toString();
  return text.startsWith(CURSOR) ? text.slice(CURSOR.length) : undefined;
};
