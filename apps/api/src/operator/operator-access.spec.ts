import { OperatorAccess, SESSION_MS } from './operator-access';

describe('access of the operator', () => {
  let now = 1_000_000;
  const access = new OperatorAccess('the key', () => now);

  it('takes the key and nothing like it', () => {
    expect(['the key', 'The key', 'the key ', 'the ke', ''].map((key) => access.isKey(key))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('honours its own cookie until it ends', () => {
    const cookie = access.startSession();
    expect(access.isSession(cookie)).toBe(true);
    now += SESSION_MS;
    expect(access.isSession(cookie)).toBe(false);
  });

  it('honours no other cookie', () => {
    const [end, mac] = access.startSession().split('.');
    for (const forged of [
      '',
      '.',
      `${end}`,
      `${end}.`,
      `${Number(end) + 1}.${mac}`,
      `${end}.${mac}x`,
      new OperatorAccess('another key', () => now).startSession(),
    ]) {
      expect([forged, access.isSession(forged)]).toEqual([forged, false]);
    }
  });
});
