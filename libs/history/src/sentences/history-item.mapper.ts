import type { HistoryItem, SentencePart } from '@linkage/contracts';
import { actorName, namesOf, type People } from './names';
import type { HistoryRow } from './history.projection';
import { sentenceOf } from './sentences';

/** Members and creators that a row names. */
export const personsIn = ({ by, actor, person }: HistoryRow): readonly string[] => [
  ...(by === 'member' || by === 'creator' ? [actor] : []),
  ...(person === null ? [] : [person]),
];

/** A sentence may begin with words for something without a name, such as an account. */
const begun = ([first, ...rest]: readonly SentencePart[]): SentencePart[] => {
  if (first === undefined) return [];
  const isName = first.about !== undefined && first.text !== 'an account';
  return [isName ? first : { ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
};

/** The row as its sentence, with the names known now. `more` is what the gist alone does not tell. */
export const toHistoryItem = (row: HistoryRow, people: People, more: object = {}, facts = 1): HistoryItem => {
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
    sentence: begun(sentence),
    detail,
    actor: { ...actor, name: actorName(actor, people) },
    person: person === null ? null : { personId: person, name: names.person.text },
    subjects: { invitationId, accountId, attemptId },
    platform,
    correlationId: row.correlation,
    causationId: row.cause,
    facts,
    stream,
    revision,
  };
};
