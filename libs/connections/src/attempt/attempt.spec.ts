import { fold } from '@linkage/event-sourcing';
import { abandon, attempt, fail, startAuthorization, succeed } from './attempt';
import type { AttemptFact } from './attempt.events';
import { anAttemptAbandoned, anAttemptFailed, anAttemptStarted, anAttemptSucceeded } from './attempt.fixtures';

const given = (...facts: AttemptFact[]) => fold(attempt, facts);
const accountId = anAttemptSucceeded().data.accountId;
const connected = { accountId, reconnected: false, missing: [] };

describe('an attempt', () => {
  it('knows how far it got, and what came of it', () => {
    const started = {
      attemptId: anAttemptStarted().data.attemptId,
      invitationId: anAttemptStarted().data.invitationId,
      platform: 'instagram',
      others: [],
      refused: [],
      reconnects: null,
      choosingUntil: null,
      givenBack: false,
    };
    expect(given()).toBeNull();
    expect(given(anAttemptStarted())).toEqual({
      ...started,
      result: 'started',
      step: 2,
      accountId: null,
      reconnected: false,
      reason: null,
      missing: [],
    });
    expect(given(anAttemptStarted(), anAttemptSucceeded({ reconnected: true, missing: ['insights'] }))).toEqual({
      ...started,
      result: 'succeeded',
      step: 4,
      accountId,
      reconnected: true,
      reason: null,
      missing: ['insights'],
    });
    expect(
      given(anAttemptStarted(), anAttemptFailed({ reason: 'permission-unticked', step: 4, missing: ['basic'] })),
    ).toEqual({
      ...started,
      result: 'failed',
      step: 4,
      accountId: null,
      reconnected: false,
      reason: 'permission-unticked',
      missing: ['basic'],
    });
    expect(given(anAttemptStarted(), anAttemptAbandoned())).toEqual({
      ...started,
      result: 'abandoned',
      step: 2,
      accountId: null,
      reconnected: false,
      reason: 'not-finished',
      missing: [],
    });
  });

  it('takes a reason that it does not know for unexpected', () => {
    expect(given(anAttemptStarted(), anAttemptFailed({ reason: 'something-of-later' }))).toMatchObject({
      reason: 'unexpected',
    });
  });

  it('given a started one: succeeds, fails or is abandoned', () => {
    expect(succeed(connected, given(anAttemptStarted()))).toEqual([anAttemptSucceeded()]);
    expect(succeed({ ...connected, reconnected: true, missing: ['insights'] }, given(anAttemptStarted()))).toEqual([
      anAttemptSucceeded({ reconnected: true, missing: ['insights'] }),
    ]);
    expect(fail({ reason: 'consent-denied', step: 2 }, given(anAttemptStarted()))).toEqual([anAttemptFailed()]);
    expect(
      fail(
        { reason: 'account-linked-elsewhere', step: 4, otherAccount: 'chidinma.eats', otherInvitationId: 'i2' },
        given(anAttemptStarted()),
      ),
    ).toEqual([
      anAttemptFailed({
        reason: 'account-linked-elsewhere',
        step: 4,
        otherAccount: 'chidinma.eats',
        otherInvitationId: 'i2',
      }),
    ]);
    expect(abandon(given(anAttemptStarted()))).toEqual([anAttemptAbandoned()]);
  });

  it.each([
    ['nothing', []],
    ['one that succeeded', [anAttemptStarted(), anAttemptSucceeded()]],
    ['one that failed', [anAttemptStarted(), anAttemptFailed()]],
  ])('given %s: adds nothing', (_what, facts) => {
    expect(succeed(connected, given(...facts))).toEqual([]);
    expect(fail({ reason: 'already-used', step: 3 }, given(...facts))).toEqual([]);
    expect(abandon(given(...facts))).toEqual([]);
  });

  it('given an abandoned one: what happened after all counts, but it is not abandoned twice', () => {
    const abandoned = given(anAttemptStarted(), anAttemptAbandoned());
    expect(succeed(connected, abandoned)).toEqual([anAttemptSucceeded()]);
    expect(fail({ reason: 'expired', step: 3 }, abandoned)).toEqual([anAttemptFailed({ reason: 'expired', step: 3 })]);
    expect(abandon(abandoned)).toEqual([]);
  });
});

describe('start an authorization', () => {
  it('given nothing: started', () => {
    expect(startAuthorization(anAttemptStarted().data, fold(attempt, []))).toEqual([anAttemptStarted()]);
  });

  it('given the same start: nothing to add', () => {
    expect(startAuthorization(anAttemptStarted().data, fold(attempt, [anAttemptStarted()]))).toEqual([]);
    expect(startAuthorization(anAttemptStarted().data, fold(attempt, [anAttemptStarted(), anAttemptFailed()]))).toEqual(
      [],
    );
  });
});
