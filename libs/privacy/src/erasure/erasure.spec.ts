import { ERASED, type Fact, fold } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { accountCreators } from './account-creators.projection';
import { toCertificate } from './certificate.mapper';
import { erasePerson, erasure } from './erasure';
import {
  accountId,
  connected,
  erased,
  ingridId,
  invited,
  joined,
  misakiId,
  registered,
  workspaceId,
} from './erasure.fixtures';
import { erasures } from './erasures.projection';
import { people } from './people.projection';
import { workspaceNames } from './workspace-names.projection';

type Any = typeof people | typeof accountCreators | typeof workspaceNames | typeof erasures;
const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
const after = (projection: Any, ...facts: Fact[]): unknown =>
  facts.reduce<unknown>((row, fact, index) => {
    const told = recorded(fact, { at: at(index), workspaceId }) as never;
    return projection.project(row as never, told, String(projection.key(told)));
  }, undefined);

describe('erasing a person', () => {
  it('given nothing: erased', () => {
    expect(erasePerson(erased().data, erasure.initial)).toEqual([erased()]);
  });

  it('given one who was erased: nothing to add', () => {
    expect(erasePerson(erased().data, fold(erasure, [erased()]))).toEqual([]);
  });
});

describe('people: every fact, the whole row', () => {
  const misaki = {
    subject: misakiId,
    kind: 'creator',
    workspaceId,
    name: '田中 美咲',
    email: 'misaki.tanaka@hinata.example',
    emailKey: 'misaki.tanaka@hinata.example',
    since: at(0),
    erasedAt: null,
  };

  it('InvitationIssued, also once more', () => {
    expect(after(people, invited())).toEqual(misaki);
    expect(after(people, invited('old@hinata.example'), invited())).toEqual(misaki);
  });

  it('MemberJoined: found by the folded e-mail', () => {
    expect(after(people, joined())).toEqual({
      subject: ingridId,
      kind: 'member',
      workspaceId,
      name: 'Ingrid Solheim',
      email: 'Ingrid@Nordlys.example',
      emailKey: 'ingrid@nordlys.example',
      since: at(0),
      erasedAt: null,
    });
  });

  it('MemberRenamed, EmailChanged: found by what the member is called now', () => {
    const member = { workspaceId, memberId: ingridId };
    const renamed: Fact = { type: 'MemberRenamed', data: { ...member, name: 'Ingrid Berg', former: 'Ingrid Solheim' } };
    const changed = (email: string): Fact => ({ type: 'EmailChanged', data: { ...member, email, former: 'x' } });
    expect(after(people, joined(), renamed, changed('Ingrid@Berg.example'))).toMatchObject({
      name: 'Ingrid Berg',
      email: 'Ingrid@Berg.example',
      emailKey: 'ingrid@berg.example',
      since: at(0),
    });
    expect(after(people, joined(), changed(ERASED))).toMatchObject({ email: null, emailKey: null });
    expect(after(people, renamed)).toBeUndefined();
  });

  it('PersonErased: found by id only', () => {
    const gone = { ...misaki, name: null, email: null, emailKey: null, erasedAt: at(1) };
    expect(after(people, invited(), erased())).toEqual(gone);
    expect(after(people, invited(ERASED), erased())).toEqual(gone);
    expect(after(people, erased())).toBeUndefined();
  });

  it('an e-mail that is longer than any is not looked for', () => {
    const email = `${'a'.repeat(300)}@hinata.example`;
    expect(after(people, invited(email))).toEqual({ ...misaki, email, emailKey: null });
  });
});

describe('what else an operator looks up', () => {
  it('WorkspaceRegistered: by a name without case and accents', () => {
    expect(after(workspaceNames, registered)).toEqual({
      workspaceId,
      name: 'Nordlýs Agency',
      nameKey: 'nordlys agency',
    });
  });

  it('SocialAccountConnected: whose account it is', () => {
    expect(after(accountCreators, connected)).toEqual({ accountId, subject: misakiId });
  });

  it('PersonErased: what the certificate says', () => {
    expect(after(erasures, erased(), erased({ facts: {} }))).toEqual({ ...erased().data, workspaceId, at: at(0) });
  });
});

describe('a certificate', () => {
  const row = { ...erased().data, workspaceId, at: at(0) };

  it('says what was erased, what was done, and what remains', () => {
    const certificate = toCertificate(row, 'Nordlýs Agency');
    expect(certificate).toMatchObject({
      subject: misakiId,
      kind: 'creator',
      workspaceName: 'Nordlýs Agency',
      erasedAt: at(0),
      facts: [
        { type: 'InvitationIssued', count: 1 },
        { type: 'SocialAccountConnected', count: 2 },
      ],
      openFacts: [],
      done: ['The key of the person was deleted from the vault.', 'The invitation was withdrawn.'],
    });
    expect(certificate.remains.join(' ')).toMatch(/Backups of vault\.db.*The platforms keep their own copies/s);
    expect(certificate.remains.join(' ')).not.toContain('Older versions');
    expect(certificate.remains.join(' ')).not.toContain('without a member');
  });

  it('owns up to what is not searched for the person: free text of members, and rows of files', () => {
    for (const kind of ['creator', 'member'] as const) {
      const remains = toCertificate({ ...row, kind }, 'x').remains.join('\n');
      expect(remains).toMatch(/members wrote.*messages.*templates.*files.*saved views.*name of the workspace/);
      expect(remains).toMatch(/uploaded.*up to eight days/);
    }
  });

  it('says of a member that a workspace without one goes on', () => {
    const remains = toCertificate({ ...row, kind: 'member' }, 'x').remains.join('\n');
    expect(remains).toMatch(/without a member.*refreshed.*mails/);
  });

  it('owns up to older facts, and to what a platform did not do', () => {
    const { remains, openFacts } = toCertificate(
      { ...row, openFacts: { ContentMetricsCaptured: 3 }, remains: ['YouTube did not take the access back.'] },
      'x',
    );
    expect(openFacts).toEqual([{ type: 'ContentMetricsCaptured', count: 3 }]);
    expect(remains).toEqual(
      expect.arrayContaining(['YouTube did not take the access back.', expect.stringMatching(/^Older versions/)]),
    );
  });

  it('names no platform for a member', () => {
    const { remains } = toCertificate({ ...row, kind: 'member' }, 'x');
    expect(remains.join(' ')).not.toContain('platforms');
  });
});
