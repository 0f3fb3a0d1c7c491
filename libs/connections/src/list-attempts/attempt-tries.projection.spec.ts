import { ERASED, type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  aChoiceOffered,
  anAttemptAbandoned,
  anAttemptFailed,
  anAttemptStarted,
  anAttemptSucceeded,
} from '../attempt/attempt.fixtures';
import { attemptTries, connectedSince, triesKey, type AttemptTries } from './attempt-tries.projection';

const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
/** The row after the facts, one minute between each. */
const after = (...facts: Fact[]): AttemptTries | undefined =>
  facts.reduce<AttemptTries | undefined>((row, fact, index) => {
    const told = recorded(fact, { at: at(index) }) as Recorded<never>;
    return attemptTries.project(row, told, String(attemptTries.key(told)));
  }, undefined);

const first = { attemptId: 'a1' };
const second = { attemptId: 'a2' };

describe('attempt-tries', () => {
  it('has one row per creator and platform', () => {
    const fact = recorded(anAttemptFailed());
    expect(attemptTries.key(fact)).toBe(triesKey(fact.data));
    expect(triesKey({ ...fact.data, platform: 'youtube' })).not.toBe(triesKey(fact.data));
  });

  it('given two failures: counts both, and the newest is the open one', () => {
    const row = after(
      anAttemptStarted(first),
      anAttemptFailed(first),
      anAttemptStarted(second),
      anAttemptFailed({ ...second, reason: 'permission-unticked', step: 4 }),
    );
    expect(row).toMatchObject({
      failed: 2,
      open: 1,
      connectedAt: null,
      underWay: [],
      startedAt: at(2),
      creatorName: '田中 美咲',
      creatorEmail: 'misaki.tanaka@hinata.example',
      about: 'Instagram permission unticked',
      stopped: { attemptId: 'a2', reason: 'permission-unticked', step: 4 },
    });
  });

  it('given an attempt that was abandoned: it is open, and does not count as a failure', () => {
    expect(after(anAttemptStarted(), anAttemptAbandoned())).toMatchObject({ failed: 0, open: 1 });
  });

  it('given a failure, when another attempt succeeds: nothing is open, and the first says since when', () => {
    const row = after(
      anAttemptStarted(first),
      anAttemptFailed(first),
      anAttemptStarted(second),
      aChoiceOffered(second),
      anAttemptSucceeded(second),
    );
    expect(row).toMatchObject({ failed: 1, open: 0, connectedAt: at(4), underWay: [] });
    expect(connectedSince({ result: 'failed', startedAt: at(0) }, row)).toBe(at(4));
    expect(connectedSince({ result: 'abandoned', startedAt: at(0) }, row)).toBe(at(4));
    expect(connectedSince({ result: 'succeeded', startedAt: at(2) }, row)).toBeNull();
  });

  it('given a success, when a later attempt fails: that one is open', () => {
    const row = after(
      anAttemptStarted(first),
      anAttemptSucceeded(first),
      anAttemptStarted(second),
      anAttemptFailed(second),
    );
    expect(row).toMatchObject({ open: 1, stopped: { attemptId: 'a2' } });
    expect(connectedSince({ result: 'failed', startedAt: at(2) }, row)).toBeNull();
  });

  it('given an attempt that began before the success, when it is given up afterwards: nothing is open', () => {
    const begun = [anAttemptStarted(first), anAttemptStarted(second)];
    expect(after(...begun, anAttemptSucceeded(second), anAttemptAbandoned(first))).toMatchObject({ open: 0 });
  });

  it('given a newer failure, when an older attempt is given up: the newer one stays the open one', () => {
    const begun = [anAttemptStarted(first), anAttemptStarted(second)];
    expect(after(...begun, anAttemptFailed(second), anAttemptAbandoned(first))).toMatchObject({
      open: 1,
      stopped: { attemptId: 'a2' },
      underWay: [],
    });
  });

  it('given an attempt that was given up, when it succeeds late: nothing is open', () => {
    expect(after(anAttemptStarted(), anAttemptAbandoned(), anAttemptSucceeded())).toMatchObject({ open: 0 });
  });

  it('given an erased person: nothing is open, and no name is kept', () => {
    const erased = anAttemptStarted({ creatorName: ERASED, creatorEmail: ERASED });
    expect(after(erased, anAttemptFailed())).toMatchObject({ failed: 1, open: 0, stopped: null, creatorName: '' });
  });

  it('knows no since for a creator of whom nothing was heard', () => {
    expect(connectedSince({ result: 'failed', startedAt: at(0) }, undefined)).toBeNull();
  });
});
