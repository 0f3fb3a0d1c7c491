import type { HistoryItem } from '@linkage/contracts';
import { actorName, namesOf, type People } from './names';
import type { HistoryRow } from './history.projection';
import { sentenceOf } from './sentences';

/** Members and creators that a row names. */
export const personsIn = ({ by, actor, person }: HistoryRow): readonly string[] => [
  ...(by === 'member' || by === 'creator' ? [actor] : []),
  ...(person === null ? [] : [person]),
];

/** The row as its sentence, with the names known now. `more` is what the gist alone does not tell. */
export const toHistoryItem = (row: HistoryRow, people: People, more: object = {}): HistoryItem => {
  const { factId, type, kind, at, person, invitationId, accountId, attemptId, platform, stream, revision } = row;
  const actor = { kind: row.by, id: row.actor };
  const names = namesOf({ actor, person, accountId, platform }, people);
  const { sentence, detail = null, tone = 'plain' } = sentenceOf(type).compose({ ...row.gist, ...more }, names);
  return {
    factId,
    type,
    kind,
    tone,
    at,
    sentence: [...sentence],
    detail,
    actor: { ...actor, name: actorName(actor, people) },
    person: person === null ? null : { personId: person, name: names.person.text },
    subjects: { invitationId, accountId, attemptId },
    platform,
    correlationId: row.correlation,
    causationId: row.cause,
    stream,
    revision,
  };
};
