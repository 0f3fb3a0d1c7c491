import { generateKeyPairSync } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { MailFinding, MailMatter } from '@linkage/contracts';
import { SmtpMailSender } from '../smtp/smtp-mail-sender';
import { rawServer, refuse, smtpServer, type FakeServer } from '../smtp/testing/fake-server';
import { DnsNameRecords } from './dns-name-records';
import { MailCheck } from './mail-check';
import { DnsServer } from './testing/dns-server';
import { ListedNameRecords, type Zone } from './testing/listed-name-records';

const publicUrl = 'https://linkage.acme.example';
const from = 'Acme <creators@acme.example>';
const password = 'correct-horse';

const rsa = (bits: number): string =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');

const sound: Zone = {
  texts: {
    'acme.example': ['v=spf1 a:127.0.0.1 ip4:127.0.0.1 -all', 'something-else=1'],
    'selector1._domainkey.acme.example': [`v=DKIM1; k=rsa; p=${rsa(2_048)}`],
    '_dmarc.acme.example': ['v=DMARC1; p=quarantine; rua=mailto:dmarc@acme.example'],
    'bounces.acme.example': ['v=spf1 ip4:127.0.0.1 -all'],
  },
  exchanges: {
    'acme.example': [{ exchange: 'mail.acme.example', priority: 10 }],
    'bounces.acme.example': [{ exchange: 'mail.acme.example', priority: 10 }],
  },
  addresses: { 'mail.acme.example': ['127.0.0.1'] },
  names: { '127.0.0.1': ['mail.acme.example'] },
};

interface Asked {
  readonly zone?: Zone;
  readonly smtpUrl?: string;
  readonly bounceAddress?: string | undefined;
  readonly selector?: string;
  readonly from?: string;
}

describe('whether mails go out as they should', () => {
  const servers: { stop(): unknown }[] = [];
  const opened = <S extends { stop(): unknown }>(server: S): S => {
    servers.push(server);
    return server;
  };
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
  });

  /** Nothing listens there. */
  const nowhere = async (): Promise<string> => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    return `smtp://127.0.0.1:${port}`;
  };
  const checkOf = (asked: Asked & { readonly smtpUrl: string }): MailCheck =>
    new MailCheck({
      way: 'smtp',
      smtpUrl: asked.smtpUrl,
      from: asked.from ?? from,
      bounceAddress: 'bounceAddress' in asked ? asked.bounceAddress : 'bounces@bounces.acme.example',
      records: new ListedNameRecords(asked.zone ?? sound),
      sender: new SmtpMailSender({ url: asked.smtpUrl, from }),
      patienceMs: 2_000,
    });
  const findings = async (asked: Asked = {}): Promise<Readonly<Record<MailMatter, MailFinding>>> => {
    const smtpUrl = asked.smtpUrl ?? (await nowhere());
    const { findings: all } = await checkOf({ ...asked, smtpUrl }).check(asked.selector ?? null, publicUrl);
    return Object.fromEntries(all.map((one) => [one.matter, one])) as Record<MailMatter, MailFinding>;
  };
  const without = (
    kind: 'texts' | 'exchanges',
    name: string,
    instead: readonly never[] | readonly string[] = [],
  ): Zone => ({
    ...sound,
    [kind]: { ...sound[kind], [name]: instead },
  });

  it('is so, where all records are there: asked of a real DNS server', async () => {
    const dns = opened(await DnsServer.start(sound));
    const server = opened(await smtpServer({}));
    const check = new MailCheck({
      way: 'smtp',
      smtpUrl: server.url,
      from,
      bounceAddress: 'bounces@bounces.acme.example',
      records: new DnsNameRecords({ servers: [dns.address] }),
      sender: new SmtpMailSender({ url: server.url, from }),
    });
    const { findings: all } = await check.check('selector1', publicUrl);
    expect(all.map(({ matter, publish }) => [matter, publish])).toEqual(
      ['server', 'spf', 'dkim', 'dmarc', 'return-path', 'reverse-name'].map((matter) => [matter, null]),
    );
    expect(all.filter(({ verdict }) => verdict === 'bad')).toEqual([]);
  });

  describe('SPF', () => {
    it('is asked of the domain that mails come back to', async () => {
      expect((await findings()).spf).toMatchObject({ verdict: 'good', place: 'bounces.acme.example' });
      expect((await findings({ bounceAddress: undefined })).spf.place).toBe('acme.example');
    });
    it('that is missing comes with the record to publish', async () => {
      const { spf } = await findings({ zone: without('texts', 'bounces.acme.example') });
      expect(spf).toMatchObject({
        verdict: 'bad',
        publish: { type: 'TXT', name: 'bounces.acme.example', value: 'v=spf1 ip4:127.0.0.1 ~all' },
      });
    });
    it('that stands twice is joined', async () => {
      const two = ['v=spf1 ip4:127.0.0.1 -all', 'v=spf1 include:relay.example ip4:127.0.0.1 ~all'];
      const { spf } = await findings({ zone: without('texts', 'bounces.acme.example', two) });
      expect(spf.publish?.value).toBe('v=spf1 ip4:127.0.0.1 include:relay.example ~all');
    });
    it('that leaves the mail server out is told with what to add', async () => {
      const { spf } = await findings({ zone: without('texts', 'bounces.acme.example', ['v=spf1 ip4:192.0.2.1 -all']) });
      expect([spf.verdict, spf.publish?.value]).toEqual(['bad', 'v=spf1 ip4:127.0.0.1 ip4:192.0.2.1 -all']);
    });
    it('that lets all the world send is bad', async () => {
      const { spf } = await findings({ zone: without('texts', 'bounces.acme.example', ['v=spf1 ip4:127.0.0.1 +all']) });
      expect([spf.verdict, spf.says.join(' ')]).toEqual(['bad', expect.stringContaining('all the world')]);
    });
    it.each([
      ['postfix', 'postfix has no address in DNS, so that it is not known whether it may send.'],
      ['mail.acme.example', 'The DNS server could not answer.'],
    ])('is not said to be well where %s is not known', async (host, says) => {
      const zone: Zone = { ...sound, broken: ['mail.acme.example'] };
      const { spf } = await findings({ zone, smtpUrl: `smtp://${host}:1` });
      expect(spf).toMatchObject({ verdict: 'unknown', publish: null });
      expect(spf.says).toContain(says);
    });
    it('that is broken is bad, whatever is not known', async () => {
      const zone = without('texts', 'bounces.acme.example', ['v=spf1 ipv4:192.0.2.1 +all']);
      expect((await findings({ zone, smtpUrl: 'smtp://postfix:1' })).spf.verdict).toBe('bad');
    });
    it.each([
      ['192.0.2.7', 'v=spf1 ip4:192.0.2.7 -all'],
      ['[2001:db8::7]', 'v=spf1 ip6:2001:db8::/32 -all'],
    ])('lets a mail server send that is named by its address %s', async (host, record) => {
      const zone: Zone = {
        ...without('texts', 'bounces.acme.example', [record]),
        names: { '192.0.2.7': ['mail.acme.example'], '2001:db8::7': ['mail.acme.example'] },
        addresses: { 'mail.acme.example': ['192.0.2.7', '2001:db8::7'] },
      };
      const { spf, 'reverse-name': name } = await findings({ zone, smtpUrl: `smtp://${host}:1` });
      expect([spf.verdict, spf.publish, name.verdict]).toEqual(['good', null, 'good']);
    });
    it('that DNS does not tell is not said to be missing', async () => {
      const { spf } = await findings({ zone: { ...sound, broken: ['bounces.acme.example'] } });
      expect(spf).toMatchObject({ verdict: 'unknown', says: ['The DNS server could not answer.'], publish: null });
    });
  });

  describe('DKIM', () => {
    const at = (record: string): Zone => without('texts', 'selector1._domainkey.acme.example', [record]);
    it('is found under a usual name, or under the one that is given', async () => {
      expect((await findings()).dkim).toMatchObject({ verdict: 'good', place: 'selector1._domainkey.acme.example' });
      expect((await findings({ selector: 'selector1' })).dkim.verdict).toBe('good');
    });
    it('without a name is not known; with a wrong one it is missing', async () => {
      const zone = without('texts', 'selector1._domainkey.acme.example');
      expect((await findings({ zone })).dkim).toMatchObject({ verdict: 'unknown', publish: null });
      expect((await findings({ zone, selector: 'spring' })).dkim).toMatchObject({
        verdict: 'bad',
        publish: { type: 'TXT', name: 'spring._domainkey.acme.example' },
      });
    });
    it.each([
      ['v=DKIM1; p=', 'bad', 'withdrawn'],
      ['v=DKIM1; k=rsa; p=MIGfMA0', 'bad', 'cannot be read'],
      [`v=DKIM1; p=${rsa(512)}`, 'bad', '512 bits'],
      [`v=DKIM1; p=${rsa(1_024)}`, 'hint', '1024 bits'],
      [`v=DKIM1; t=y; p=${rsa(2_048)}`, 'hint', 'test (t=y)'],
    ])('with %.30s… is %s', async (record, verdict, says) => {
      const { dkim } = await findings({ zone: at(record) });
      expect([dkim.verdict, dkim.says.join(' ')]).toEqual([verdict, expect.stringContaining(says)]);
    });
  });

  describe('DMARC', () => {
    it('that is missing comes with the record to publish', async () => {
      const { dmarc } = await findings({ zone: without('texts', '_dmarc.acme.example') });
      expect(dmarc).toMatchObject({
        verdict: 'bad',
        publish: { name: '_dmarc.acme.example', value: 'v=DMARC1; p=none; rua=mailto:postmaster@acme.example' },
      });
    });
    it('of a domain above holds, with its policy for those below', async () => {
      const zone = without('texts', '_dmarc.acme.example', ['v=DMARC1; p=reject; sp=none']);
      const { dmarc } = await findings({ zone, from: 'creators@mail.acme.example' });
      expect([dmarc.place, dmarc.verdict]).toEqual(['_dmarc.acme.example', 'good']);
      expect(dmarc.says.join(' ')).toContain('policy is “none”');
    });
    it.each([
      ['v=DMARC1; p=none', 'bounces@bounces.acme.example', 'good', 'SPF proves the sender'],
      ['v=DMARC1; p=none; aspf=s', 'bounces@bounces.acme.example', 'hint', 'only DKIM can'],
      ['v=DMARC1; p=none', 'bounces@relay.example', 'hint', 'DKIM has to sign as acme.example'],
      ['v=DMARC1; rua=mailto:a@acme.example', 'bounces@acme.example', 'bad', 'no policy'],
    ])('%s with mails that come back to %s is %s', async (record, bounceAddress, verdict, says) => {
      const { dmarc } = await findings({ zone: without('texts', '_dmarc.acme.example', [record]), bounceAddress });
      expect([dmarc.verdict, dmarc.says.join(' ')]).toEqual([verdict, expect.stringContaining(says)]);
    });
  });

  describe('mails that come back', () => {
    it('need an MX record', async () => {
      const zone = without('exchanges', 'bounces.acme.example');
      expect((await findings({ zone }))['return-path']).toMatchObject({
        verdict: 'bad',
        publish: { type: 'MX', name: 'bounces.acme.example', value: '10 linkage.acme.example' },
      });
    });
    it('go to the domain itself where it has an address and no MX record (RFC 5321, 5.1)', async () => {
      const zone: Zone = {
        ...without('exchanges', 'bounces.acme.example'),
        addresses: { 'bounces.acme.example': ['192.0.2.9'] },
      };
      expect((await findings({ zone }))['return-path']).toMatchObject({
        verdict: 'hint',
        says: [expect.stringContaining('go to bounces.acme.example itself (192.0.2.9)')],
      });
    });
    it('are refused by a domain that says so, whatever its address', async () => {
      const zone: Zone = {
        ...sound,
        exchanges: { 'bounces.acme.example': [{ exchange: '', priority: 0 }] },
        addresses: { 'bounces.acme.example': ['192.0.2.9'] },
      };
      expect((await findings({ zone }))['return-path'].verdict).toBe('bad');
    });
    it('need a machine that DNS knows', async () => {
      const zone: Zone = { ...sound, addresses: {} };
      expect((await findings({ zone }))['return-path']).toMatchObject({ verdict: 'bad', publish: null });
    });
    it('are not told where no address is set for them', async () => {
      const found = (await findings({ bounceAddress: undefined }))['return-path'];
      expect([found.verdict, found.says.join(' ')]).toEqual([
        'hint',
        expect.stringContaining('LINKAGE_BOUNCE_ADDRESS'),
      ]);
    });
  });

  it('says no more than a hint of the name of the address', async () => {
    const zone: Zone = { ...sound, names: {} };
    expect((await findings({ zone }))['reverse-name']).toMatchObject({ verdict: 'hint', publish: null });
  });

  it('asks DNS nothing about a domain that is not of the open internet', async () => {
    const found = await findings({ from: 'linkage@localhost', bounceAddress: undefined });
    for (const matter of ['spf', 'dkim', 'dmarc', 'return-path'] as const)
      expect(found[matter]).toMatchObject({ verdict: 'unknown', publish: null });
  });

  describe('the mail server', () => {
    const signIn = (server: FakeServer): string => server.url.replace('//', `//ana:${password}@`);
    const authenticating = () =>
      smtpServer({
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (auth, _session, answer) =>
          auth.password === password ? answer(null, { user: 'ana' }) : answer(refuse(535, '5.7.8 Bad credentials')),
      });

    it('is asked as for a mail, and its answers are told, without a secret', async () => {
      const server = opened(await authenticating());
      const { server: found } = await findings({ smtpUrl: signIn(server) });
      expect(found).toMatchObject({ verdict: 'good', place: new URL(server.url).host });
      expect(found.says.join(' ')).toContain('took user name and password');
      expect(found.found[0]).toMatch(/^220 /);
      const told = JSON.stringify(found);
      for (const secret of [
        password,
        Buffer.from(password).toString('base64'),
        Buffer.from(`\0ana\0${password}`).toString('base64'),
      ])
        expect(told).not.toContain(secret);
    });
    it('that does not take the password is told so, without it', async () => {
      const server = opened(await authenticating());
      const { server: found } = await findings({ smtpUrl: server.url.replace('//', '//ana:wrong-secret@') });
      expect([found.verdict, found.says[0]]).toEqual(['bad', expect.stringContaining('did not accept')]);
      expect(JSON.stringify(found)).not.toContain('wrong-secret');
    });
    it('that is away is told so', async () => {
      expect((await findings()).server).toMatchObject({ verdict: 'bad', found: [] });
    });
    it('that is silent is not waited for without end', async () => {
      const server = opened(await rawServer(() => undefined));
      expect(['bad', 'unknown']).toContain((await findings({ smtpUrl: server.url })).server.verdict);
    });
  });

  describe('a test mail', () => {
    it('is sent the way of an invite, and what the mail server says is told', async () => {
      const subjects: string[] = [];
      const server = opened(
        await smtpServer({
          onData: async (stream, _session, answer) => {
            const raw = Buffer.concat(await stream.toArray()).toString();
            subjects.push(/^Subject: (.*)$/m.exec(raw)?.[1] ?? '');
            answer(null, '2.0.0 Queued as 4F3');
          },
        }),
      );
      const tested = await checkOf({ smtpUrl: server.url }).test('you@example.com', publicUrl);
      expect(tested).toMatchObject({ taken: true, words: expect.stringContaining('Queued as 4F3') });
      expect(subjects).toEqual(['A test of the mails of Linkage at linkage.acme.example']);
    });
    it('that is refused is told in words', async () => {
      const onRcptTo = (_to: unknown, _session: unknown, answer: (error: Error) => void): void =>
        answer(refuse(550, '5.7.1 Relaying denied'));
      const server = opened(await smtpServer({ onRcptTo }));
      expect(await checkOf({ smtpUrl: server.url }).test('you@example.com', publicUrl)).toEqual({
        taken: false,
        says: 'The mail was not taken: The mail server refused the mail by its policy (550 5.7.1).',
        words: 'Relaying denied',
      });
    });
  });
});
