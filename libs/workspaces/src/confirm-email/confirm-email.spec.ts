import { fold } from '@linkage/event-sourcing';
import { requestConfirmation } from '../request-confirmation/request-confirmation';
import { workspace } from '../workspace/workspace';
import type { WorkspaceFact } from '../workspace/workspace.events';
import { memberId, ownerJoined, workspaceId, workspaceRegistered } from '../workspace/workspace.fixtures';
import { confirmEmail } from './confirm-email';

const registered = [workspaceRegistered, ownerJoined];
const confirmed: WorkspaceFact = { type: 'EmailConfirmed', data: { workspaceId, memberId } };
const member = { workspaceId, memberId };

describe('confirm an e-mail', () => {
  const whenConfirmed = (given: readonly WorkspaceFact[], who = member) => confirmEmail(who, fold(workspace, given));

  it('given a member: the e-mail is confirmed', () => expect(whenConfirmed(registered)).toEqual([confirmed]));
  it('given one whose e-mail is confirmed: nothing', () =>
    expect(whenConfirmed([...registered, confirmed])).toEqual([]));
  it('given a person who is no member: the link opens nothing', () =>
    expect(() => whenConfirmed(registered, { ...member, memberId: 'another' })).toThrow(
      expect.objectContaining({ kind: 'rule-broken', code: 'link-invalid' }),
    ));
});

describe('ask for the mail once more', () => {
  const whenAsked = (...given: WorkspaceFact[]) => requestConfirmation(member, fold(workspace, given));

  it('given a member: it is asked for', () =>
    expect(whenAsked(...registered)).toEqual([{ type: 'EmailConfirmationRequested', data: member }]));
  it('given one whose e-mail is confirmed: nothing', () => expect(whenAsked(...registered, confirmed)).toEqual([]));
  it('given no member: nothing', () => expect(whenAsked()).toEqual([]));
});
