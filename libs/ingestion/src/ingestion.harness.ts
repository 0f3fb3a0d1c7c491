import {
  CLOCK,
  Consumers,
  FactLog,
  ReadModels,
  type Clock,
  type FactContext,
  type Kernel,
} from '@linkage/event-sourcing';
import { testPictures } from '@linkage/pictures/testing';
import { PlatformRegistry, type AccessGrant, type PlatformConnector } from '@linkage/platforms';
import {
  connectionFacts,
  type AccountIdentity,
  type PlatformId,
  type RefreshFact,
  type SocialAccountFact,
} from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { VaultModule, type Vault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { CheckAccess } from './check-access/check-access.command';
import { IngestionModule } from './ingestion.module';
import { refreshStream } from './refresh/refresh';
import { RunRefresh, type RefreshResult } from './refresh/run-refresh.command';
import { anAccountConnected, invitationId, workspaceId } from './refresh/refresh.fixtures';
import { aGrant } from './refresh/scripted-connector.fixtures';
import { ProbeLostAccounts } from './probe-lost-accounts/probe-lost-accounts.command';
import { RefreshDueAccountsSchedule } from './refresh-due-accounts/refresh-due-accounts.schedule';

@Global()
@Module({})
class Ground {
  static of(kernel: Kernel & { readonly clock: Clock }, platforms: PlatformRegistry): DynamicModule {
    const providers: Provider[] = [
      { provide: FactLog, useValue: kernel.log },
      { provide: ReadModels, useValue: kernel.readModels },
      { provide: Consumers, useValue: kernel.consumers },
      { provide: CLOCK, useValue: kernel.clock },
      { provide: PlatformRegistry, useValue: platforms },
    ];
    return { module: Ground, providers, exports: [FactLog, ReadModels, Consumers, CLOCK, PlatformRegistry] };
  }
}

/** The context as the server runs it, on real stores; cron does not ring. */
export interface IngestionUnderTest {
  /** As Connections does: the grant, then the fact. */
  connect(accountId: string, platform?: PlatformId, grant?: AccessGrant, identity?: AccountIdentity): Promise<void>;
  /** A refresh of one account, also before it is due. */
  refresh(accountId: string): Promise<RefreshResult>;
  /** The runs of an account, by type. */
  runs(accountId: string): Promise<string[]>;
  ring(): Promise<void>;
  /** How many accounts were asked about. */
  checkAccess(): Promise<number>;
  /** The same, of accounts that are lost. */
  probe(): Promise<number>;
  /** As Connections does. */
  say(accountId: string, fact: SocialAccountFact): Promise<void>;
  close(): Promise<void>;
}

const context: FactContext = {
  workspaceId,
  actor: { kind: 'creator', id: invitationId },
  correlationId: '01936000-0000-7000-8000-00000000c0c0',
  causationId: null,
};

export const ingestionUnderTest = async (
  kernel: Kernel & { readonly clock: Clock },
  vault: Vault,
  connectors: readonly PlatformConnector[] | PlatformRegistry,
): Promise<IngestionUnderTest> => {
  const pictures = testPictures();
  const platforms = connectors instanceof PlatformRegistry ? connectors : new PlatformRegistry(connectors);
  const imports = [Ground.of(kernel, platforms), VaultModule.of(vault), pictures.module, IngestionModule];
  const testing = await Test.createTestingModule({ imports }).compile();
  await testing.init();
  const say = async (accountId: string, fact: SocialAccountFact): Promise<void> => {
    await kernel.log.append({ stream: `account-${accountId}`, facts: [fact], expected: 'any', context });
  };
  return {
    connect: async (accountId, platform = 'instagram', grant = aGrant(), identity) => {
      await vault.grants.put(accountId, grant);
      await say(accountId, anAccountConnected({ accountId, platform, ...identity }));
    },
    say,
    runs: async (accountId) =>
      (await kernel.log.readStream<RefreshFact>(refreshStream(accountId))).map(({ type }) => type),
    refresh: (accountId) => testing.get(CommandBus).execute(new RunRefresh(accountId, undefined, 'asked')),
    checkAccess: () => testing.get(CommandBus).execute(new CheckAccess()),
    probe: () => testing.get(CommandBus).execute(new ProbeLostAccounts()),
    ring: () => testing.get(RefreshDueAccountsSchedule).ring(),
    close: async () => {
      await testing.close();
      pictures.remove();
    },
  };
};

export interface FreshIngestion {
  readonly kernel: TestKernel;
  readonly vault: TestVault;
  readonly under: IngestionUnderTest;
  close(): Promise<void>;
}

/** With a kernel and a vault of its own. */
export const freshIngestion = async (connectors: readonly PlatformConnector[]): Promise<FreshIngestion> => {
  const [kernel, vault] = [testKernel({ facts: connectionFacts }), testVault()];
  const under = await ingestionUnderTest(kernel, vault, connectors);
  const close = async (): Promise<void> => {
    await under.close();
    await kernel.close();
    vault.remove();
  };
  return { kernel, vault, under, close };
};
