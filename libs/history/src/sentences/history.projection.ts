import { sentenceText, type HistoryKind, type PlatformId } from '@linkage/contracts';
import { projection, type Actor } from '@linkage/event-sourcing';
import { withoutNames } from './names';
import type { Subjects } from './fact-sentence';
import { sentenceOf, contextStreams, contextFactTypes, type RecordedContextFact, type ContextFact } from './sentences';

/** One row per fact: what its sentence needs but the names, and where the fact itself is found. */
export interface HistoryRow {
  readonly factId: string;
  readonly workspaceId: string;
  readonly type: ContextFact['type'];
  readonly kind: HistoryKind;
  readonly at: string;
  /** Time, place in the stream, id: one of its own for each fact, and in the order in which they are read. */
  readonly moment: string;
  readonly by: Actor['kind'];
  readonly actor: string;
  /** Whom it is about: invitation id of the creator, or member id. */
  readonly person: string | null;
  /** What it happened to: the narrowest thing that the fact names. */
  readonly subject: string;
  readonly invitationId: string | null;
  readonly accountId: string | null;
  readonly attemptId: string | null;
  readonly platform: PlatformId | null;
  readonly cause: string | null;
  readonly correlation: string;
  readonly stream: string;
  readonly revision: number;
  readonly gist: object;
  /** The words that it is found by, each once; without the names of those whom it only points at. */
  readonly words: string;
}

export const momentOf = (at: string, revision: number, factId: string): string =>
  `${at}/${String(revision).padStart(9, '0')}/${factId}`;

const narrowest = ({ attemptId, accountId, memberId, workspaceId, invitationId }: Subjects): string | undefined =>
  attemptId ?? accountId ?? memberId ?? workspaceId ?? invitationId;

/**
 * What a reader sees of the fact: its kind, platform, sentence and detail, and the actor if it has no name. Names of
 * people and accounts are looked for among the people, as they are told; the fact's own copy of a name stands in the
 * sentence, its e-mail is added.
 */
const wordsOf = ({ type, actor }: RecordedContextFact, gist: object, platform: PlatformId | null): string => {
  const { kind, compose } = sentenceOf(type);
  const names = withoutNames(actor, platform);
  const { sentence, detail } = compose(gist, names);
  const email = 'email' in gist ? String(gist.email) : '';
  const seen = [kind, platform ?? '', names.platform, sentenceText([...sentence]), detail ?? '', email].join(' ');
  return [...new Set(seen.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu))].join(' ');
};

const rowOf = (fact: RecordedContextFact): HistoryRow => {
  const { id: factId, workspaceId, type, at, stream, revision, actor, data } = fact;
  const sentence = sentenceOf(type);
  const subjects = sentence.subjects(data);
  const gist = sentence.gist(data);
  const platform = 'platform' in data ? data.platform : null;
  return {
    factId,
    workspaceId,
    type,
    kind: sentence.kind,
    at,
    moment: momentOf(at, revision, factId),
    by: actor.kind,
    actor: actor.id,
    person: subjects.invitationId ?? subjects.memberId ?? null,
    subject: narrowest(subjects) ?? workspaceId,
    invitationId: subjects.invitationId ?? null,
    accountId: subjects.accountId ?? null,
    attemptId: subjects.attemptId ?? null,
    platform,
    cause: fact.causationId,
    correlation: fact.correlationId,
    stream,
    revision,
    gist,
    words: wordsOf(fact, gist, platform),
  };
};

export const history = projection<HistoryRow, ContextFact>({
  name: 'history',
  version: 9,
  streams: contextStreams,
  on: contextFactTypes,
  fields: {
    workspaceId: 'text',
    kind: 'text',
    moment: 'text',
    actor: 'text',
    person: 'text',
    subject: 'text',
    cause: 'text',
    correlation: 'text',
  },
  indexes: [
    ['workspaceId', 'kind', 'moment'],
    ['workspaceId', 'actor', 'kind', 'moment'],
    ['workspaceId', 'person', 'moment'],
    ['workspaceId', 'person', 'kind', 'moment'],
    ['workspaceId', 'subject', 'kind', 'moment'],
    ['workspaceId', 'correlation', 'moment'],
  ],
  search: ['words'],
  counts: [
    ['workspaceId'],
    ['workspaceId', 'kind'],
    ['workspaceId', 'person'],
    ['workspaceId', 'person', 'kind'],
    ['workspaceId', 'subject'],
    ['workspaceId', 'subject', 'kind'],
  ],
  key: (fact) => fact.id,
  project: (_, fact) => rowOf(fact),
});
