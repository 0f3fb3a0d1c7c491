import { queryText, readListParameters } from './paging';
import { isDay, isMoment } from './days';
import type { PlatformId } from './platforms';

/** What a fact is about: the chips of the History page. */
export const historyKinds = ['invites', 'connections', 'refreshes', 'figures', 'people'] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** A piece of a sentence. `about` says whom or what the words name, so that they can be a link. */
export interface SentencePart {
  text: string;
  about?: { is: 'member' | 'creator' | 'account'; id: string };
}

/** Whether a fact is good news, wants an eye or is trouble. */
export type HistoryTone = 'plain' | 'good' | 'warn' | 'bad';

interface HistoryActor {
  kind: 'member' | 'creator' | 'system' | 'operator';
  id: string;
  name: string;
}

/** One fact as a sentence. */
export interface HistoryItem {
  factId: string;
  /** Name of the fact type, such as `InvitationIssued`. */
  type: string;
  kind: HistoryKind;
  tone: HistoryTone;
  /** ISO UTC: when it was recorded. */
  at: string;
  sentence: SentencePart[];
  /** A second line: what follows, or why. */
  detail: string | null;
  actor: HistoryActor;
  /** The creator or member that the fact is about; null: only about the workspace. */
  person: { personId: string; name: string } | null;
  /** What the fact names. */
  subjects: { invitationId: string | null; accountId: string | null; attemptId: string | null };
  platform: PlatformId | null;
  /** The same for everything that one outside request set in motion. */
  correlationId: string;
  /** The fact that this one answers to; null: a person or a clock started it. */
  causationId: string | null;
  /**
   * How many facts this line stands for: where lines are `grouped` those of a whole refresh, an invite with its
   * accepted e-mail, or a connection with the way there (of `subjects.attemptId`) and its first refresh; else 1.
   */
  facts: number;
  stream: string;
  revision: number;
}

/** What history is filtered by; joined by "and". Unknown values are ignored. */
export interface HistoryFilter {
  kind?: HistoryKind;
  /** Several kinds; `kind=invites,connections` in a query. */
  kinds?: readonly HistoryKind[];
  /** The actor: a member id, an invitation id (the creator) or the name of a part of the system. */
  actor?: string;
  /** Whom it is about: an invitation id (the creator) or a member id. */
  person?: string;
  /** What it happened to: an invitation, attempt, account, member or workspace id. */
  subject?: string;
  /** Everything that one request set in motion. */
  correlation?: string;
  /** ISO UTC, inclusive. */
  from?: string;
  /** ISO UTC, exclusive. */
  until?: string;
  /**
   * Names, e-mails, account names, and words of the sentence, its detail, kind and platform; not how followers have
   * changed.
   */
  search?: string;
  direction?: 'asc' | 'desc';
}

/**
 * GET /api/history. `from` and `to` take a date (UTC; `to` is inclusive) or a time with its offset. `direction`: `desc`
 * (default) is newest first.
 */
export interface HistoryParameters extends HistoryFilter {
  cursor?: string;
  /**
   * One line per refresh, which says what it found, and per invite with its accepted e-mail, in place of each of their
   * facts.
   */
  grouped?: boolean;
  /** 1 to 100, default 50 */
  limit?: number;
}

export interface HistoryList {
  items: HistoryItem[];
  /** Cursor of the following page; null at the end. */
  next: string | null;
  /**
   * Facts by kind, for all of the workspace or for one person or subject; null while another filter is on (counting
   * then is not constant-time).
   */
  counts: Record<'all' | HistoryKind, number> | null;
  /** Names of what the filter names; null: not filtered by it, or unknown. */
  names: { actor: string | null; person: string | null; subject: string | null };
  /** The search names more people than are followed up: only facts that carry its words themselves are shown. */
  broad: boolean;
}

/**
 * GET /api/history/:factId: the fact as it was recorded, as far as the reader may see it. 404 `not-found`, also for
 * another workspace's.
 */
export interface HistoryFact {
  item: HistoryItem;
  /** As recorded, decrypted; `[erased]` stands in the place of what was erased with its person. */
  data: Record<string, unknown>;
  /** Names of the fields that are personal and therefore encrypted in the log. */
  personal: string[];
  /** Names of the fields that only the person may read whom the fact is about: `[not shown]` stands in their place. */
  withheld: string[];
  erased: boolean;
  /** Version of the data's shape as stored, and as shown. */
  storedVersion: number;
  version: number;
  /** Where it stands in the whole log. Opaque. */
  position: string;
  cause: HistoryItem | null;
  /** What answered to it, oldest first; at most 50. */
  effects: HistoryItem[];
  /** What else the same request set in motion, oldest first; at most 50. */
  together: HistoryItem[];
}

/** GET /api/history/people: who can be filtered by. */
export interface HistoryPerson {
  personId: string;
  is: 'member' | 'creator';
  name: string;
  email: string;
}

export interface HistoryPeople {
  items: HistoryPerson[];
}

/** GET /api/history/export?format=csv|ndjson&bom=1: every fact that the filter lets through, as a file. */
export type HistoryExportFormat = 'csv' | 'ndjson';

type Query = Readonly<Record<string, unknown>>;

const day = 24 * 3_600_000;

/**
 * The instant of a date's first moment in UTC (or, `end`, of the first moment after it), or of a time; undefined:
 * neither.
 */
const instant = (text: string | undefined, end: boolean): string | undefined => {
  if (text === undefined || !(isDay(text) || isMoment(text))) return undefined;
  const ms = Date.parse(text) + (end && isDay(text) ? day : 0);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
};

/** An id or the name of a part of the system; anything else names nothing. */
const idOf = (query: Query, name: string): string | undefined => {
  const text = queryText(query, name);
  return text !== undefined && /^[\w-]{1,64}$/.test(text) ? text : undefined;
};

/** The filter in a query as it came in: what cannot be understood is left out. */
export const readHistoryFilter = (query: Query): HistoryFilter => {
  const given = queryText(query, 'kind')?.split(',') ?? [];
  const kinds = historyKinds.filter((known) => given.includes(known));
  const { search, direction } = readListParameters(query);
  const read = {
    kind: kinds.length === 1 ? kinds[0] : undefined,
    kinds: kinds.length > 1 ? kinds : undefined,
    actor: idOf(query, 'actor'),
    person: idOf(query, 'person'),
    subject: idOf(query, 'subject'),
    correlation: idOf(query, 'correlation'),
    from: instant(queryText(query, 'from'), false),
    until: instant(queryText(query, 'to'), true),
    search,
    direction,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as HistoryFilter;
};

export const readHistoryParameters = (query: Query): HistoryParameters & { limit: number } => {
  const { cursor, limit } = readListParameters(query);
  const grouped = queryText(query, 'grouped') === '1';
  return {
    ...readHistoryFilter(query),
    ...(grouped && { grouped }),
    ...(cursor && { cursor }),
    limit: Math.min(limit, 100),
  };
};

/** The sentence as plain text. */
export const sentenceText = (sentence: readonly SentencePart[]): string => sentence.map(({ text }) => text).join('');
