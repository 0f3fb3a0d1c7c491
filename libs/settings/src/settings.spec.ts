import { isLoopback, localAddress, Variables } from './index';

describe('addresses', () => {
  it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]', '::ffff:127.0.0.1', 'LOCALHOST'])(
    'of this machine: %s',
    (host) => expect(isLoopback(host)).toBe(true),
  );
  it.each(['0.0.0.0', '::', '192.168.1.5', 'linkage.example.com', 'localhost.evil.test', '127.0.0.1.evil.test', ''])(
    'that others may reach: %p',
    (host) => expect(isLoopback(host)).toBe(false),
  );
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['::', 'http://[::1]:3000'],
    ['localhost', 'http://localhost:3000'],
    ['192.168.1.5', 'http://192.168.1.5:3000'],
  ])('where a server that listens at %s is reached: %s', (host, url) => {
    expect(localAddress(host, 3000).url).toBe(url);
    expect(URL.canParse(url)).toBe(true);
  });
});

describe('variables', () => {
  it.each([
    ['', false],
    [' ', false],
    ['true', true],
    ['false', false],
  ])('take %p for a yes or no', (value, expected) => {
    const variables = new Variables({ NAME: value });
    expect(variables.flag('NAME')).toBe(expected);
    expect(variables.troubles).toEqual([]);
  });
  it('refuse any other word for it, and say which there are', () => {
    const variables = new Variables({ NAME: 'on' });
    expect(variables.flag('NAME')).toBe(false);
    expect(variables.troubles).toEqual(['NAME: use true or false, not "on"']);
  });
  it('that are empty count as not set, whatever is read', () => {
    const variables = new Variables({ NAME: '  ' });
    expect([
      variables.text('NAME'),
      variables.port('NAME', 3000),
      variables.choice('NAME', ['a', 'b'], 'b'),
      variables.list('NAME', ['a', 'b']),
      variables.origin('NAME', null),
      variables.addresses('NAME'),
      variables.troubles,
    ]).toEqual([undefined, 3000, 'b', ['a', 'b'], null, undefined, []]);
  });
  it('give a port that is free to choose as 0 only where that is allowed', () => {
    const variables = new Variables({ NAME: '0' });
    expect(variables.port('NAME', 3000, { orAny: true })).toBe(0);
    expect(variables.troubles).toEqual([]);
    variables.port('NAME', 3000);
    expect(variables.troubles).toEqual(['NAME: use a port number from 1 to 65535, not "0"']);
  });
  it.each([
    ['[::1]', '::1'],
    ['::', '::'],
    ['localhost', 'localhost'],
    [' 0.0.0.0 ', '0.0.0.0'],
    ['', '127.0.0.1'],
  ])('take %p for a host', (value, host) => {
    const variables = new Variables({ NAME: value });
    expect([variables.host('NAME', '127.0.0.1'), variables.troubles]).toEqual([host, []]);
  });
  it.each(['http://localhost', 'localhost:3000', '127.0.0.1/8', 'a b', '-'])('refuse the host %p', (value) => {
    const variables = new Variables({ NAME: value });
    expect(variables.host('NAME', '127.0.0.1')).toBe('127.0.0.1');
    expect(variables.troubles).toHaveLength(1);
  });
  it.each(['1e3', '0x50', ' 80 80 ', '3000.5', '-1', '99999', 'http'])('refuse the port %p', (value) => {
    const variables = new Variables({ NAME: value });
    expect(variables.port('NAME', 3000)).toBe(3000);
    expect(variables.troubles).toHaveLength(1);
  });
});
