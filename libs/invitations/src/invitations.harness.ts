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
import { MAIL_QUOTAS, MAIL_SENDER, ReturnedMails, type Mail, type MailOutcome, type MailSender } from '@linkage/mail';
import { testPictures } from '@linkage/pictures/testing';
import { workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { VaultModule, type Vault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Global, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
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
  mustConfirmEmail: false,
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
    sendsMail: boolean,
  ): DynamicModule {
    const providers: Provider[] = [
      { provide: FactLog, useValue: kernel.log },
      { provide: CommandHandling, useValue: kernel.commands },
      { provide: ReadModels, useValue: kernel.readModels },
      { provide: Consumers, useValue: kernel.consumers },
      { provide: Erasures, useValue: kernel.erasures },
      { provide: CLOCK, useValue: kernel.clock },
      { provide: Installation, useValue: { publicUrl, mode: 'demo', registration: 'open', salesUrl: null, sendsMail } },
      { provide: MAIL_SENDER, useValue: mailServer },
      { provide: MAIL_QUOTAS, useValue: quotas },
      ReturnedMails,
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
        ReturnedMails,
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
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    options?: { body?: object; headers?: Record<string, string>; as?: SignedInMember },
  ): Promise<Answer>;
  /** The same for what answers with a file. */
  file(
    method: 'GET' | 'POST',
    path: string,
    options?: { body?: object; as?: SignedInMember },
  ): Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }>;
  /** As a browser or a mail program without a session asks for a page. */
  page(
    method: 'GET' | 'HEAD' | 'POST',
    path: string,
    form?: string,
    contentType?: string,
  ): Promise<{ status: number; text: string; location: string | undefined }>;
  /** A part of the running context. */
  get<Part>(part: Type<Part>): Part;
  close(): Promise<void>;
}

const SESSION = 'x-session-under-test';

/**
 * The context as the server runs it, over real HTTP and on real stores; only the session is given instead of signed in
 * for.
 */
export const invitationsUnderTest = async (
  kernel: Kernel & { readonly clock: Clock },
  vault: Vault,
  mailServer: MailSender,
  quotas: MailQuotas | null = null,
  sendsMail = true,
): Promise<InvitationsUnderTest> => {
  const pictures = testPictures();
  const imports = [
    Ground.of(kernel, mailServer, quotas, sendsMail),
    VaultModule.of(vault),
    pictures.module,
    InvitationsModule,
  ];
  const testing = await Test.createTestingModule({ imports }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  configureHttp(app);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const session = request.headers[SESSION];
      if (session !== undefined)
        Object.assign(request, { user: JSON.parse(Buffer.from(String(session), 'base64').toString()) });
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
    file: (method, path, { body, as = ingrid } = {}) =>
      answerOf(Number(port), method, path, body && JSON.stringify(body), {
        [SESSION]: Buffer.from(JSON.stringify(as)).toString('base64'),
      }),
    page: (method, path, form, contentType) => pageOf(Number(port), method, path, form, contentType),
    get: (part) => app.get(part, { strict: false }),
    close: async () => {
      await app.close();
      pictures.remove();
    },
  };
};

export interface InvitationsOnStores {
  readonly kernel: TestKernel;
  readonly vault: TestVault;
  readonly mail: ScriptedMailServer;
  readonly under: InvitationsUnderTest;
  close(): Promise<void>;
}

/** The context with stores, a vault and a mail server of its own. */
export const invitationsOnStores = async (quotas: MailQuotas | null = null): Promise<InvitationsOnStores> => {
  const kernel = testKernel({ facts: workspaceFacts });
  const vault = testVault();
  const mail = new ScriptedMailServer();
  const under = await invitationsUnderTest(kernel, vault, mail, quotas);
  return {
    kernel,
    vault,
    mail,
    under,
    close: async () => {
      await under.close();
      await kernel.close();
      vault.remove();
    },
  };
};

const pageOf = async (
  port: number,
  method: string,
  path: string,
  form = '',
  contentType = 'application/x-www-form-urlencoded',
): Promise<{ status: number; text: string; location: string | undefined }> => {
  const typed =
    form === '' ? {} : { 'content-length': form.length, ...(contentType !== '' && { 'content-type': contentType }) };
  const sent = request({ host: '127.0.0.1', port, method, path, headers: { host: 'localhost:3000', ...typed } });
  sent.end(form);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const text = (await response.toArray()).join('');
  return { status: response.statusCode ?? 0, text, location: response.headers.location };
};

const answerOf = async (
  port: number,
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string>,
): Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }> => {
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
  return { status: response.statusCode ?? 0, text, headers: response.headers };
};

const send = async (...asked: Parameters<typeof answerOf>): Promise<Answer> => {
  const { status, text } = await answerOf(...asked);
  return { status, body: text === '' ? undefined : JSON.parse(text) };
};
