import type { HistoryItem } from '@linkage/contracts';
import { actorName, castOf, type People } from './cast';
import type { HistoryRow } from './history.projection';
import { tellingOf } from './tellings';

/** Members and creators that a row names. */
export const personsIn = ({ by, actor, person }: HistoryRow): readonly string[] => [
  ...(by === 'member' || by === 'creator' ? [actor] : []),
  ...(person === null ? [] : [person]),
];

/** The row as its sentence, with the names known now. `more` is what the gist alone does not tell. */
export const toHistoryItem = (row: HistoryRow, people: People, more: object = {}): HistoryItem => {
  const { factId, type, kind, at, person, invitationId, accountId, attemptId, platform, stream, revision } = row;
  const actor = { kind: row.by, id: row.actor };
  const cast = castOf({ actor, person, accountId, platform }, people);
  const { sentence, detail = null, tone = 'plain' } = tellingOf(type).say({ ...row.gist, ...more }, cast);
  return {
    factId,
    type,
    kind,
    tone,
    at,
    sentence: [...sentence],
    detail,
    actor: { ...actor, name: actorName(actor, people) },
    person: person === null ? null : { personId: person, name: cast.person.text },
    subjects: { invitationId, accountId, attemptId },
    platform,
    correlationId: row.correlation,
    causationId: row.cause,
    stream,
    revision,
  };
};
