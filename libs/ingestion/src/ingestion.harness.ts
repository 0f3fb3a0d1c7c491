import {
  CLOCK,
  Consumers,
  FactLog,
  ReadModels,
  type Clock,
  type FactContext,
  type Kernel,
} from '@linkage/event-sourcing';
import { PlatformRegistry, type PlatformConnector } from '@linkage/platforms';
import type { PlatformId, RefreshFact } from '@linkage/published-facts';
import { VaultModule, type Vault } from '@linkage/vault';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { IngestionModule } from './ingestion.module';
import { refreshStream } from './refresh/refresh';
import { anAccountConnected, invitationId, workspaceId } from './refresh/refresh.fixtures';
import { aGrant } from './refresh/scripted-connector.fixtures';
import { RefreshDueAccountsSchedule } from './refresh-due-accounts/refresh-due-accounts.schedule';

@Global()
@Module({})
class Ground {
  static of(kernel: Kernel & { readonly clock: Clock }, connectors: readonly PlatformConnector[]): DynamicModule {
    const providers: Provider[] = [
      { provide: FactLog, useValue: kernel.log },
      { provide: ReadModels, useValue: kernel.readModels },
      { provide: Consumers, useValue: kernel.consumers },
      { provide: CLOCK, useValue: kernel.clock },
      { provide: PlatformRegistry, useValue: new PlatformRegistry(connectors) },
    ];
    return { module: Ground, providers, exports: [FactLog, ReadModels, Consumers, CLOCK, PlatformRegistry] };
  }
}

/** The context as the server runs it, on real stores; cron does not ring. */
export interface IngestionUnderTest {
  /** As Connections does: the grant, then the fact. */
  connect(accountId: string, platform?: PlatformId): Promise<void>;
  /** The runs of an account, by type. */
  runs(accountId: string): Promise<string[]>;
  ring(): Promise<void>;
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
  connectors: readonly PlatformConnector[],
): Promise<IngestionUnderTest> => {
  const imports = [Ground.of(kernel, connectors), VaultModule.of(vault), IngestionModule];
  const testing = await Test.createTestingModule({ imports }).compile();
  await testing.init();
  return {
    connect: async (accountId, platform = 'instagram') => {
      await vault.grants.put(accountId, aGrant());
      await kernel.log.append({
        stream: `account-${accountId}`,
        facts: [anAccountConnected({ accountId, platform })],
        expected: 'any',
        context,
      });
    },
    runs: async (accountId) =>
      (await kernel.log.readStream<RefreshFact>(refreshStream(accountId))).map(({ type }) => type),
    ring: () => testing.get(RefreshDueAccountsSchedule).ring(),
    close: () => testing.close(),
  };
};
