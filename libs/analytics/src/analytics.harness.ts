import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { CLOCK, clockAsOf, Consumers, ReadModels, type Clock, type Kernel } from '@linkage/event-sourcing';
import { configureHttp, httpAdapter, Installation, type SignedInMember } from '@linkage/http';
import { testPictures } from '@linkage/pictures/testing';
import { testVault } from '@linkage/vault/testing';
import { VaultModule } from '@linkage/vault';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { workspaceId } from './account/account.fixtures';
import { AnalyticsModule } from './analytics.module';

export const ingrid: SignedInMember = {
  memberId: '01936000-0000-7000-8000-00000000aaaa',
  workspaceId,
  workspaceName: 'Nordlys Agency',
  name: 'Ingrid Solheim',
  email: 'ingrid@nordlys.example',
  role: 'owner',
  mustConfirmEmail: false,
};

@Global()
@Module({})
class Ground {
  static of(kernel: Kernel & { readonly clock: Clock }): DynamicModule {
    const providers: Provider[] = [
      { provide: ReadModels, useValue: kernel.readModels },
      { provide: Consumers, useValue: kernel.consumers },
      { provide: CLOCK, useValue: clockAsOf(kernel.clock) },
      {
        provide: Installation,
        useValue: {
          publicUrl: 'http://localhost:3000',
          mode: 'demo',
          registration: 'open',
          salesUrl: null,
          sendsMail: true,
        },
      },
    ];
    return { module: Ground, providers, exports: [ReadModels, Consumers, CLOCK, Installation] };
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the route answers with
  readonly body: any;
}

export interface AnalyticsUnderTest {
  /** GET below /api, as Ingrid unless said otherwise. */
  get(path: string, as?: SignedInMember): Promise<Answer>;
  close(): Promise<void>;
}

const SESSION = 'x-session-under-test';

/**
 * The context as the server runs it, over real HTTP and on real stores; only the session is given instead of signed in
 * for.
 */
export const analyticsUnderTest = async (kernel: Kernel & { readonly clock: Clock }): Promise<AnalyticsUnderTest> => {
  const vault = testVault();
  const pictures = testPictures();
  const imports = [Ground.of(kernel), VaultModule.of(vault), pictures.module, AnalyticsModule];
  const testing = await Test.createTestingModule({ imports }).compile();
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
  const port = Number(new URL(await app.getUrl()).port);
  return {
    get: async (path, as = ingrid) => {
      const headers = { host: 'localhost:3000', [SESSION]: Buffer.from(JSON.stringify(as)).toString('base64') };
      const sent = request({ host: '127.0.0.1', port, path: `/api${path}`, headers }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      const text = Buffer.concat(await response.toArray()).toString();
      const isJson = /[/+]json/.test(String(response.headers['content-type']));
      return {
        status: response.statusCode ?? 0,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : undefined,
      };
    },
    close: async () => {
      await app.close();
      vault.remove();
      pictures.remove();
    },
  };
};
