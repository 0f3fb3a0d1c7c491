import { ERASED, fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { emailed, invitationId, issued, withdrawn } from '../invitation/invitation.fixtures';
import { issueInvitation } from './issue-invitation';

const asked = {
  invitationId: '01936000-0000-7000-8000-000000000009',
  name: 'Zoe\u0308',
  email: ' Zoe@Meermakers.example ',
  brandName: 'Nordlys Agency',
  invitedBy: 'Ingrid Solheim',
};
const whenIssued = (...given: InvitationFact[]) => issueInvitation(asked, fold(invitation, given));

describe('issue an invitation', () => {
  it('given nothing: the invitation is issued, e-mail as typed', () => {
    expect(whenIssued()).toEqual([
      { type: 'InvitationIssued', data: { ...asked, name: 'Zoë', email: 'Zoe@Meermakers.example', linkVersion: 1 } },
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
    'given one whose creator was erased: issued to somebody new, with another id %#',
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
        data: { ...asked, invitationId, name: 'Zoë', email: 'Zoe@Meermakers.example', linkVersion: 3 },
      },
    ]);
  });

  it('given one issued again: refused', () => {
    expect(() => whenIssued(issued(), withdrawn(2), issued({ linkVersion: 3 }))).toThrow(
      expect.objectContaining({ code: 'email-already-invited' }),
    );
  });

  it('refuses a name that nobody can read, and says which field', () => {
    expect(() => issueInvitation({ ...asked, name: ' ' }, fold(invitation, []))).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        message: 'Give the name of the creator.',
        details: { field: 'name' },
      }),
    );
  });
});
