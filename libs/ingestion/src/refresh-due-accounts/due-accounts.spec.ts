import fc from 'fast-check';
import { dueAccounts, type PerhapsDue } from './due-accounts';

const now = new Date('2026-11-23T12:00:00.000Z');
const day = 24 * 3_600_000;
const account = fc.record({
  accountId: fc.uuid(),
  waitingSince: fc.integer({ min: now.getTime() - 3 * day, max: now.getTime() }),
  dueAt: fc.oneof(fc.constant(null), fc.integer({ min: now.getTime() - 3 * day, max: now.getTime() + 3 * day })),
});

describe('due accounts', () => {
  it('are those whose time has come, longest waiting first', () => {
    const accounts: PerhapsDue[] = [
      { accountId: 'later', dueAt: now.getTime() + 1, waitingSince: now.getTime() - 9 },
      { accountId: 'b', dueAt: now.getTime(), waitingSince: now.getTime() },
      { accountId: 'a', dueAt: now.getTime(), waitingSince: now.getTime() },
      { accountId: 'never', dueAt: null, waitingSince: now.getTime() - 9 },
      { accountId: 'waiting', dueAt: now.getTime() - 5, waitingSince: now.getTime() - 5 },
      { accountId: 'put off', dueAt: now.getTime() - 1, waitingSince: now.getTime() - 7 },
    ];
    expect(dueAccounts(accounts, now).map(({ accountId }) => accountId)).toEqual(['put off', 'waiting', 'a', 'b']);
  });

  it('takes exactly what is due, whatever the order they come in', () => {
    fc.assert(
      fc.property(fc.array(account), (accounts) => {
        const due = dueAccounts(accounts, now);
        const rest = accounts.filter((each) => !due.includes(each));
        expect(due.length + rest.length).toBe(accounts.length);
        for (const { dueAt } of due)
          expect(dueAt !== null && (dueAt <= now.getTime() || dueAt > now.getTime() + day)).toBe(true);
        for (const { dueAt } of rest)
          expect(dueAt === null || (dueAt > now.getTime() && dueAt <= now.getTime() + day)).toBe(true);
        const waits = due.map(({ waitingSince }) => waitingSince);
        expect(waits.toSorted((one, other) => one - other)).toEqual(waits);
      }),
    );
  });

  it('an account that needs the creator is never due, however far the clock goes', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (anyTime) => {
        expect(dueAccounts([{ accountId: 'a', dueAt: null, waitingSince: 0 }], anyTime)).toEqual([]);
      }),
    );
  });
});
