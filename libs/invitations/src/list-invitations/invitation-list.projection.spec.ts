import { ERASED, sortKey, type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import type { SocialAccountFact, PersonErased } from '@linkage/published-facts';
import {
  emailFailed,
  emailNotSent,
  emailed,
  invitationId,
  issued,
  mailReleased,
  mailUndone,
  reconnectRequested,
  resendRequested,
  withdrawalUndone,
  withdrawn,
} from '../invitation/invitation.fixtures';
import { invitationList } from './invitation-list.projection';
import type { InvitationRow } from './invitation-row';

const workspaceId = 'workspace-1';

const account = { accountId: 'a1', invitationId, platform: 'instagram' } as const;
const identity = { platformAccountId: '1784', username: 'misaki.t', displayName: 'Misaki', avatarUrl: null };
const person = { creatorName: '田中 美咲', creatorEmail: 'misaki.tanaka@hinata.example' };
const connected: SocialAccountFact = {
  type: 'SocialAccountConnected',
  data: { ...account, ...identity, ...person, granted: [] },
};
const reconnected: SocialAccountFact = {
  type: 'SocialAccountReconnected',
  data: { ...account, ...identity, username: 'misaki.new', granted: [] },
};
const disconnected: SocialAccountFact = { type: 'SocialAccountDisconnected', data: { ...account, by: 'creator' } };
const lost: SocialAccountFact = { type: 'SocialAccountAccessLost', data: { ...account, cause: 'password-changed' } };
const regained: SocialAccountFact = { type: 'SocialAccountAccessRegained', data: account };

const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
/** Facts one minute apart, with ids f0, f1, … */
const after = (...facts: Fact[]): InvitationRow | undefined =>
  facts.reduce<InvitationRow | undefined>((row, fact, index) => {
    const told = recorded(fact, { id: `f${index}`, at: at(index) }) as Recorded<never>;
    return invitationList.project(row, told, String(invitationList.key(told)));
  }, undefined);

const fresh: InvitationRow = {
  invitationId,
  workspaceId,
  listed: 1,
  withdrawnAt: null,
  erasedAt: null,
  optedOut: false,
  name: '田中 美咲',
  nameKey: sortKey('田中 美咲'),
  email: 'misaki.tanaka@hinata.example',
  invitedAt: at(0),
  status: 'invited',
  urgency: 1,
  statusSince: at(0),
  accounts: [],
  handles: '',
  delivery: {
    state: 'sending',
    about: 'invite',
    reason: null,
    words: null,
    nextTry: null,
    at: null,
    count: 0,
    askedBy: 'f0',
    before: null,
  },
  choices: [],
  waiting: 'server',
};
/** Of a mail that is the invite itself, with nothing before it. */
const invite = { words: null, nextTry: null, about: 'invite', before: null } as const;
const first = {
  state: 'sending',
  about: 'invite',
  reason: null,
  words: null,
  nextTry: null,
  at: null,
  askedBy: 'f0',
  before: null,
} as const;
const instagram = { accountId: 'a1', platform: 'instagram', username: 'misaki.t', broken: null } as const;
const active: InvitationRow = {
  ...fresh,
  status: 'active',
  urgency: 0,
  statusSince: at(1),
  accounts: [instagram],
  handles: 'misaki.t',
};

describe('invitation-list: every fact, the whole row', () => {
  it('InvitationIssued', () => {
    expect(after(issued())).toEqual(fresh);
    expect(after(issued({ name: 'Élodie ÅSE' }))?.nameKey).toBe(sortKey('Élodie ÅSE'));
  });

  it('InvitationResendRequested', () => {
    expect(after(issued(), emailed('f0'), resendRequested())).toEqual({
      ...fresh,
      delivery: {
        ...invite,
        state: 'sending',
        reason: null,
        words: null,
        nextTry: null,
        at: at(1),
        count: 1,
        askedBy: 'f2',
        before: { ...first, state: 'sent', at: at(1) },
      },
    });
  });

  it('InvitationEmailed', () => {
    expect(after(issued(), emailed('f0'))).toEqual({
      ...fresh,
      waiting: null,
      delivery: { ...invite, state: 'sent', reason: null, at: at(1), count: 1, askedBy: 'f0' },
    });
  });

  it('PersonErased', () => {
    const erased: PersonErased = {
      type: 'PersonErased',
      data: { subject: invitationId, kind: 'creator', facts: {}, openFacts: {}, done: [], remains: [] },
    };
    expect(after(issued(), erased)).toEqual({ ...fresh, erasedAt: at(1), waiting: null });
    expect(after(erased)).toBeUndefined();
  });

  it('InvitationEmailed for an older asking counts, but the newest asking decides the state', () => {
    expect(after(issued(), resendRequested(), emailed('f0'))).toEqual({
      ...fresh,
      delivery: {
        ...first,
        count: 1,
        askedBy: 'f1',
        before: { ...first, state: 'sent', at: at(2) },
      },
    });
    expect(after(issued(), resendRequested(), emailed('f0'), emailed('f1'))).toEqual({
      ...fresh,
      waiting: null,
      delivery: { ...invite, state: 'sent', reason: null, at: at(3), count: 2, askedBy: 'f1' },
    });
  });

  it('InvitationEmailFailed', () => {
    const delivery = { ...invite, reason: 'The mail server is busy.', at: at(1), count: 0, askedBy: 'f0' } as const;
    expect(after(issued(), emailFailed('f0', false))).toEqual({
      ...fresh,
      waiting: 'receiver',
      delivery: { ...delivery, state: 'retrying' },
    });
    expect(after(issued(), emailFailed('f0', true))).toEqual({
      ...fresh,
      waiting: null,
      delivery: { ...delivery, state: 'bounced' },
    });
    expect(after(issued(), emailFailed('f0', false), emailed('f0'))).toEqual({
      ...fresh,
      waiting: null,
      delivery: { ...invite, state: 'sent', reason: null, at: at(2), count: 1, askedBy: 'f0' },
    });
    expect(after(issued(), resendRequested(), emailFailed('f0', true))).toEqual({
      ...fresh,
      delivery: {
        ...fresh.delivery,
        askedBy: 'f1',
        before: { ...first, state: 'bounced', reason: 'The mail server is busy.', at: at(2) },
      },
    });
  });

  it('InvitationEmailNotSent', () => {
    const delivery = { ...invite, state: 'failed', at: at(1), count: 0, askedBy: 'f0' } as const;
    expect(after(issued(), emailNotSent('f0'))).toEqual({
      ...fresh,
      waiting: 'member',
      delivery: { ...delivery, reason: 'It waited for too long.' },
    });
    expect(after(issued(), emailFailed('f0', false), emailNotSent('f0'))?.delivery).toEqual({
      ...delivery,
      at: at(2),
      reason: 'It waited for too long. The mail server is busy.',
    });
    expect(after(issued(), resendRequested(), emailNotSent('f0'))).toEqual({
      ...fresh,
      delivery: {
        ...fresh.delivery,
        askedBy: 'f1',
        before: { ...first, state: 'failed', reason: 'It waited for too long.', at: at(2) },
      },
    });
  });

  it('ReconnectRequested: what is told is the mail about it, until it comes to nothing', () => {
    const sent = after(issued(), emailed('f0'))?.delivery;
    const asked = after(issued(), emailed('f0'), reconnectRequested())?.delivery;
    expect(asked).toMatchObject({ state: 'sending', about: 'reconnect', count: 1, askedBy: 'f2' });
    expect(after(issued(), emailed('f0'), reconnectRequested(), emailed('f2'))?.delivery).toEqual({
      ...sent,
      about: 'reconnect',
      at: at(3),
      count: 2,
      askedBy: 'f2',
    });
    expect(after(issued(), emailed('f0'), reconnectRequested(), emailNotSent('f2', 'not-needed'))?.delivery).toEqual(
      sent,
    );
    expect(
      after(issued(), reconnectRequested(), emailFailed('f0', true), emailNotSent('f1', 'not-needed'))?.delivery,
    ).toMatchObject({ state: 'bounced', about: 'invite', askedBy: 'f0' });
  });

  it('InvitationWithdrawn: off the list', () => {
    expect(after(issued(), withdrawn())).toEqual({ ...fresh, listed: 0, withdrawnAt: at(1) });
  });

  it('InvitationWithdrawn: what was asked for once more and has not gone out is taken back, the first mail stays', () => {
    const sent = after(issued(), emailed('f0'))?.delivery;
    const deferred = [resendRequested(), emailFailed('f2', false)];
    expect(after(issued(), emailed('f0'), ...deferred, withdrawn())?.delivery).toEqual(sent);
    expect(after(issued(), emailed('f0'), ...deferred, resendRequested(), withdrawn())?.delivery).toEqual(sent);
    expect(after(issued(), emailed('f0'), resendRequested(), emailFailed('f2', true), withdrawn())?.delivery).toEqual(
      after(issued(), emailed('f0'), resendRequested(), emailFailed('f2', true))?.delivery,
    );
    for (const first of [
      [issued(), emailFailed('f0', false)],
      [issued({ mail: 'waits' }), mailReleased()],
    ])
      expect(after(...first, withdrawn())?.delivery).toEqual(after(...first)?.delivery);
    expect(
      after(issued({ mail: 'waits' }), mailReleased(), withdrawn(), withdrawalUndone(), emailed('f1'))?.delivery,
    ).toMatchObject({ state: 'sent', askedBy: 'f1' });
    expect(
      after(issued({ mail: 'waits' }), resendRequested(), withdrawn(), emailed('f1'), withdrawalUndone())?.delivery,
    ).toMatchObject({ state: 'sent', count: 1 });
  });

  it('MailRequestUndone: as before it, also where what was before is asked for in vain meanwhile', () => {
    const sent = after(issued(), emailed('f0'))?.delivery;
    expect(after(issued(), emailed('f0'), resendRequested(), mailUndone('f2'))?.delivery).toEqual(sent);
    expect(
      after(
        issued(),
        emailed('f0'),
        reconnectRequested(),
        resendRequested(),
        emailNotSent('f2', 'not-needed'),
        mailUndone('f3'),
      )?.delivery,
    ).toEqual(sent);
  });

  it('InvitationWithdrawalUndone: as before', () => {
    expect(after(issued(), connected, withdrawn(), withdrawalUndone())).toEqual(active);
  });

  it('InvitationIssued again: as new, but its accounts are known', () => {
    expect(after(issued(), connected, withdrawn(), issued({ name: 'Misaki', linkVersion: 3 }))).toEqual({
      ...active,
      name: 'Misaki',
      nameKey: sortKey('Misaki'),
      invitedAt: at(3),
      statusSince: at(3),
      delivery: { ...fresh.delivery, askedBy: 'f3' },
    });
  });

  it('SocialAccountConnected', () => {
    expect(after(issued(), connected)).toEqual(active);
  });

  it('SocialAccountDisconnected', () => {
    expect(after(issued(), connected, disconnected)).toEqual({
      ...active,
      status: 'action-needed',
      urgency: 2,
      statusSince: at(2),
      accounts: [{ ...instagram, broken: { cause: 'disconnected', since: at(2) } }],
    });
  });

  it('SocialAccountAccessLost', () => {
    expect(after(issued(), connected, lost)).toEqual({
      ...active,
      status: 'action-needed',
      urgency: 2,
      statusSince: at(2),
      accounts: [{ ...instagram, broken: { cause: 'password-changed', since: at(2) } }],
    });
  });

  it('ProfileCaptured: called as at its last refresh, and as healthy as before', () => {
    const captured = (profile: unknown) => ({
      type: 'ProfileCaptured',
      data: { ...account, refreshId: 'r1', profile },
    });
    const renamed = captured({ username: 'misaki.new' });
    const { accounts, handles, status, statusSince } = after(issued(), connected, renamed) ?? {};
    expect({ accounts, handles, status, statusSince }).toEqual({
      accounts: [{ ...instagram, username: 'misaki.new' }],
      handles: 'misaki.new misaki.t',
      status: 'active',
      statusSince: at(1),
    });
    expect(after(issued(), connected, captured(ERASED))?.accounts).toEqual([instagram]);
  });

  it('SocialAccountReconnected', () => {
    expect(after(issued(), connected, lost, reconnected)).toEqual({
      ...active,
      statusSince: at(3),
      accounts: [{ ...instagram, username: 'misaki.new' }],
      handles: 'misaki.new misaki.t',
    });
    expect(after(issued(), connected, reconnected)).toEqual({
      ...active,
      accounts: [{ ...instagram, username: 'misaki.new' }],
      handles: 'misaki.new misaki.t',
    });
  });

  it('SocialAccountAccessRegained', () => {
    expect(after(issued(), connected, lost, regained)).toEqual({ ...active, statusSince: at(3) });
  });

  describe('waiting', () => {
    const attempt = { attemptId: 't1', invitationId, platform: 'instagram' } as const;
    const offered: Fact = { type: 'AuthorizationChoiceOffered', data: { ...attempt, offered: 3, until: at(59) } };
    const succeeded: Fact = { type: 'AuthorizationSucceeded', data: { ...attempt, accountId: 'a1' } };
    const failed: Fact = { type: 'AuthorizationFailed', data: { ...attempt, reason: 'consent-denied', step: 3 } };
    const abandoned: Fact = { type: 'AuthorizationAbandoned', data: { ...attempt, step: 3 } };
    const optedOut: Fact = { type: 'CreatorOptedOut', data: { invitationId, linkVersion: 1 } };
    const erased: Fact = {
      type: 'PersonErased',
      data: { subject: invitationId, kind: 'creator', facts: {}, openFacts: {}, done: [], remains: [] },
    };

    const busy = (more: object): Fact => ({
      type: 'InvitationEmailFailed',
      data: { invitationId, causedBy: 'f0', reason: 'Later.', final: false, nextTry: at(30), ...more },
    });

    it.each<[string, Fact[], InvitationRow['waiting']]>([
      ['a mail on its way', [], 'server'],
      ['a mail beyond the limits', [issued({ mail: 'waits' })], 'limits'],
      ['a mail that our mail server did not answer to', [busy({})], 'answer'],
      ['a mail that is to come later, as the receiving side says', [busy({ words: 'Come later' })], 'receiver'],
      ['a mail that was not sent', [emailNotSent('f0')], 'member'],
      ['a mail that the mail server took', [emailed('f0')], null],
      ['a mail that was refused', [emailFailed('f0', true)], null],
      ['a link that is given by hand', [issued({ mail: 'none' })], null],
      ['a mail that was not sent to a creator who is active', [emailNotSent('f0'), connected], null],
      ['a mail to a creator who wants none', [optedOut, emailNotSent('f0')], null],
      ['accounts to choose from', [emailed('f0'), offered], 'creator'],
      ['accounts that were offered again and chosen', [emailed('f0'), offered, offered, succeeded], null],
      ['accounts that were chosen', [emailed('f0'), offered, succeeded, connected], null],
      ['a choice that came to nothing', [emailed('f0'), offered, failed], null],
      ['a choice that was left unfinished', [emailed('f0'), offered, abandoned], null],
      [
        'a choice while another attempt ends',
        [emailed('f0'), offered, { ...failed, data: { ...failed.data, attemptId: 't2' } }],
        'creator',
      ],
      ['a person who was erased', [offered, erased], null],
    ])('%s', (_what, facts, waiting) => expect(after(issued(), ...facts)?.waiting).toBe(waiting));
  });

  it('makes no row for facts of an invitation that it never heard of', () => {
    for (const fact of [
      resendRequested(),
      emailed('f0'),
      emailFailed('f0', true),
      emailNotSent('f0'),
      withdrawn(),
      withdrawalUndone(),
      connected,
      reconnected,
      disconnected,
      lost,
      regained,
    ])
      expect(after(fact)).toBeUndefined();
  });
});
