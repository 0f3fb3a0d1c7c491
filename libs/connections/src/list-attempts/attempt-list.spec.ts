import { ERASED, type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  aChoiceOffered,
  anAttemptAbandoned,
  anAttemptFailed,
  anAttemptStarted,
  anAttemptSucceeded,
} from '../attempt/attempt.fixtures';

import { toAttemptItem } from './attempt-list.mapper';
import { attemptList, type AttemptRow } from './attempt-list.projection';
import { attemptPage } from './attempt-page';

const workspaceId = 'workspace-1';

const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
const after = (...facts: Fact[]): AttemptRow | undefined =>
  facts.reduce<AttemptRow | undefined>((row, fact, index) => {
    const told = recorded(fact, { at: at(index) }) as Recorded<never>;
    return attemptList.project(row, told, String(attemptList.key(told)));
  }, undefined);

const started: AttemptRow = {
  attemptId: anAttemptStarted().data.attemptId,
  workspaceId,
  invitationId: anAttemptStarted().data.invitationId,
  creatorName: '田中 美咲',
  creatorEmail: 'misaki.tanaka@hinata.example',
  platform: 'instagram',
  startedAt: at(0),
  result: 'started',
  step: 2,
  choosing: false,
  reason: null,
  missing: [],
  report: null,
  otherAccount: null,
  otherInvitationId: null,
  otherEnded: false,
  about: 'Instagram',
};

describe('attempt-list: every fact, the whole row', () => {
  it('AuthorizationStarted', () => {
    expect(after(anAttemptStarted())).toEqual(started);
  });

  it('AuthorizationStarted by an erased person: no row, whatever follows', () => {
    const erased = anAttemptStarted({ creatorName: ERASED, creatorEmail: ERASED });
    expect(after(erased, anAttemptFailed())).toBeUndefined();
  });

  it('AuthorizationSucceeded', () => {
    expect(after(anAttemptStarted(), anAttemptSucceeded({ missing: ['insights'] }))).toEqual({
      ...started,
      result: 'succeeded',
      step: 4,
      missing: ['insights'],
    });
    expect(after(anAttemptStarted(), anAttemptAbandoned(), anAttemptSucceeded())).toEqual({
      ...started,
      result: 'succeeded',
      step: 4,
    });
  });

  it('AuthorizationChoiceOffered: it waits for the creator until the attempt ends', () => {
    const waiting = { ...started, step: 4 as const, choosing: true };
    expect(after(anAttemptStarted(), aChoiceOffered())).toEqual(waiting);
    const details = { avatarUrl: null, tries: 0, connectedSince: null, missing: [], otherEmail: null };
    expect(toAttemptItem(waiting, details)).toMatchObject({
      result: 'started',
      what: 'Waiting for a choice: 田中 美咲 signed in on Instagram and has yet to say which account is meant',
      help: expect.stringContaining('The link of the invite leads back to the question for a day'),
    });
    for (const end of [anAttemptSucceeded(), anAttemptFailed()])
      expect(after(anAttemptStarted(), aChoiceOffered(), end)).toMatchObject({ choosing: false });
    expect(after(anAttemptStarted(), aChoiceOffered(), anAttemptAbandoned({ step: 4 }))).toMatchObject({
      choosing: false,
      result: 'abandoned',
      reason: 'not-chosen',
    });
  });

  it('AuthorizationFailed', () => {
    expect(after(anAttemptStarted(), anAttemptFailed())).toEqual({
      ...started,
      result: 'failed',
      step: 2,
      reason: 'consent-denied',
      about: 'Instagram consent denied',
    });
    expect(
      after(anAttemptStarted(), anAttemptFailed({ reason: 'permission-unticked', step: 4, missing: ['basic'] })),
    ).toMatchObject({ step: 4, missing: ['basic'] });
    expect(after(anAttemptStarted(), anAttemptFailed({ reason: 'unexpected', report: 'r1' }))).toMatchObject({
      reason: 'unexpected',
      report: 'r1',
    });
    expect(
      after(
        anAttemptStarted(),
        anAttemptFailed({ reason: 'account-linked-elsewhere', otherAccount: 'eats', otherInvitationId: 'i2' }),
      ),
    ).toMatchObject({ otherAccount: 'eats', otherInvitationId: 'i2' });
  });

  it('AuthorizationAbandoned', () => {
    expect(after(anAttemptStarted(), anAttemptAbandoned())).toEqual({
      ...started,
      result: 'abandoned',
      reason: 'not-finished',
      about: 'Instagram not finished',
    });
  });

  it('makes no row for an attempt that it never heard of', () => {
    for (const fact of [anAttemptSucceeded(), anAttemptFailed(), anAttemptAbandoned()])
      expect(after(fact)).toBeUndefined();
  });
});

describe('an attempt as the brand reads it', () => {
  const item = {
    attemptId: started.attemptId,
    invitationId: started.invitationId,
    creatorName: started.creatorName,
    creatorEmail: started.creatorEmail,
    platform: 'instagram',
    startedAt: at(0),
  };

  it('says what happened and how to help', () => {
    const row: AttemptRow = {
      ...started,
      result: 'failed',
      reason: 'account-linked-elsewhere',
      step: 4,
      otherAccount: 'eats',
      otherInvitationId: 'i2',
    };
    expect(
      toAttemptItem(row, {
        avatarUrl: '/pictures/n',
        tries: 2,
        connectedSince: null,
        missing: [],
        otherEmail: 'marcus@webbtable.example',
      }),
    ).toEqual({
      ...item,
      avatarUrl: '/pictures/n',
      result: 'failed',
      reason: 'account-linked-elsewhere',
      step: 4,
      tries: 2,
      connectedSince: null,
      what: 'This account already belongs to another invite',
      help: '@eats is connected through marcus@webbtable.example. Decide which invite keeps it.',
    });
  });

  it('says nothing of the kind of one that did not fail', () => {
    expect(
      toAttemptItem(started, { avatarUrl: null, tries: 0, connectedSince: null, missing: [], otherEmail: null }),
    ).toEqual({
      ...item,
      avatarUrl: null,
      result: 'started',
      reason: null,
      step: 2,
      tries: 0,
      connectedSince: null,
      what: null,
      help: null,
    });
  });
});

describe('page of attempts', () => {
  it('shows the failed ones, newest first, unless asked otherwise', () => {
    expect(attemptPage('w1', {})).toEqual({
      where: { workspaceId: 'w1', result: 'failed' },
      sort: [{ field: 'startedAt', direction: 'desc' }],
      limit: 50,
    });
    expect(attemptPage('w1', { result: 'all', direction: 'asc', limit: 5, search: 'mis', cursor: 'c' })).toEqual({
      where: { workspaceId: 'w1' },
      sort: [{ field: 'startedAt', direction: 'asc' }],
      limit: 5,
      search: 'mis',
      cursor: 'c',
    });
    expect(attemptPage('w1', { result: 'open' }).where).toEqual({ workspaceId: 'w1', open: 1 });
    expect(attemptPage('w1', { result: 'abandoned' }).where).toEqual({ workspaceId: 'w1', result: 'abandoned' });
  });
});
