import { ERASED, fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import {
  emailFailed,
  emailNotSent,
  emailed,
  invitationId,
  issued,
  mailReleased,
  mailUndone,
  resendRequested,
  withdrawalUndone,
  withdrawn,
} from '../invitation/invitation.fixtures';
import { releaseMail } from '../release-waiting-mails/release-mail';
import { issueRow } from './issue-row';

const importId = '01936000-0000-4000-8000-000000000042';
const row = {
  importId,
  mailWaits: false,
  invitationId: '01936000-0000-7000-8000-000000000009',
  name: 'Zoë',
  email: 'zoe@meermakers.example',
  brandName: 'Nordlys Agency',
  invitedBy: 'Ingrid Solheim',
  recipient: 'hash-of-zoe',
};
const whenImported = (...given: InvitationFact[]) => issueRow(row, fold(invitation, given));

describe('a row of a file', () => {
  it('given nothing: is issued, with the import it came by', () => {
    const { invitationId, name, email, brandName, invitedBy, recipient } = row;
    const data = {
      invitationId,
      name,
      email,
      brandName,
      invitedBy,
      recipient,
      importId,
      linkVersion: 1,
      visits: 'told',
    };
    expect(whenImported()).toEqual([{ type: 'InvitationIssued', data }]);
    expect(issueRow({ ...row, mailWaits: true }, fold(invitation, []))).toEqual([
      { type: 'InvitationIssued', data: { ...data, mail: 'waits' } },
    ]);
  });

  it('given an open invitation, by this import or in another way: nothing to do', () => {
    expect(whenImported(issued({ importId }))).toEqual([]);
    expect(whenImported(issued())).toEqual([]);
  });

  it('given one that this import issued and a person has withdrawn since: nothing to do', () =>
    expect(whenImported(issued({ importId }), withdrawn(2))).toEqual([]));

  it('given one that was withdrawn before, or whose creator was erased: is issued', () => {
    expect(whenImported(issued(), withdrawn(2))).toMatchObject([{ data: { invitationId, importId, linkVersion: 3 } }]);
    expect(whenImported(issued({ name: ERASED, email: ERASED }))).toMatchObject([
      { data: { invitationId: row.invitationId } },
    ]);
  });
});

describe('a mail that waits', () => {
  const whenReleased = (...given: InvitationFact[]) => releaseMail(fold(invitation, given));
  const waiting = issued({ mail: 'waits' });

  it('goes out once', () => {
    expect(whenReleased(waiting)).toEqual([mailReleased()]);
    expect(whenReleased(waiting, mailReleased())).toEqual([]);
  });

  it('goes out no more when it was asked for in another way, or the invitation is withdrawn', () => {
    expect(whenReleased(waiting, resendRequested())).toEqual([]);
    expect(whenReleased(waiting, withdrawn(2))).toEqual([]);
    expect(whenReleased(waiting, resendRequested('2026-01-15T09:00:12.000Z'), mailUndone('f2'))).toEqual([
      mailReleased(),
    ]);
    expect(whenReleased(issued())).toEqual([]);
    expect(whenReleased()).toEqual([]);
  });

  it('waits again when a withdrawal took back what was asked for instead', () => {
    const restored = [withdrawn(2), withdrawalUndone()];
    expect(whenReleased(waiting, resendRequested(), withdrawn(2))).toEqual([]);
    expect(whenReleased(waiting, resendRequested(), ...restored)).toEqual([mailReleased()]);
    expect(whenReleased(waiting, resendRequested(), emailFailed('f1', false), ...restored)).toEqual([mailReleased()]);
  });

  it.each([
    ['went out', emailed('f1')],
    ['was refused', emailFailed('f1', true)],
    ['was given up', emailNotSent('f1')],
  ])('does not wait again when what was asked for instead %s', (_what, outcome) => {
    expect(whenReleased(waiting, resendRequested(), outcome, withdrawn(2), withdrawalUndone())).toEqual([]);
  });

  it('does not wait again when what was asked for instead went out during the withdrawal', () =>
    expect(whenReleased(waiting, resendRequested(), withdrawn(2), emailed('f1'), withdrawalUndone())).toEqual([]));
});
