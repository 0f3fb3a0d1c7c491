import { resolve } from 'node:path';
import { ConfigError } from '@linkage/settings';
import { readConfig } from './config';
import { exposureWarnings } from './config/exposure';

const troublesOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.troubles;
    throw error;
  }
  return [];
};

const production = {
  LINKAGE_MODE: 'production',
  LINKAGE_PUBLIC_URL: 'https://linkage.example.com',
  LINKAGE_SMTP_URL: 'smtps://u:p@mail.example.com',
  LINKAGE_MAIL_FROM: 'Acme <a@acme.example>',
  LINKAGE_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  LINKAGE_OPERATOR_KEY: 'an operator key that is long enough',
};

describe('settings', () => {
  it('need nothing for the demo', () => {
    expect(readConfig({})).toEqual({
      mode: 'demo',
      registration: 'open',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      trustedProxies: undefined,
      dataDirectory: resolve('.data'),
      eventStoreUrl: undefined,
      sandboxUrl: 'http://127.0.0.1:3100',
      sendsMail: true,
      mostCalls: {},
      webhookSecrets: {},
      smtpUrl: undefined,
      bounceAddress: undefined,
      bounceListen: undefined,
      mailFrom: 'Linkage <linkage@localhost.localdomain>',
      mailQuotas: null,
      salesUrl: null,
      masterKey: undefined,
      operatorKey: undefined,
      credentials: {},
      pictures: { one: 2_000_000, all: 5_000_000_000 },
      logLevel: 'info',
      roles: ['web', 'projections', 'reactors', 'ingestion'],
    });
  });
  it('without a mail server are complete in production, too', () => {
    const { LINKAGE_SMTP_URL: url, LINKAGE_MAIL_FROM: from, ...others } = production;
    expect(readConfig({ ...others, LINKAGE_MAIL: 'none' })).toMatchObject({ sendsMail: false, smtpUrl: undefined });
    expect(troublesOf({ ...others, LINKAGE_MAIL: 'none', LINKAGE_SMTP_URL: url, LINKAGE_MAIL_FROM: from })).toEqual([
      'LINKAGE_MAIL: leave it out to send mails, or leave LINKAGE_SMTP_URL out to send none',
    ]);
    expect(troublesOf({ ...others })).toContainEqual(expect.stringContaining('LINKAGE_MAIL=none'));
    expect(troublesOf({ LINKAGE_MAIL: 'off' })).toEqual(['LINKAGE_MAIL: use one of smtp, none, not "off"']);
  });
  it('bound the room for pictures', () => {
    expect(readConfig({ LINKAGE_PICTURE_MB: '5', LINKAGE_PICTURES_MB: '100' }).pictures).toEqual({
      one: 5_000_000,
      all: 100_000_000,
    });
    for (const bad of ['0', '21', '1.5', '-1', 'two', '1e1'])
      expect(() => readConfig({ LINKAGE_PICTURE_MB: bad })).toThrow(
        `LINKAGE_PICTURE_MB: use a whole number from 1 to 20, not "${bad}"`,
      );
  });
  it('close registration in production unless it is opened', () => {
    expect(readConfig(production).registration).toBe('closed');
    expect(readConfig({ ...production, LINKAGE_REGISTRATION: 'invite' }).registration).toBe('invite');
    expect(readConfig({ LINKAGE_REGISTRATION: 'closed' }).registration).toBe('closed');
  });
  it('limit mails as soon as they leave this machine, or when told to', () => {
    const usual = {
      workspaceHour: 100,
      workspaceDay: 500,
      invitationDay: 10,
      invitationPauseSeconds: 60,
      installationHour: 1_000,
    };
    expect(readConfig(production).mailQuotas).toEqual(usual);
    expect(readConfig({ LINKAGE_MAIL_QUOTAS: 'workspace-hour=3, hour=7' }).mailQuotas).toEqual({
      ...usual,
      workspaceHour: 3,
      installationHour: 7,
    });
    for (const wrong of ['100', 'day=3', 'hour=-1', 'toString=1'])
      expect(troublesOf({ LINKAGE_MAIL_QUOTAS: wrong })).toEqual([
        expect.stringMatching(/^LINKAGE_MAIL_QUOTAS: write it as/),
      ]);
  });
  it('take the public address from the port', () => {
    expect(readConfig({ LINKAGE_PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
  });
  it('leave the sandbox and its clock out of production', () => {
    expect(readConfig(production)).toMatchObject({ mode: 'production', sandboxUrl: null });
    expect(troublesOf({ ...production, LINKAGE_SANDBOX_URL: 'http://127.0.0.1:3100' })).toEqual([
      expect.stringMatching(/^LINKAGE_SANDBOX_URL: leave it out/),
    ]);
  });
  it('name all that production lacks at once', () => {
    expect(troublesOf({ LINKAGE_MODE: 'production' }).map((trouble) => trouble.split(':')[0])).toEqual([
      'LINKAGE_SMTP_URL',
      'LINKAGE_MAIL_FROM',
      'LINKAGE_MASTER_KEY',
      'LINKAGE_OPERATOR_KEY',
      'LINKAGE_PUBLIC_URL',
    ]);
  });
  it('say where the keys are that an installation has made for itself', () => {
    expect(troublesOf({ ...production, LINKAGE_MASTER_KEY: '', LINKAGE_DATA: '/data' }).join()).toMatch(
      /^LINKAGE_MASTER_KEY: give the key.* openssl rand .*\/data\/master\.key$/,
    );
    expect(troublesOf({ ...production, LINKAGE_OPERATOR_KEY: '', LINKAGE_DATA: '/data' }).join()).toMatch(
      /^LINKAGE_OPERATOR_KEY: give the key.* openssl rand .*\/data\/operator\.key$/,
    );
  });
  it('refuse production over http, unless that is accepted, and then it is said at each start', () => {
    const open = { ...production, LINKAGE_PUBLIC_URL: 'http://linkage.example.com' };
    expect(troublesOf(open)).toEqual([
      expect.stringMatching(/^LINKAGE_PUBLIC_URL: use https.*LINKAGE_ALLOW_HTTP=true/),
    ]);
    const accepted = readConfig({ ...open, LINKAGE_ALLOW_HTTP: 'true' });
    expect(exposureWarnings(accepted)).toEqual([expect.stringContaining('over http at http://linkage.example.com')]);
    const here = readConfig({ ...production, LINKAGE_PUBLIC_URL: 'http://localhost:3000' });
    expect(exposureWarnings(here)).toEqual([]);
  });
  it.each([
    [{ LINKAGE_HOST: '0.0.0.0' }, 'LINKAGE_HOST'],
    [{ LINKAGE_HOST: '::' }, 'LINKAGE_HOST'],
    [{ LINKAGE_HOST: '192.168.1.5' }, 'LINKAGE_HOST'],
    [{ LINKAGE_PUBLIC_URL: 'https://demo.example.com' }, 'LINKAGE_PUBLIC_URL'],
  ])('refuse the demo where others reach it, unless that is accepted, and then it is said: %p', (where, name) => {
    expect(troublesOf(where)).toEqual([expect.stringMatching(new RegExp(`^${name}: .*LINKAGE_DEMO_PUBLIC=true`))]);
    const accepted = readConfig({ ...where, LINKAGE_DEMO_PUBLIC: 'true' });
    expect(exposureWarnings(accepted)).toEqual([expect.stringContaining('This is the demo')]);
  });
  it.each([{}, { LINKAGE_HOST: '::1' }, { LINKAGE_HOST: 'localhost', LINKAGE_PUBLIC_URL: 'http://[::1]:3000' }])(
    'have nothing to say of a demo on this machine: %p',
    (where) => expect(exposureWarnings(readConfig(where))).toEqual([]),
  );
  it.each([
    ['LINKAGE_HOST', 'http://localhost:3000'],
    ['LINKAGE_ALLOW_HTTP', 'yes'],
    ['LINKAGE_DEMO_PUBLIC', '1'],
    ['LINKAGE_EVENTSTORE_URL', 'http://127.0.0.1:2113'],
    ['LINKAGE_MODE', 'live'],
    ['LINKAGE_REGISTRATION', 'yes'],
    ['LINKAGE_PORT', '0'],
    ['LINKAGE_PORT', 'http'],
    ['LINKAGE_PORT', '70000'],
    ['LINKAGE_PUBLIC_URL', 'linkage.example.com'],
    ['LINKAGE_PUBLIC_URL', 'https://example.com/linkage'],
    ['LINKAGE_SANDBOX_URL', 'ftp://x'],
    ['LINKAGE_SMTP_URL', 'mail.example.com'],
    ['LINKAGE_MASTER_KEY', 'short'],
    ['LINKAGE_LOG_LEVEL', 'loud'],
    ['LINKAGE_ROLES', 'web,coffee'],
    ['LINKAGE_TRUSTED_PROXIES', 'loopback'],
    ['LINKAGE_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['LINKAGE_TRUSTED_PROXIES', '10.0.0.1/8/8'],
    ['LINKAGE_TRUSTED_PROXIES', '10.0.0.1, proxy.example.com'],
    ['LINKAGE_TRUSTED_PROXIES', '0.0.0.0/0'],
  ])('refuse %s=%s and say what to write', (name, value) => {
    expect(troublesOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: \\w+`))]);
  });
  it.each([
    ['10.0.0.7', ['10.0.0.7']],
    [' 10.0.0.7, 192.168.0.0/16 ,fd00::/8,', ['10.0.0.7', '192.168.0.0/16', 'fd00::/8']],
    ['none', []],
    ['', undefined],
  ])('read the proxies %p', (value, proxies) => {
    expect(readConfig({ LINKAGE_TRUSTED_PROXIES: value }).trustedProxies).toEqual(proxies);
  });
  it('never repeat a secret', () => {
    expect(troublesOf({ LINKAGE_MASTER_KEY: 'c2VjcmV0', LINKAGE_SMTP_URL: 'http://user:hidden@x' }).join()).not.toMatch(
      /c2VjcmV0|hidden/,
    );
  });
  it('take a platform only with id and secret', () => {
    expect(readConfig({ LINKAGE_YOUTUBE_CLIENT_ID: 'a', LINKAGE_YOUTUBE_CLIENT_SECRET: 'b' }).credentials).toEqual({
      youtube: { clientId: 'a', clientSecret: 'b' },
    });
    expect(troublesOf({ LINKAGE_YOUTUBE_CLIENT_ID: 'a' })).toEqual([
      expect.stringMatching(/^LINKAGE_YOUTUBE_CLIENT_SECRET: /),
    ]);
    expect(troublesOf({ LINKAGE_TIKTOK_CLIENT_SECRET: 'a' })).toEqual([
      expect.stringMatching(/^LINKAGE_TIKTOK_CLIENT_ID: /),
    ]);
  });
  it('take the secret of a webhook that its platform can reach', () => {
    const name = 'LINKAGE_TWITCH_WEBHOOK_SECRET';
    const app = { LINKAGE_TWITCH_CLIENT_ID: 'a', LINKAGE_TWITCH_CLIENT_SECRET: 'b', LINKAGE_DEMO_PUBLIC: 'true' };
    const secret = 'x'.repeat(64);
    const trouble = [expect.stringMatching(/^LINKAGE_TWITCH_WEBHOOK_SECRET: /)];
    // The sandbox posts to any address.
    expect(readConfig({ [name]: secret }).webhookSecrets).toEqual({ twitch: secret });
    for (const url of ['http://linkage.example.com', 'https://linkage.example.com:8443'])
      expect(troublesOf({ ...app, [name]: secret, LINKAGE_PUBLIC_URL: url })).toEqual(trouble);
    const reached = { ...app, LINKAGE_PUBLIC_URL: 'https://linkage.example.com' };
    expect(readConfig({ ...reached, [name]: secret }).webhookSecrets).toEqual({ twitch: secret });
    for (const bad of ['x'.repeat(9), 'x'.repeat(101), 'café au lait', 'with a space'])
      expect(troublesOf({ ...reached, [name]: bad })).toEqual(trouble);
    expect(readConfig({ LINKAGE_TIKTOK_WEBHOOK_SECRET: secret }).webhookSecrets).toEqual({});
  });
  it('take a budget of calls in words', () => {
    expect(
      readConfig({ LINKAGE_YOUTUBE_MOST_CALLS: '9000/day', LINKAGE_TWITCH_MOST_CALLS: '600/minute' }).mostCalls,
    ).toEqual({ youtube: { calls: 9_000, everyMs: 86_400_000 }, twitch: { calls: 600, everyMs: 60_000 } });
    for (const value of ['9000', '9/day', '100/week', 'many/day', '99999999/day'])
      expect(troublesOf({ LINKAGE_YOUTUBE_MOST_CALLS: value })).toEqual([
        expect.stringMatching(/^LINKAGE_YOUTUBE_MOST_CALLS: /),
      ]);
  });
  it('keep the order of roles and read an empty variable as an absent one', () => {
    const shared = {
      LINKAGE_EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
      LINKAGE_ROLES: 'projections, web',
      LINKAGE_SMTP_URL: ' ',
    };
    expect(readConfig(shared)).toMatchObject({ roles: ['web', 'projections'], smtpUrl: undefined });
  });
  it('give the one process of the embedded log everything to do', () => {
    expect(readConfig({ LINKAGE_ROLES: 'ingestion,reactors,projections,web' }).roles).toHaveLength(4);
    expect(troublesOf({ LINKAGE_ROLES: 'web,reactors' })).toEqual([
      expect.stringMatching(/^LINKAGE_ROLES: .* none would do projections, ingestion\. .*LINKAGE_EVENTSTORE_URL/),
    ]);
  });
});
