import type { NameRecords } from '../name-records.port';
import type { Zone } from './listed-name-records';

const long = `v=DKIM1; k=rsa; p=${'A'.repeat(390)}`;

/** What every adapter has to do. @param open asks a DNS that knows this zone */
export function nameRecordsContract(open: (zone: Zone) => Promise<NameRecords>): void {
  const zone: Zone = {
    texts: { 'acme.example': ['v=spf1 -all', 'another'], 'key.acme.example': [long] },
    exchanges: {
      'acme.example': [
        { exchange: 'second.acme.example', priority: 20 },
        { exchange: 'first.acme.example', priority: 10 },
      ],
      'none.example': [{ exchange: '', priority: 0 }],
    },
    addresses: { 'mail.acme.example': ['192.0.2.7', '2001:db8::7'] },
    names: { '192.0.2.7': ['mail.acme.example'] },
    broken: ['broken.example'],
  };

  it('gives texts whole, also those that are cut into pieces', async () => {
    const records = await open(zone);
    expect(await records.texts('key.acme.example')).toEqual({ found: [long] });
    const { found = [] } = (await records.texts('acme.example')) as { found?: readonly string[] };
    expect([...found].sort()).toEqual(['another', 'v=spf1 -all']);
  });

  it('gives mail exchanges, the most wanted first, and that a domain takes no mail', async () => {
    const records = await open(zone);
    expect(await records.exchanges('acme.example')).toEqual({
      found: [
        { exchange: 'first.acme.example', priority: 10 },
        { exchange: 'second.acme.example', priority: 20 },
      ],
    });
    expect(await records.exchanges('none.example')).toEqual({ found: [{ exchange: '', priority: 0 }] });
  });

  it('gives addresses, and the names of an address', async () => {
    const records = await open(zone);
    expect(await records.addresses('mail.acme.example')).toEqual({ found: ['192.0.2.7', '2001:db8::7'] });
    expect(await records.names('192.0.2.7')).toEqual({ found: ['mail.acme.example'] });
  });

  it.each(['nothing.example', 'acme.example'])('finds none where there is none: %s', async (name) => {
    const records = await open(zone);
    expect(await records.addresses(name)).toEqual({ found: [] });
    expect(await records.texts(`_dmarc.${name}`)).toEqual({ found: [] });
    expect(await records.names('192.0.2.8')).toEqual({ found: [] });
  });

  it('says that no answer came, which is not the same as none', async () => {
    const records = await open(zone);
    const trouble = { trouble: 'The DNS server could not answer.' };
    expect(await records.texts('broken.example')).toEqual(trouble);
    expect(await records.exchanges('broken.example')).toEqual(trouble);
    expect(await records.addresses('broken.example')).toEqual(trouble);
  });
}
