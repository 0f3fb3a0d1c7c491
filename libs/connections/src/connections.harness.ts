import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AttemptOutcome, ConnectionStarted } from '@linkage/contracts';
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
import { testPictures } from '@linkage/pictures/testing';
import { PlatformRegistry } from '@linkage/platforms';
import { ingestionFacts, invitationFacts, type InvitationIssued } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { VaultModule, type Vault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Global, Module, type DynamicModule, type LoggerService, type Provider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AbandonAttemptsSchedule } from './abandon-attempts/abandon-attempts.schedule';
import { ConnectionsModule } from './connections.module';
import { AccountsLeaving } from './erase-creator/accounts-leaving.handler';
import { KeepWebhooksSchedule } from './platform-notices/keep-webhooks.schedule';
import { ScriptedPlatform } from './scripted-platform.fixtures';

export const publicUrl = 'http://localhost:3000';
export const workspaceId = '01936000-0000-7000-8000-0000000000ff';
export const ingrid: SignedInMember = {
  memberId: '01936000-0000-7000-8000-00000000aaaa',
  workspaceId,
  workspaceName: 'Nordlys Agency',
  name: 'Ingrid Solheim',
  email: 'ingrid@nordlys.example',
  role: 'owner',
  mustConfirmEmail: false,
};
export const invitationOf = {
  misaki: '01936000-0000-7000-8000-000000000001',
  marcus: '01936000-0000-7000-8000-000000000002',
};

@Global()
@Module({})
class Ground {
  static of(kernel: Kernel & { readonly clock: Clock }, registry: PlatformRegistry): DynamicModule {
    const providers: Provider[] = [
      { provide: FactLog, useValue: kernel.log },
      { provide: CommandHandling, useValue: kernel.commands },
      { provide: ReadModels, useValue: kernel.readModels },
      { provide: Consumers, useValue: kernel.consumers },
      { provide: Erasures, useValue: kernel.erasures },
      { provide: CLOCK, useValue: kernel.clock },
      {
        provide: Installation,
        useValue: { publicUrl, mode: 'demo', registration: 'open', salesUrl: null, sendsMail: true },
      },
      { provide: PlatformRegistry, useValue: registry },
    ];
    return {
      module: Ground,
      providers,
      exports: [FactLog, CommandHandling, ReadModels, Consumers, Erasures, CLOCK, Installation, PlatformRegistry],
    };
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the route answers with
  readonly body: any;
}

const SESSION = 'x-session-under-test';
type Asking = { headers?: Record<string, string>; as?: SignedInMember; body?: object; form?: Record<string, string> };

/**
 * The context as the server runs it, over real HTTP and on real stores; only the session and the platforms are given.
 */
export class ConnectionsUnderTest {
  readonly instagram = new ScriptedPlatform('instagram', false);
  readonly youtube = new ScriptedPlatform('youtube', true);
  private app!: NestFastifyApplication;
  private port = 0;
  private readonly pictures = testPictures();

  private constructor(
    readonly kernel: Kernel & { readonly clock: Clock },
    readonly vault: Vault,
  ) {}

  static async start(
    kernel: Kernel & { readonly clock: Clock },
    vault: Vault,
    logger: LoggerService | false = false,
  ): Promise<ConnectionsUnderTest> {
    const under = new ConnectionsUnderTest(kernel, vault);
    const registry = new PlatformRegistry([under.instagram, under.youtube]);
    const testing = await Test.createTestingModule({
      imports: [Ground.of(kernel, registry), VaultModule.of(vault), under.pictures.module, ConnectionsModule],
    }).compile();
    under.app = testing.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger });
    configureHttp(under.app);
    under.app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', (incoming, _reply, done) => {
        const session = incoming.headers[SESSION];
        if (session !== undefined)
          Object.assign(incoming, { user: JSON.parse(Buffer.from(String(session), 'base64').toString()) });
        done();
      });
    await under.app.listen(0, '127.0.0.1');
    under.port = Number(new URL(await under.app.getUrl()).port);
    return under;
  }

  async close(): Promise<void> {
    await this.app.close();
    this.pictures.remove();
  }

  /** As the minute does; cron does not ring here. */
  ring(): Promise<void> {
    return this.app.get(AbandonAttemptsSchedule).ring();
  }

  /** The step of an erasure. */
  get accountsLeaving(): AccountsLeaving {
    return this.app.get(AccountsLeaving);
  }

  /** The same, for the webhooks of platforms. */
  ringForWebhooks(): Promise<void> {
    return this.app.get(KeepWebhooksSchedule).ring();
  }

  /** A request without a session, unless `as` says whose. */
  async ask(
    method: 'GET' | 'HEAD' | 'POST',
    path: string,
    { headers = {}, as, body, form }: Asking = {},
  ): Promise<Answer> {
    const session = as && { [SESSION]: Buffer.from(JSON.stringify(as)).toString('base64') };
    const origin = method === 'POST' && { origin: publicUrl };
    const sent = request({
      host: '127.0.0.1',
      port: this.port,
      method,
      path,
      headers: {
        host: 'localhost:3000',
        ...origin,
        ...session,
        ...(body && { 'content-type': 'application/json' }),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
    });
    sent.end(form ? new URLSearchParams(form).toString() : body && JSON.stringify(body));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const text = (await response.toArray()).join('');
    const isJson = /json/.test(response.headers['content-type'] ?? '');
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  /** Invites a creator. Gives the secret part of the link. */
  async invite(
    invitationId: string,
    name = '田中 美咲',
    email = 'misaki.tanaka@hinata.example',
    linkVersion = 1,
  ): Promise<string> {
    const issued: InvitationIssued = {
      type: 'InvitationIssued',
      data: { invitationId, name, email, brandName: 'Nordlys Agency', invitedBy: 'Ingrid Solheim', linkVersion },
    };
    await this.record(`invitation-${invitationId}`, issued);
    return this.vault.links.make(invitationId, linkVersion);
  }

  async record(stream: string, ...facts: { type: string; data: object }[]): Promise<void> {
    const actor = { kind: 'member', id: ingrid.memberId } as const;
    await this.kernel.log.append({
      stream,
      facts,
      expected: 'any',
      context: { workspaceId, actor, correlationId: ingrid.memberId, causationId: null },
    });
  }

  /** Presses Connect. Gives where to go, and the cookie that the browser keeps. */
  async start(
    link: string,
    platform = 'instagram',
    headers: Record<string, string> = {},
  ): Promise<ConnectionStarted & { cookie: string }> {
    const {
      status,
      body,
      headers: answered,
    } = await this.ask('POST', `/api/microsite/${link}/connections/${platform}`, { headers });
    if (status !== 201) throw new Error(`Connect was answered with ${status} ${JSON.stringify(body)}`);
    return { ...body, cookie: answered['set-cookie']?.[0]?.split(';')[0] ?? '' };
  }

  /** The platform sends the browser back. */
  comeBack(query: Record<string, string>, cookie = '', platform = 'instagram'): Promise<Answer> {
    return this.ask('GET', `/api/oauth/${platform}/callback?${new URLSearchParams(query)}`, {
      headers: { ...(cookie && { cookie }) },
    });
  }

  /** The same, and the creator says yes to the account that comes back, if asked. */
  async finish(query: Record<string, string>, cookie = '', platform = 'instagram'): Promise<Answer> {
    const answer = await this.comeBack(query, cookie, platform);
    const [, link, attemptId] = /\/connect\/([^/?]+)\?attempt=(.+)$/.exec(answer.headers.location ?? '') ?? [];
    const attempt = `/api/microsite/${link}/attempts/${attemptId}`;
    const { choice } = (await this.ask('GET', attempt)).body as Partial<AttemptOutcome>;
    const accounts = choice?.accounts.map(({ id }) => id);
    if (accounts?.length === 1) await this.ask('POST', `${attempt}/choice`, { body: { accounts } });
    return answer;
  }

  /** What the log holds, as stored: type and data. */
  async inLog(prefix = ''): Promise<
    {
      type: string;
      data: Readonly<Record<string, unknown>>;
      stream: string;
      id: string;
      meta: { cau: string | null; actor: { kind: string; id: string } };
    }[]
  > {
    const { facts } = await this.kernel.log.port.readAll({ limit: 500 });
    return facts.filter(({ stream }) => stream.startsWith(prefix));
  }
}

export interface FreshConnections {
  readonly kernel: TestKernel;
  readonly vault: TestVault;
  readonly under: ConnectionsUnderTest;
  close(): Promise<void>;
}

/** With a kernel and a vault of its own. */
export const freshConnections = async (): Promise<FreshConnections> => {
  const [kernel, vault] = [testKernel({ facts: [invitationFacts, ingestionFacts] }), testVault()];
  const under = await ConnectionsUnderTest.start(kernel, vault);
  const close = async (): Promise<void> => {
    await under.close();
    await kernel.close();
    vault.remove();
  };
  return { kernel, vault, under, close };
};
