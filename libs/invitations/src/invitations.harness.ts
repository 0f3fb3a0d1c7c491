import type { MailQuotas } from '@linkage/contracts';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import {
  CLOCK,
  CommandHandling,
  Consumers,
  Erasures,
  FactLog,
  ReadModels,
  type Clock,
  type Kernel,
} from '@linkage/event-sourcing';
import { configureHttp, httpAdapter, Installation, type SignedInMember } from '@linkage/http';
import { MAIL_QUOTAS, MAIL_SENDER, type Mail, type MailOutcome, type MailSender } from '@linkage/mail';
import { VaultModule, type Vault } from '@linkage/vault';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { InvitationsModule } from './invitations.module';

export const publicUrl = 'http://localhost:3000';
export const ingrid: SignedInMember = {
  memberId: '01936000-0000-7000-8000-00000000aaaa',
  workspaceId: '01936000-0000-7000-8000-0000000000ff',
  workspaceName: 'Nordlys Agency',
  name: 'Ingrid Solheim',
  email: 'ingrid@nordlys.example',
  role: 'owner',
};

/** A mail server that answers as it is told: each answer once, then it accepts everything. */
export class ScriptedMailServer implements MailSender {
  readonly accepted: Mail[] = [];
  readonly answers: MailOutcome[] = [];

  async send(mail: Mail): Promise<MailOutcome> {
    const answer = this.answers.shift() ?? { accepted: true, messageId: `<${mail.messageId}@linkage.example>` };
    if (answer.accepted) this.accepted.push(mail);
    return answer;
  }
}

@Global()
@Module({})
class Ground {
  static of(
    kernel: Kernel & { readonly clock: Clock },
    mailServer: MailSender,
    quotas: MailQuotas | null,
  ): DynamicModule {
    const providers: Provider[] = [
      { provide: FactLog, useValue: kernel.log },
      { provide: CommandHandling, useValue: kernel.commands },
      { provide: ReadModels, useValue: kernel.readModels },
      { provide: Consumers, useValue: kernel.consumers },
      { provide: Erasures, useValue: kernel.erasures },
      { provide: CLOCK, useValue: kernel.clock },
      { provide: Installation, useValue: { publicUrl, mode: 'demo', registration: 'open' } },
      { provide: MAIL_SENDER, useValue: mailServer },
      { provide: MAIL_QUOTAS, useValue: quotas },
    ];
    return {
      module: Ground,
      providers,
      exports: [
        FactLog,
        CommandHandling,
        ReadModels,
        Consumers,
        Erasures,
        CLOCK,
        Installation,
        MAIL_SENDER,
        MAIL_QUOTAS,
      ],
    };
  }
}

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the route answers with
  readonly body: any;
}

export interface InvitationsUnderTest {
  /** A request of `as` (Ingrid unless said otherwise). Gives status and JSON body. */
  ask(
    method: 'GET' | 'POST',
    path: string,
    options?: { body?: object; headers?: Record<string, string>; as?: SignedInMember },
  ): Promise<Answer>;
  close(): Promise<void>;
}

const SESSION = 'x-session-under-test';

/** The context as the server runs it, over real HTTP and on real stores; only the session is given instead of signed in for. */
export const invitationsUnderTest = async (
  kernel: Kernel & { readonly clock: Clock },
  vault: Vault,
  mailServer: MailSender,
  quotas: MailQuotas | null = null,
): Promise<InvitationsUnderTest> => {
  const testing = await Test.createTestingModule({
    imports: [Ground.of(kernel, mailServer, quotas), VaultModule.of(vault), InvitationsModule],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  configureHttp(app);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      Object.assign(request, { user: JSON.parse(Buffer.from(String(request.headers[SESSION]), 'base64').toString()) });
      done();
    });
  await app.listen(0, '127.0.0.1');
  const { port } = new URL(await app.getUrl());
  return {
    ask: (method, path, { body, headers = {}, as = ingrid } = {}) =>
      send(Number(port), method, path, body && JSON.stringify(body), {
        ...headers,
        [SESSION]: Buffer.from(JSON.stringify(as)).toString('base64'),
      }),
    close: () => app.close(),
  };
};

const send = async (
  port: number,
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string>,
): Promise<Answer> => {
  const json =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = request({
    host: '127.0.0.1',
    port,
    method,
    path: `/api${path}`,
    headers: { host: 'localhost:3000', ...json, ...headers },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const text = (await response.toArray()).join('');
  return { status: response.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text) };
};
