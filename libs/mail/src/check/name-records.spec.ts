import { DnsNameRecords } from './dns-name-records';
import { DnsServer } from './testing/dns-server';
import { ListedNameRecords } from './testing/listed-name-records';
import { nameRecordsContract } from './testing/name-records.contract';

describe('records of names', () => {
  describe('of a DNS server', () => {
    const servers: DnsServer[] = [];
    afterEach(() => {
      for (const server of servers.splice(0)) server.stop();
    });
    nameRecordsContract(async (zone) => {
      const server = await DnsServer.start(zone);
      servers.push(server);
      return new DnsNameRecords({ servers: [server.address] });
    });

    it('are not waited for without end', async () => {
      const server = await DnsServer.start({});
      server.stop();
      const records = new DnsNameRecords({ servers: [server.address], timeoutMs: 50 });
      expect(await records.texts('acme.example')).toEqual({ trouble: expect.stringMatching(/^(The|No) DNS server/) });
    });
  });

  describe('in memory', () => nameRecordsContract(async (zone) => new ListedNameRecords(zone)));
});
