import { fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { emailed, invitationId, issued, emailFailed } from '../invitation/invitation.fixtures';
import { recordReturned, type ReturnedLine } from './record-returned';

const email = 'misaki.tanaka@hinata.example';
const failed: ReturnedLine = {
  address: 'Misaki.Tanaka@Hinata.example',
  action: 'failed',
  status: '5.1.1',
  words: 'User unknown',
  reason: 'The receiving mail server does not know this address (5.1.1).',
};
const delayed: ReturnedLine = { ...failed, action: 'delayed', status: null, words: '', reason: 'Not yet.' };
const data = { invitationId, causedBy: 'f0', reason: failed.reason, words: failed.words, status: '5.1.1' };
const bounced: InvitationFact = { type: 'InvitationEmailBounced', data };
const isDelayed: InvitationFact = {
  type: 'InvitationEmailDelayed',
  data: { invitationId, causedBy: 'f0', reason: 'Not yet.' },
};

const when = (recipients: readonly ReturnedLine[], ...given: InvitationFact[]) =>
  recordReturned({ invitationId, askedBy: 'f0', email, recipients }, fold(invitation, given));

describe('what came back of a mail', () => {
  it('is a bounce, with the words, once', () => {
    expect(when([failed], issued(), emailed('f0'))).toEqual([bounced]);
    expect(when([failed], issued(), emailed('f0'), bounced)).toEqual([]);
  });

  it('is a delay, once, that a bounce may follow', () => {
    expect(when([delayed], issued(), emailed('f0'))).toEqual([isDelayed]);
    expect(when([delayed], issued(), emailed('f0'), isDelayed)).toEqual([]);
    expect(when([failed], issued(), emailed('f0'), isDelayed)).toEqual([bounced]);
    expect(when([delayed], issued(), emailed('f0'), bounced)).toEqual([]);
  });

  it("is told by the creator's own line, else by the worst of them", () => {
    const other = { ...failed, address: 'other@hinata.example', reason: 'Another.' };
    expect(when([other, delayed], issued(), emailed('f0'))).toEqual([isDelayed]);
    expect(when([{ ...delayed, address: '' }, other], issued(), emailed('f0'))).toMatchObject([
      { type: 'InvitationEmailBounced', data: { reason: 'Another.' } },
    ]);
  });

  it('is nothing for a mail that was not accepted', () => {
    expect(when([failed], issued())).toEqual([]);
    expect(when([failed], issued(), emailFailed('f0', true))).toEqual([]);
    expect(when([], issued(), emailed('f0'))).toEqual([]);
  });
});
