import { openVault } from '@linkage/vault';
import type { DynamicModule } from '@nestjs/common';
import { AppModule } from './app.module';
import { openClock } from './clock';
import type { Config } from './config';
import type { Opened } from './opened';
import { operatorKey } from './operator/operator-key';
import { reportTrouble } from './outages/outages';
import { openPlatforms } from './platforms';
import { openBuilder } from './read-models/open-builder';
import { openStorage } from './storage';

/**
 * Opens clock, stores and vault, and puts the application together on them. `programs`: folder of the built server.
 * @throws StoreUnusable, VaultUnusable with what to do
 */
export async function openApplication(config: Config, programs: string, opened: Opened): Promise<DynamicModule> {
  const clock = opened.add(await openClock(config.sandboxUrl));
  const { log, store, temporaryStore } = await openStorage(config);
  opened.add(log);
  opened.add(store);
  const vault = opened.add(openVault({ directory: config.dataDirectory, masterKey: config.masterKey }));
  return AppModule.of({
    kernel: {
      log,
      store,
      temporaryStore,
      clock,
      keys: vault.keys,
      roles: config.roles,
      seals: config.roles.includes('projections'),
      report: reportTrouble,
      indexesStreams: true,
      bindsKeys: true,
      ...openBuilder(programs, config),
    },
    vault,
    dataDirectory: config.dataDirectory,
    schedules: config.roles.includes('ingestion'),
    operator: { key: operatorKey(config.dataDirectory, config.operatorKey) },
    mail: {
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      quotas: config.mailQuotas,
      directory: config.dataDirectory,
    },
    surroundings: {
      installation: { publicUrl: config.publicUrl, mode: config.mode, registration: config.registration },
      platforms: openPlatforms(config, clock),
      places: {
        mailboxUrl: config.smtpUrl === undefined ? `${config.publicUrl}/mailbox` : null,
        sandboxUrl: config.sandboxUrl,
      },
    },
  });
}
