import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@linkage/event-sourcing';
import { createTransport } from 'nodemailer';
import { SmtpReceiver } from '../mailbox/smtp-receiver';
import { SmtpMailSender } from '../smtp/smtp-mail-sender';
import { smtpServer } from '../smtp/testing/fake-server';
import { ReturnPath } from './return-path';
import { ReturnedMails, type ReturnedMail } from './returned-mails';

const example = (name: string): Buffer => readFileSync(join(__dirname, 'fixtures', `${name}.eml`));
const returnPath = new ReturnPath('Bounces@mail.example');

describe('mails that come back, over SMTP', () => {
  let receiver: SmtpReceiver;
  let heard: ReturnedMail[];
  let returned: ReturnedMails;
  beforeEach(async () => {
    heard = [];
    returned = new ReturnedMails();
    returned.listen(async (mail) => void heard.push(mail));
    receiver = new SmtpReceiver({
      mailbox: null,
      returnPath,
      returned,
      clock: systemClock,
      listen: { host: '127.0.0.1', port: 0 },
    });
    await receiver.start();
  });
  afterEach(() => receiver.stop());

  const send = async (raw: Buffer, to: string): Promise<string> => {
    const transport = createTransport({ url: receiver.url });
    try {
      return (await transport.sendMail({ envelope: { from: '', to }, raw })).response;
    } finally {
      transport.close();
    }
  };

  it('are read and told with the token of their address', async () => {
    await send(example('postfix-unknown-user'), 'BOUNCES+T0k3n@MAIL.example');
    expect(heard).toEqual([
      {
        token: 't0k3n',
        recipients: [
          expect.objectContaining({
            action: 'failed',
            reason: 'The receiving mail server does not know this address (5.1.1).',
          }),
        ],
      },
    ]);
  });

  it.each(['vacation', 'person', 'broken-report', 'delivered-receipt'])('are taken and not told: %s', async (name) => {
    expect(await send(example(name), 'bounces+t0k3n@mail.example')).toMatch(/^250/);
    expect(heard).toEqual([]);
  });

  it('are refused for every other address: nothing is relayed', async () => {
    for (const to of ['noa@example.com', 'bounces@mail.example', 'postmaster@mail.example'])
      await expect(send(example('person'), to)).rejects.toMatchObject({ responseCode: 550 });
  });

  it('are kept by the mail server that brings them while they cannot be recorded', async () => {
    returned.listen(() => Promise.reject(new Error('The log is away.')));
    await expect(send(example('qmail'), 'bounces+t0k3n@mail.example')).rejects.toMatchObject({ responseCode: 451 });
  });

  it('come to an address of its own for each mail', async () => {
    const froms: string[] = [];
    const server = await smtpServer({
      onMailFrom: ({ address }, _session, done) => {
        froms.push(address);
        done();
      },
    });
    const sender = new SmtpMailSender({ url: server.url, from: 'Linkage <linkage@brand.example>', returnPath });
    const mail = { to: { name: 'Noa', address: 'noa@example.com' }, subject: 's', text: 't', html: 'h' };
    await sender.send({ ...mail, messageId: 'm1', returnToken: 't1' });
    await sender.send({ ...mail, messageId: 'm2' });
    sender.close();
    await server.stop();
    expect(froms).toEqual(['bounces+t1@mail.example', 'linkage@brand.example']);
  });
});
