import { ProblemException } from '@linkage/http';
import { Passwords } from './passwords.service';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are kept as argon2id with 19 MiB and 2 passes', async () => {
    expect(await passwords.hash('correct horse battery', 'here')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
  it('match themselves and nothing else, however the letters were typed', async () => {
    const hash = await passwords.hash('caf\u00e9 au lait', 'here');
    expect(await passwords.matches('cafe\u0301 au lait', hash, 'here')).toBe(true);
    expect(await passwords.matches('cafe au lait', hash, 'here')).toBe(false);
  });
  it('are checked against something also when there is nothing to check against', async () => {
    expect(await passwords.matches('anything', undefined, 'here')).toBe(false);
  });
  it('are checked one at a time; beyond a short queue for each network one is sent away', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, () => passwords.hash('correct horse battery', 'here')),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(7);
    expect(refused[0]?.reason).toBeInstanceOf(ProblemException);
    expect((refused[0]?.reason as ProblemException).problem).toMatchObject({
      status: 503,
      code: 'unavailable',
      headers: { 'retry-after': '2' },
    });
    expect(await passwords.hash('there is room again', 'here')).toContain('$argon2id$');
  });
});
