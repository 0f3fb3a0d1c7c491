import { readSpf } from './spf';
import { ListedNameRecords, type Zone } from './testing/listed-name-records';

const read = (record: string, zone: Zone = {}, addresses: readonly string[] = ['192.0.2.7']) =>
  readSpf(record, 'acme.example', addresses, new ListedNameRecords(zone));

/** `include:1.acme.example`, each of which takes no look-up of its own. */
const includes = (count: number): { record: string; zone: Zone } => {
  const names = Array.from({ length: count }, (_, index) => `${index}.acme.example`);
  return {
    record: ['v=spf1', ...names.map((name) => `include:${name}`), '-all'].join(' '),
    zone: { texts: Object.fromEntries(names.map((name) => [name, ['v=spf1 ip4:198.51.100.0/24 -all']])) },
  };
};

describe('a record of SPF', () => {
  it.each([
    ['v=spf1 ip4:192.0.2.7 -all', true],
    ['v=spf1 ip4:192.0.2.0/24 -all', true],
    ['v=spf1 ip4:198.51.100.0/24 -all', false],
    ['v=spf1 -ip4:192.0.2.7 -all', false],
    ['v=spf1 a:mail.acme.example -all', true],
    ['v=spf1 a -all', false],
    ['v=spf1 mx ~all', true],
    ['v=spf1 mx/28 ~all', true],
    ['v=spf1 include:relay.example -all', true],
    ['v=spf1 redirect=relay.example', true],
    ['v=spf1 -all ip4:192.0.2.7', false],
  ])('%s lets the mail server send: %s', async (record, allowed) => {
    const zone: Zone = {
      addresses: { 'mail.acme.example': ['192.0.2.7'], 'acme.example': ['203.0.113.1'] },
      exchanges: { 'acme.example': [{ exchange: 'mail.acme.example', priority: 10 }] },
      texts: { 'relay.example': ['v=spf1 ip4:192.0.2.0/28 ~all'] },
    };
    expect((await read(record, zone)).allows).toEqual([allowed]);
  });

  it('holds for both kinds of addresses', async () => {
    const { allows } = await read('v=spf1 ip6:2001:db8::/32 -all', {}, ['192.0.2.7', '2001:db8::7', '2001:db9::7']);
    expect(allows).toEqual([false, true, false]);
  });

  it.each([
    ['-all', '-'],
    ['~all', '~'],
    ['?all', '?'],
    ['all', '+'],
    ['', 'none'],
    ['redirect=relay.example', '~'],
  ])('that ends with "%s" is known as such', async (end, ending) => {
    expect((await read(`v=spf1 ${end}`, { texts: { 'relay.example': ['v=spf1 ~all'] } })).ending).toBe(ending);
  });

  it('may take ten look-ups, and not one more', async () => {
    const [ten, eleven] = [includes(10), includes(11)];
    expect(await read(ten.record, ten.zone)).toMatchObject({ lookups: 10, faults: [] });
    const { faults } = await read(eleven.record, eleven.zone);
    expect(faults).toEqual([expect.stringContaining('more than 10 look-ups')]);
  });

  it('is not followed without end', async () => {
    const zone: Zone = { texts: { 'loop.example': ['v=spf1 include:loop.example -all'] } };
    const records = new ListedNameRecords(zone);
    const { faults } = await readSpf('v=spf1 include:loop.example -all', 'acme.example', [], records);
    expect(faults).toContainEqual(expect.stringContaining('more than 10 look-ups'));
    expect(records.asked.length).toBeLessThanOrEqual(11);
  });

  it.each([
    ['v=spf1 ipv4:192.0.2.7 -all', 'is no part of SPF'],
    ['v=spf1 ip4:acme.example -all', 'holds no address of this kind'],
    ['v=spf1 ip4:192.0.2.7/33 -all', 'holds no address of this kind'],
    ['v=spf1 ptr -all', 'not to be used any more'],
    ['v=spf1 include:nothing.example -all', 'nothing.example, which it names, has no SPF record'],
    ['v=spf1 include:two.example -all', 'two.example, which it names, has 2 SPF records'],
    ['v=spf1 a:1.example a:2.example a:3.example -all', '3 of the names in it have no record'],
  ])('%s has a fault', async (record, fault) => {
    const { faults } = await read(record, { texts: { 'two.example': ['v=spf1 -all', 'v=spf1 ~all'] } });
    expect(faults).toEqual([expect.stringContaining(fault)]);
  });
});
