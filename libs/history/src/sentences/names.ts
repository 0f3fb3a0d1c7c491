import type { SentencePart } from '@linkage/contracts';
import type { Actor } from '@linkage/event-sourcing';
import { platforms, type PlatformId } from '@linkage/platform-guide';
import type { PersonRow } from './history-people.projection';
import type { SentenceNames } from './fact-sentence';

/** Persons by id, as far as they are known. */
export type People = ReadonlyMap<string, Pick<PersonRow, 'is' | 'name' | 'accounts'>>;

const nameless: Readonly<Record<Actor['kind'], string>> = {
  member: 'A member',
  creator: 'A creator',
  system: 'Linkage',
  operator: 'The operator',
};

/** What an actor is called; the system's parts are all Linkage. */
export const actorName = ({ kind, id }: Actor, people: People): string => people.get(id)?.name ?? nameless[kind];

const isPerson = (kind: Actor['kind']): kind is 'member' | 'creator' => kind === 'member' || kind === 'creator';

const actorPart = (actor: Actor, people: People): SentencePart => ({
  text: actorName(actor, people),
  ...(isPerson(actor.kind) && { about: { is: actor.kind, id: actor.id } }),
});

const personPart = (id: string | null, people: People): SentencePart => {
  if (id === null) return { text: 'somebody' };
  const person = people.get(id);
  return { text: person?.name ?? 'somebody', about: { is: person?.is ?? 'creator', id } };
};

const accountPart = (id: string | null, creatorId: string | null, people: People): SentencePart => {
  if (id === null) return { text: 'an account' };
  const name = creatorId === null ? undefined : people.get(creatorId)?.accounts[id];
  return { text: name ?? 'an account', about: { is: 'account', id } };
};

const onPlatform = (id: PlatformId | null): Pick<SentenceNames, 'platform' | 'platformId'> => ({
  platform: id === null ? '' : platforms[id].spoken,
  platformId: id,
});

interface Named {
  readonly actor: Actor;
  readonly person: string | null;
  readonly accountId: string | null;
  readonly platform: PlatformId | null;
}

export const namesOf = ({ actor, person, accountId, platform }: Named, people: People): SentenceNames => ({
  actor: actorPart(actor, people),
  person: personPart(person, people),
  account: accountPart(accountId, person, people),
  ...onPlatform(platform),
});

/** For the words of a sentence without names: a person without one is called as ever, so that it is found by that. */
export const withoutNames = ({ kind }: Actor, platform: PlatformId | null): SentenceNames => ({
  actor: { text: isPerson(kind) ? '' : nameless[kind] },
  person: { text: '' },
  account: { text: '' },
  ...onPlatform(platform),
});
