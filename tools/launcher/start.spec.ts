import { networkInterfaces } from 'node:os';
import { Checkout, freePort } from './testing/checkout';

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

describe('npm start', () => {
  let checkout: Checkout;
  beforeEach(() => {
    checkout = new Checkout();
  });
  afterEach(() => checkout.remove());

  const ports = async (): Promise<Record<string, string>> => ({
    LINKAGE_PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
  });
  const left = (): number[] => checkout.left();

  it('runs in a path with a space and an umlaut, and stops all when it is stopped', async () => {
    const started = checkout.start(await ports());
    await started.until('Linkage runs.');
    expect(started.output).toMatch(/STARTED SANDBOX_PORT[^]*STARTED LINKAGE_PORT/);
    expect(left()).toHaveLength(2);
    started.signal('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(left()).toEqual([]);
  });

  it('starts no sandbox where another one is given, and says so', async () => {
    const { LINKAGE_PORT = '' } = await ports();
    const started = checkout.start({ LINKAGE_PORT, LINKAGE_SANDBOX_URL: 'http://127.0.0.1:3999' });
    await started.until('Stop with Ctrl+C.');
    expect(started.output).not.toContain('STARTED SANDBOX_PORT');
    expect(started.output).toMatch(/Platform sandbox {2}http:\/\/127\.0\.0\.1:3999\/ +not started here/);
    expect(started.output).not.toContain('move the clock here');
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends at %s while it builds, with all that builds',
    async (signal) => {
      const started = checkout.start({ ...(await ports()), BUILD: 'hangs' });
      await started.until('] api');
      started.signal(signal);
      expect(await started.ended).toBe(0);
      expect(started.output).not.toContain('STARTED');
      expect(started.output).not.toContain('failed');
      expect(left()).toEqual([]);
    },
  );

  it('starts nothing any more when it is stopped right after the build', async () => {
    const started = checkout.start(await ports());
    await started.until('Built in');
    started.signal('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.output).not.toContain('Linkage runs.');
    expect(left()).toEqual([]);
  });

  it('stops all when npm is stopped, which tells its shell only', async () => {
    const started = checkout.start(await ports(), { byNpm: true });
    await started.until('Linkage runs.');
    started.signal('SIGTERM');
    // The shell is gone at once; what it ran holds its output open until all have ended.
    await started.ended;
    expect(left()).toEqual([]);
  });

  it.each(['SANDBOX_PORT', 'LINKAGE_PORT'])('ends with all when what has %s breaks', async (port) => {
    const started = checkout.start({ ...(await ports()), BREAKS: port });
    expect(await started.ended).toBe(3);
    expect(started.output).toMatch(/(sandbox|linkage) stopped by itself \(exit 3\)/);
    expect(started.output).not.toContain('STARTED LINKAGE_PORT');
    expect(left()).toEqual([]);
  });

  it('takes an empty variable as none', async () => {
    const empty = ['MODE', 'HOST', 'PUBLIC_URL', 'SANDBOX_URL', 'SMTP_URL', 'DATA', 'LOG_LEVEL', 'TRUSTED_PROXIES'];
    const started = checkout.start({
      ...(await ports()),
      ...Object.fromEntries(empty.map((name) => [`LINKAGE_${name}`, ''])),
      SANDBOX_STATE: '',
      SANDBOX_HOST: ' ',
    });
    await started.until('Linkage runs.');
    expect(started.output).toContain('/mailbox');
  });

  (hasIpv6 ? it : it.skip).each(['::1', '[::1]', '::'])('says that it runs at %s', async (host) => {
    const started = checkout.start({ ...(await ports()), LINKAGE_HOST: host, LINKAGE_DEMO_PUBLIC: 'true' });
    await started.until('Linkage runs.');
  });

  it.each([
    [{ LINKAGE_PORT: 'http' }, /^\nLinkage cannot start with these settings:\n {2}LINKAGE_PORT: use a port number/],
    [{ LINKAGE_PORT: '70000' }, /LINKAGE_PORT: use a port number/],
    [{ SANDBOX_PORT: 'x' }, /^\nThe platform sandbox cannot start with these settings:\n {2}SANDBOX_PORT/],
    [{ LINKAGE_HOST: '192.0.2.1', LINKAGE_DEMO_PUBLIC: 'true' }, /^\nLINKAGE_HOST: "192\.0\.2\.1" is no address/],
    [{ LINKAGE_MODE: 'production' }, /LINKAGE_SMTP_URL: give your mail server/],
  ])('says before it builds what is wrong with %p, in a sentence', async (env, said) => {
    const started = checkout.start({ ...(await ports()), ...env });
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch(said);
    expect(started.output).not.toMatch(/Building|\n\s+at /);
  });

  it('names the variable that chooses another port when one is taken', async () => {
    const env = await ports();
    const first = checkout.start(env);
    await first.until('Linkage runs.');
    const second = checkout.start({ ...env, LINKAGE_PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`Port ${env['SANDBOX_PORT']} is in use.`);
    expect(second.output).toContain(`SANDBOX_PORT=${Number(env['SANDBOX_PORT']) + 1} npm start`);
  });
});
