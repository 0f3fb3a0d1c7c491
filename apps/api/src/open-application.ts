import type { PlatformId } from '@linkage/contracts';
import { openVault } from '@linkage/vault';
import type { DynamicModule } from '@nestjs/common';
import { AppModule } from './app.module';
import { openClock } from './open-clock';
import type { Config } from './config';
import { close } from './close';
import { operatorKey } from './operator/operator-key';
import { reportTrouble } from './outages/outages';
import { openPlatforms, pictureOrigins } from './open-platforms';
import { openBuilder } from './read-models/open-builder';
import { openStorage } from './storage';

/**
 * Opens clock, stores and vault, and puts the application together on them. `programs`: folder of the built server.
 * @throws DatabaseUnusable, VaultUnusable with what to do
 */
export async function openApplication(
  config: Config,
  programs: string,
  opened: AsyncDisposableStack,
): Promise<DynamicModule> {
  const clock = opened.adopt(await openClock(config.sandboxUrl), close);
  const { log, store, temporaryStore } = await openStorage(config);
  opened.adopt(log, close);
  opened.adopt(store, close);
  const vault = opened.adopt(openVault({ directory: config.dataDirectory, masterKey: config.masterKey }), close);
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
    operator: {
      key: operatorKey(config.dataDirectory, config.operatorKey),
      ownApps: Object.keys(config.credentials) as PlatformId[],
    },
    mail: {
      sends: config.sendsMail,
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      quotas: config.mailQuotas,
      bounceAddress: config.bounceAddress,
      bounceListen: config.bounceListen,
      directory: config.dataDirectory,
    },
    pictures: { directory: config.dataDirectory, limits: config.pictures, origins: pictureOrigins(config) },
    surroundings: {
      installation: {
        publicUrl: config.publicUrl,
        mode: config.mode,
        registration: config.registration,
        salesUrl: config.salesUrl,
        sendsMail: config.sendsMail,
      },
      platforms: await openPlatforms(config, clock, vault.secrets),
      places: {
        mailboxUrl: config.sendsMail && config.smtpUrl === undefined ? `${config.publicUrl}/mailbox` : null,
        sandboxUrl: config.sandboxUrl,
      },
    },
  });
}
