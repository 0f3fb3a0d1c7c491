import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventSourcingModule, systemClock, type Clock } from '@linkage/event-sourcing';
import { configureHttp, httpAdapter, Installation } from '@linkage/http';
import { SqliteEventLog, SqliteReadStore } from '@linkage/stores';
import { openVault, VaultModule } from '@linkage/vault';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MAIL_SENDER, type Mail, type MailOutcome } from '@linkage/mail';
import { SESSION_CLOCK } from './session/session-clock';
import { WorkspacesModule } from './workspaces.module';

@Global()
@Module({})
class InstallationModule {
  static of(installation: Installation, mails: Mail[]): DynamicModule {
    const send = async (mail: Mail): Promise<MailOutcome> => {
      mails.push(mail);
      return { accepted: true, messageId: mail.messageId };
    };
    return {
      module: InstallationModule,
      providers: [
        { provide: Installation, useValue: installation },
        { provide: MAIL_SENDER, useValue: { send } },
      ],
      exports: [Installation, MAIL_SENDER],
    };
  }
}

export interface WorkspacesUnderTest {
  readonly url: string;
  readonly directory: string;
  readonly app: NestFastifyApplication;
  /** What went out, the oldest first. */
  readonly mails: readonly Mail[];
  send(
    method: string,
    path: string,
    options?: { body?: unknown; cookie?: string | undefined; headers?: Record<string, string> },
  ): Promise<Answered>;
  close(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec looks at whatever came
  readonly body: any;
  /** `name=value` of the cookie that was set. */
  readonly cookie: string | undefined;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A server with nothing but workspaces, on real stores in a folder of its own. */
export async function workspacesUnderTest({
  clock = systemClock,
  https = false,
  mode = 'demo',
  registration = 'open',
  sendsMail = true,
}: { clock?: Clock; https?: boolean } & Partial<
  Pick<Installation, 'mode' | 'registration' | 'sendsMail'>
> = {}): Promise<WorkspacesUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'linkage-workspaces-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const publicUrl = https ? url.replace('http:', 'https:') : url;
  const mails: Mail[] = [];
  const vault = openVault({ directory });
  const kernel = {
    log: SqliteEventLog.open(join(directory, 'log.db')),
    store: SqliteReadStore.open(join(directory, 'documents.db')),
    clock: systemClock,
    keys: vault.keys,
  };
  const module = await Test.createTestingModule({
    imports: [
      InstallationModule.of({ publicUrl, mode, registration, salesUrl: null, sendsMail }, mails),
      VaultModule.of(vault),
      EventSourcingModule.forRoot(kernel),
      WorkspacesModule,
    ],
  })
    .overrideProvider(SESSION_CLOCK)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  configureHttp(app);
  await app.listen(port, '127.0.0.1');
  return {
    url,
    directory,
    app,
    mails,
    send: async (method, path, { body, cookie, headers = {} } = {}) => {
      const response = await fetch(url + path, {
        method,
        headers: {
          origin: publicUrl,
          ...(cookie && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text ? JSON.parse(text) : undefined,
        cookie: response.headers.getSetCookie()[0]?.split(';')[0],
      };
    },
    close: async () => {
      await app.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
