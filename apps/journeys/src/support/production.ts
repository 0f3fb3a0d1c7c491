import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorKey } from './installation';
import { end, freePort, launch, until } from './processes';
import { startMailReceiver, type MailReceiver } from './mail-receiver';
import { runFolder } from './run-folder';

/** Linkage in production with a mail server: no sandbox, no mailbox page. Every visitor may register. */
export interface Production {
  readonly url: string;
  readonly mails: MailReceiver;
  stop(): Promise<void>;
}

export const startProduction = async (): Promise<Production> => {
  const data = await mkdtemp(join(runFolder(), 'production-'));
  const port = await freePort();
  const mails = await startMailReceiver();
  const url = `http://localhost:${port}`;
  const server = launch('api', {
    LINKAGE_MODE: 'production',
    LINKAGE_REGISTRATION: 'open',
    LINKAGE_PORT: String(port),
    LINKAGE_PUBLIC_URL: url,
    LINKAGE_SMTP_URL: mails.url,
    LINKAGE_MAIL_FROM: 'Nordlys <creators@nordlys.example>',
    LINKAGE_MASTER_KEY: randomBytes(32).toString('base64'),
    LINKAGE_OPERATOR_KEY: operatorKey,
    LINKAGE_DATA: data,
    LINKAGE_EVENTSTORE_URL: '',
  });
  await until(`http://127.0.0.1:${port}/health/ready`, server);
  return {
    url,
    mails,
    stop: async () => {
      await end(server.child, 'SIGTERM');
      await mails.stop();
      if (process.env['JOURNEY_LOGS']) console.log(server.output.join(''));
      await rm(data, { recursive: true, force: true });
    },
  };
};
