import { ERASED, fold } from '@linkage/event-sourcing';
import { invitation } from './invitation';
import type { InvitationFact } from './invitation.events';
import { emailed, invitationId, issued, withdrawn } from './invitation.fixtures';
import { issueInvitation } from './issue-invitation';

const asked = {
  invitationId: '01936000-0000-7000-8000-000000000009',
  name: 'Zoe\u0308',
  email: ' Zoe@Meermakers.example ',
  brandName: 'Nordlys Agency',
  invitedBy: 'Ingrid Solheim',
  recipient: 'a keyed hash',
};
const whenIssued = (...given: InvitationFact[]) => issueInvitation(asked, fold(invitation, given));

describe('issue an invitation', () => {
  it('given nothing: the invitation is issued, e-mail as typed', () => {
    expect(whenIssued()).toEqual([
      {
        type: 'InvitationIssued',
        data: { ...asked, name: 'Zoë', email: 'Zoe@Meermakers.example', linkVersion: 1, visits: 'told' },
      },
    ]);
  });

  it('given an open invitation: refused, word for word', () => {
    expect(() => whenIssued(issued(), emailed('f1'))).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'email-already-invited',
        message: 'This email already exists; try using another email.',
        details: { field: 'email' },
      }),
    );
  });

  it.each([[[]], [[withdrawn(2)]]])(
    'given one whose creator was erased: issued to another person, with another id %#',
    (more) => {
      expect(whenIssued(issued({ name: ERASED, email: ERASED }), ...more)).toMatchObject([
        { type: 'InvitationIssued', data: { invitationId: asked.invitationId } },
      ]);
    },
  );

  it('given a withdrawn invitation: issued again, same id, with a link that never worked before', () => {
    expect(whenIssued(issued(), withdrawn(2))).toEqual([
      {
        type: 'InvitationIssued',
        data: { ...asked, invitationId, name: 'Zoë', email: 'Zoe@Meermakers.example', linkVersion: 3, visits: 'told' },
      },
    ]);
  });

  it('given a member who has not confirmed the own e-mail: refused, with the cure', () => {
    expect(() => issueInvitation(asked, fold(invitation, []), 'email-not-confirmed')).toThrow(
      expect.objectContaining({
        kind: 'rule-broken',
        code: 'email-not-confirmed',
        message: expect.stringMatching(/^Confirm your own e-mail first: open the link/),
      }),
    );
  });

  it('given one issued again: refused', () => {
    expect(() => whenIssued(issued(), withdrawn(2), issued({ linkVersion: 3 }))).toThrow(
      expect.objectContaining({ code: 'email-already-invited' }),
    );
  });

  it('refuses a name that cannot be read, and says which field', () => {
    expect(() => issueInvitation({ ...asked, name: ' ' }, fold(invitation, []))).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        message: 'Enter the name of the creator.',
        details: { field: 'name' },
      }),
    );
  });
});
