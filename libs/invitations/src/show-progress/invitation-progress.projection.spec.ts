import { type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  emailBounced,
  emailFailed,
  emailNotSent,
  emailed,
  invitationId,
  issued,
  mailUndone,
  resendRequested,
  withdrawalUndone,
  withdrawn,
} from '../invitation/invitation.fixtures';
import { invitationProgress, type InvitationProgressRow } from './invitation-progress.projection';

const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
const after = (...facts: Fact[]): InvitationProgressRow =>
  facts.reduce<InvitationProgressRow | undefined>((row, fact, index) => {
    const told = recorded(fact, { id: `f${index}`, at: at(index) }) as Recorded<never>;
    return invitationProgress.project(row, told, String(invitationProgress.key(told)));
  }, undefined) as InvitationProgressRow;

const opened: Fact = { type: 'MicrositeOpened', data: { invitationId, linkVersion: 1, openedAt: at(0) } };
const started: Fact = { type: 'AuthorizationStarted', data: { invitationId, attemptId: 'a', platform: 'instagram' } };
const connected: Fact = { type: 'SocialAccountConnected', data: { invitationId, accountId: 'a1' } };
const bounced = emailBounced('f0');

describe('how far an invite got', () => {
  it('is its furthest step, with the time at which each was reached first', () => {
    expect(after(issued())).toMatchObject({ reached: 'queued', month: '2026-11', steps: { queued: at(0) } });
    expect(after(issued(), emailed('f0'), emailed('f1'))).toMatchObject({
      reached: 'accepted',
      steps: { queued: at(0), accepted: at(1) },
    });
    expect(after(issued(), emailed('f0'), opened, started, connected)).toMatchObject({
      reached: 'connected',
      steps: { queued: at(0), accepted: at(1), opened: at(2), started: at(3), connected: at(4) },
    });
  });

  it('tells earlier steps by later ones, where the link came another way', () => {
    expect(after(issued(), connected).steps).toEqual({
      queued: at(0),
      opened: at(1),
      started: at(1),
      connected: at(1),
    });
  });

  it('is stuck with a bounce until the page is opened all the same, or a new mail is accepted', () => {
    const trouble = { kind: 'bounced', at: at(2), reason: 'Full.', words: 'over quota' };
    expect(after(issued(), emailed('f0'), bounced)).toMatchObject({ reached: 'bounced', trouble });
    expect(after(issued(), emailed('f0'), bounced, opened)).toMatchObject({ reached: 'opened', trouble });
    expect(after(issued(), emailed('f0'), bounced, resendRequested(), emailed('f3'))).toMatchObject({
      reached: 'accepted',
      trouble: null,
    });
  });

  it('is not stuck with what became of an older mail', () => {
    const sentAgain = [issued(), emailed('f0'), resendRequested(), emailed('f2')];
    expect(after(...sentAgain, bounced)).toMatchObject({ reached: 'accepted', trouble: null });
    expect(after(...sentAgain, emailBounced('f2'))).toMatchObject({ reached: 'bounced' });
    expect(after(issued(), emailed('f0'), resendRequested(), mailUndone('f2'), bounced)).toMatchObject({
      reached: 'bounced',
    });
  });

  it('forgets what a mail met with that a withdrawal took back', () => {
    const deferred = [issued(), emailed('f0'), resendRequested(), emailFailed('f2', false)];
    expect(after(...deferred).trouble).toMatchObject({ kind: 'delayed' });
    expect(after(...deferred, withdrawn(), withdrawalUndone()).trouble).toBeNull();
    expect(after(issued(), emailFailed('f0', false), withdrawn(), withdrawalUndone()).trouble).toMatchObject({
      kind: 'delayed',
    });
  });

  it('says what a mail met with', () => {
    expect(after(issued(), emailFailed('f0', false)).trouble).toMatchObject({ kind: 'delayed' });
    expect(after(issued(), emailFailed('f0', true))).toMatchObject({ reached: 'bounced' });
    expect(after(issued(), emailNotSent('f0')).trouble).toMatchObject({ kind: 'not-sent' });
    expect(after(issued(), emailNotSent('f0', 'not-needed')).trouble).toBeNull();
  });

  it('does not count while it is withdrawn, and begins anew when it is issued again', () => {
    expect(after(issued(), withdrawn()).listed).toBe(0);
    expect(after(issued(), withdrawn(), withdrawalUndone()).listed).toBe(1);
    expect(after(issued(), emailed('f0'), opened, withdrawn(), issued()).steps).toEqual({ queued: at(4) });
  });
});
