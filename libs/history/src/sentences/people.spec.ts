import { ERASED, type Recorded, sortKey } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { historyPeople, type PersonRow } from './history-people.projection';
import { facts, ids } from './sentences.fixtures';
import type { ContextFact } from './sentences';

const after = (...told: ContextFact[]): PersonRow | undefined =>
  told.reduce<PersonRow | undefined>((row, fact) => {
    const one = recorded(fact, { workspaceId: ids.workspace }) as Recorded<never>;
    return historyPeople.project(row, one, String(historyPeople.key(one)));
  }, undefined);

const noa: PersonRow = {
  personId: ids.invitation,
  workspaceId: ids.workspace,
  is: 'creator',
  name: 'Noa Ferrari',
  email: 'noa@ferrari.example',
  nameKey: sortKey('Noa Ferrari'),
  accounts: {},
  handles: '',
};
const withHandle = (handle: string, ...former: string[]): PersonRow => ({
  ...noa,
  accounts: { [ids.account]: handle },
  handles: [handle, ...former].join(' '),
});

describe('history-people: every fact, the whole row', () => {
  it('MemberJoined', () =>
    expect(after(facts.joined)).toEqual({
      personId: ids.mara,
      workspaceId: ids.workspace,
      is: 'member',
      name: 'Mara Lind',
      email: 'mara@nordlys.example',
      nameKey: sortKey('Mara Lind'),
      accounts: {},
      handles: '',
    }));
  it('MemberRenamed, EmailChanged', () =>
    expect(after(facts.joined, facts.renamed, facts.emailChanged)).toMatchObject({
      is: 'member',
      name: 'Mara Lind-Berg',
      nameKey: sortKey('Mara Lind-Berg'),
      email: 'mara@lind.example',
    }));
  it('InvitationIssued', () => expect(after(facts.issued())).toEqual(noa));
  it('InvitationIssued again: another name, the same accounts', () => {
    expect(after(facts.issued(), facts.connected(), facts.issued({ name: 'Noä F.' }))).toEqual({
      ...withHandle('@noa.makes'),
      name: 'Noä F.',
      nameKey: sortKey('Noä F.'),
    });
  });
  it('SocialAccountConnected', () =>
    expect(after(facts.issued(), facts.connected({ username: '@noa' }))).toEqual(withHandle('@noa')));
  it('SocialAccountReconnected', () =>
    expect(after(facts.issued(), facts.connected(), facts.reconnected)).toEqual(withHandle('@noa.new', '@noa.makes')));
  it('ProfileCaptured', () =>
    expect(after(facts.issued(), facts.connected(), facts.profile(1, 'noa.later'))).toEqual(
      withHandle('@noa.later', '@noa.makes'),
    ));
  it('keeps handles from before for the search, each once, the last first, and not all for ever', () => {
    const called = (...names: string[]) => names.map((name) => facts.profile(1, name));
    const renamed = after(facts.issued(), facts.connected(), ...called('b', 'c', 'b', 'noa.makes', 'noa.makes', 'd'));
    expect(renamed).toEqual(withHandle('@d', '@noa.makes', '@b', '@c'));
    const often = after(facts.issued(), facts.connected(), ...called(...'abcdefghijklmn'));
    expect(often?.handles).toBe('@n @m @l @k @j @i @h @g @f @e @d');
  });

  it('ProfileCaptured of an erased person changes nothing', () => {
    const erased: ContextFact = {
      type: 'ProfileCaptured',
      data: { ...facts.profile().data, profile: ERASED as never },
    };
    expect(after(facts.issued(), facts.connected(), erased)).toEqual(withHandle('@noa.makes'));
  });
  it('makes no row for an unknown person', () => {
    for (const fact of [facts.connected(), facts.reconnected, facts.profile()]) expect(after(fact)).toBeUndefined();
  });
});
