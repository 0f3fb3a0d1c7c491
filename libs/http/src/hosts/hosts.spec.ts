import { httpAdapter } from '../http-adapter';
import { askedHost } from './asked-host';
import { tidyForwardedFor } from './tidy-forwarded-for';
import { whereTo, type Asked } from './public-host';
import { TrustedProxies } from './trusted-proxies';
import { wrongHost } from './wrong-host';
import { wrongHostPage } from './wrong-host-page';

const page: Asked = { method: 'GET', url: '/accounts?x=1', host: '', wantsPage: true, wasSentOn: false };
const PUBLIC = 'https://linkage.example.com';

describe('where a request is to go', () => {
  it.each([
    [PUBLIC, 'linkage.example.com'],
    [PUBLIC, 'Linkage.Example.COM'],
    [PUBLIC, 'linkage.example.com:443'],
    [PUBLIC, 'linkage.example.com:80'],
    ['http://linkage.example.com', 'linkage.example.com:80'],
    ['http://localhost:3000', 'localhost:3000'],
    ['https://linkage.example.com:8443', 'linkage.example.com:8443'],
    ['http://[::1]:3000', '[::1]:3000'],
    ['https://bücher.example', 'xn--bcher-kva.example'],
  ])('is here at %s for %s', (publicUrl, host) => {
    expect(whereTo({ ...page, host }, publicUrl)).toEqual({ is: 'here' });
    expect(whereTo({ ...page, host, method: 'POST', wantsPage: false }, publicUrl)).toEqual({ is: 'here' });
  });

  it.each([
    ['http://localhost:3000', '127.0.0.1:3000'],
    ['http://127.0.0.1:3000', 'localhost:3000'],
    ['http://localhost:3000', '[::1]:3000'],
    [PUBLIC, 'www.linkage.example.com'],
    [PUBLIC, 'old-name.example.com:443'],
  ])('is %s once for a browser that asked for %s', (publicUrl, host) => {
    expect(whereTo({ ...page, host }, publicUrl)).toEqual({ is: 'redirect', to: `${publicUrl}/accounts?x=1` });
    expect(whereTo({ ...page, host, wasSentOn: true }, publicUrl)).toEqual({ is: 'wrong' });
    expect(whereTo({ ...page, host, wantsPage: false }, publicUrl)).toEqual({ is: 'wrong' });
    expect(whereTo({ ...page, host, method: 'POST' }, publicUrl)).toEqual({ is: 'wrong' });
  });

  it.each([
    [PUBLIC, '127.0.0.1:3000'],
    [PUBLIC, 'localhost:3000'],
    [PUBLIC, 'localhost'],
    [PUBLIC, '10.0.0.7'],
    [PUBLIC, '[fd00::7]'],
    [PUBLIC, 'linkage:3000'],
    [PUBLIC, 'linkage'],
    [PUBLIC, 'linkage_backend'],
    [PUBLIC, 'linkage.example.com:8080'],
    [PUBLIC, 'linkage.default.svc.cluster.local:3000'],
    ['https://linkage.example.com:8443', 'linkage.example.com'],
    ['http://localhost:3000', 'localhost:3001'],
    ['http://localhost:3000', '192.168.1.5:3000'],
    [PUBLIC, ''],
    [PUBLIC, 'user@linkage.example.com'],
    [PUBLIC, 'linkage.example.com/x'],
    [PUBLIC, 'a b'],
  ])('is told to be wrong at %s for what a proxy may call it: %s', (publicUrl, host) => {
    expect(whereTo({ ...page, host }, publicUrl)).toEqual({ is: 'wrong' });
  });

  it('never leaves Linkage', () => {
    const to = (url: string): unknown => whereTo({ ...page, host: 'www.linkage.example.com', url }, PUBLIC);
    expect(to('//evil.test/x')).toEqual({ is: 'redirect', to: `${PUBLIC}//evil.test/x` });
    expect(to('http://evil.test/')).toEqual({ is: 'redirect', to: `${PUBLIC}/` });
    expect(to('.evil.test/')).toEqual({ is: 'redirect', to: `${PUBLIC}/` });
  });

  it('is here for a probe, whatever it calls this server', () => {
    expect(whereTo({ ...page, host: '10.0.0.7', url: '/health/ready' }, PUBLIC)).toEqual({ is: 'here' });
    expect(whereTo({ ...page, host: '10.0.0.7', url: '/healthy' }, PUBLIC)).toEqual({ is: 'wrong' });
  });
});

describe('proxies', () => {
  const asked = (remoteAddress: string, proxies: TrustedProxies): string =>
    askedHost(
      { headers: { host: '127.0.0.1:3000', 'x-forwarded-host': 'linkage.example.com' }, socket: { remoteAddress } },
      proxies,
    ).name;

  it('of this machine may give an address, but no name, until they are named', () => {
    for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) {
      expect(TrustedProxies.onThisMachine.mayGiveAddress(address)).toBe(true);
      expect(asked(address, TrustedProxies.onThisMachine)).toBe('127.0.0.1:3000');
    }
    expect(TrustedProxies.onThisMachine.mayGiveAddress('192.168.1.5')).toBe(false);
    expect(TrustedProxies.onThisMachine.mayGiveAddress(undefined)).toBe(false);
  });
  it('that are named may give both; others neither', () => {
    const proxies = TrustedProxies.of(['192.168.1.5', '10.0.0.0/8', 'fd00::/8']);
    for (const address of ['192.168.1.5', '::ffff:192.168.1.5', '10.20.30.40', 'fd00::7']) {
      expect(proxies.mayGiveAddress(address)).toBe(true);
      expect(asked(address, proxies)).toBe('linkage.example.com');
    }
    for (const address of ['192.168.1.6', '127.0.0.1', '::1', 'fe80::1', 'unknown', '']) {
      expect(proxies.mayGiveAddress(address)).toBe(false);
      expect(asked(address, proxies)).toBe('127.0.0.1:3000');
    }
    expect(TrustedProxies.of([]).mayGiveAddress('127.0.0.1')).toBe(false);
  });
  it('give the name in the last entry, where several have written one', () => {
    const headers = { host: 'x', 'x-forwarded-host': 'evil.test, linkage.example.com:443' };
    const socket = { remoteAddress: '10.0.0.1' };
    expect(askedHost({ headers, socket }, TrustedProxies.of(['10.0.0.0/8']))).toEqual({
      name: 'linkage.example.com:443',
      header: 'X-Forwarded-Host',
    });
  });

  it.each([
    ['none is named', TrustedProxies.onThisMachine, '203.0.113.5'],
    ['this one is named', TrustedProxies.of(['127.0.0.0/8']), '203.0.113.5'],
    ['another one is named', TrustedProxies.of(['10.0.0.0/8']), '127.0.0.1'],
    ['all are disbelieved', TrustedProxies.of([]), '127.0.0.1'],
  ])('give the address that limits go by, when %s', async (_, proxies, address) => {
    const server = httpAdapter(proxies).getInstance();
    server.get('/', (request, reply) => void reply.send(request.ip));
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.5' };
    expect((await server.inject({ url: '/', headers, remoteAddress: '127.0.0.1' })).body).toBe(address);
    await server.close();
  });

  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['203.0.113.5, 10.0.0.1', '203.0.113.5, 10.0.0.1'],
    ['203.0.113.5:4711', '203.0.113.5'],
    ['[2001:db8::1]:4711, [2001:db8::2]', '2001:db8::1, 2001:db8::2'],
    ['whatever I like, 203.0.113.5', '203.0.113.5'],
    ['203.0.113.9, unknown, 203.0.113.5', '203.0.113.5'],
    ['unknown', undefined],
    ['', undefined],
  ])('write addresses: of %p is kept %p', (header, kept) => {
    const headers = { 'x-forwarded-for': header };
    tidyForwardedFor(headers);
    expect(headers['x-forwarded-for']).toBe(kept);
  });
});

describe('a wrong name', () => {
  const came = (host: string, disbelieved?: { name: string; from: string }) =>
    wrongHost({ name: host, header: 'Host', ...(disbelieved && { disbelieved }) }, PUBLIC);

  it('is told with what was expected and what to set', () => {
    const wrong = came('127.0.0.1:3000');
    expect(wrong).toMatchObject({ came: 'Host: 127.0.0.1:3000', expected: 'linkage.example.com' });
    expect(wrong.cures.join()).toContain('proxy_set_header Host $http_host;');
    expect(wrong.cures.join()).toContain('LINKAGE_PUBLIC_URL=http://127.0.0.1:3000');
    expect(wrong.cures.join()).not.toContain('LINKAGE_TRUSTED_PROXIES');
  });
  it('names the proxy to trust when it sent the right one', () => {
    const right = { name: 'linkage.example.com:443', from: '10.0.0.1' };
    expect(came('linkage:3000', { ...right, name: 'linkage.example.com' }).cures[0]).toContain(
      'LINKAGE_TRUSTED_PROXIES=10.0.0.1',
    );
    expect(came('linkage:3000', { ...right, name: 'other.example' }).cures.join()).not.toContain('TRUSTED');
  });
  it('is told also when there was none, and when it is endless', () => {
    expect(came('')).toMatchObject({ came: 'no Host' });
    expect(came('x'.repeat(9_000)).came.length).toBeLessThan(200);
  });
  it('cannot put anything into the page', () => {
    const text = wrongHostPage(came('"><script>alert(1)</script>', { name: '<b>', from: '<i>' }), {
      publicUrl: PUBLIC,
      path: '/"onload="x',
      nonce: 'n',
    });
    expect(text).not.toMatch(/<script|<b>|<i>|"onload/);
    expect(text).toContain(`href="${PUBLIC}/&quot;onload=&quot;x"`);
  });
});
