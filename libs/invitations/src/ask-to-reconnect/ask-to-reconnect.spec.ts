import { ERASED, fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact, ReconnectRequested } from '../invitation/invitation.events';
import {
  issued,
  lostInstagram,
  reconnectRequested,
  withdrawalUndone,
  withdrawn,
} from '../invitation/invitation.fixtures';
import { askOnceToReconnect, askToReconnect } from './ask-to-reconnect';

const now = new Date('2026-01-15T09:00:00.000Z');
/** It can be undone for a while. */
const held = ({ type, data }: ReconnectRequested): ReconnectRequested => ({
  type,
  data: { ...data, sendFrom: '2026-01-15T09:00:12.000Z' },
});
const later = { ...lostInstagram, since: '2026-01-16T08:00:00.000Z' };
const other = { ...lostInstagram, accountId: 'a2', platform: 'youtube' } as const;

describe('a member asks a creator to reconnect', () => {
  const when = (lost: Parameters<typeof askToReconnect>[0], ...given: InvitationFact[]) =>
    askToReconnect(lost, fold(invitation, given), now);

  it('given a lost account: asked, also when it was asked for before', () => {
    expect(when([lostInstagram], issued())).toEqual([held(reconnectRequested())]);
    expect(when([lostInstagram, other], issued(), reconnectRequested())).toEqual([
      held(reconnectRequested(lostInstagram, other)),
    ]);
  });

  it.each([
    ['nothing is lost', [], [issued()], 'nothing-to-reconnect'],
    ['it is withdrawn', [lostInstagram], [issued(), withdrawn()], 'invitation-withdrawn'],
    ['there is no invitation', [lostInstagram], [], 'not-found'],
  ] as const)('refused when %s', (_when, lost, given, code) => {
    expect(() => when(lost, ...given)).toThrow(expect.objectContaining({ code }));
  });

  it('refused when a mail was asked for too often', () => {
    const refusal = { code: 'mail-asked-recently', sentence: '', retryAfterSeconds: 40 } as const;
    expect(() => askToReconnect([lostInstagram], fold(invitation, [issued()]), now, refusal)).toThrow(
      expect.objectContaining({ kind: 'too-often', message: expect.stringContaining('40 seconds') }),
    );
  });
});

describe('after a loss Linkage asks a creator to reconnect', () => {
  const when = (lost: Parameters<typeof askToReconnect>[0], ...given: InvitationFact[]) =>
    askOnceToReconnect('a1', lost, fold(invitation, given));

  it('everything that is lost at that moment', () => {
    expect(when([lostInstagram, other], issued())).toEqual([reconnectRequested(lostInstagram, other)]);
  });

  it('once for each loss', () => {
    expect(when([lostInstagram], issued(), reconnectRequested())).toEqual([]);
    expect(when([lostInstagram, other], issued(), reconnectRequested(other, lostInstagram))).toEqual([]);
    expect(when([later], issued(), reconnectRequested())).toEqual([reconnectRequested(later)]);
    expect(when([lostInstagram, other], issued(), reconnectRequested(other))).toEqual([
      reconnectRequested(lostInstagram, other),
    ]);
  });

  it.each([
    ['the account works again', [], [issued()]],
    ['only another one is lost', [other], [issued()]],
    ['the invitation is withdrawn', [lostInstagram], [issued(), withdrawn()]],
    ['the creator was erased', [lostInstagram], [issued({ name: ERASED, email: ERASED })]],
    ['there is no invitation', [lostInstagram], []],
  ] as const)('not when %s', (_when, lost, given) => {
    expect(when(lost, ...given)).toEqual([]);
  });

  it('also where a withdrawal was undone', () => {
    expect(when([lostInstagram], issued(), withdrawn(), withdrawalUndone())).toHaveLength(1);
  });
});
