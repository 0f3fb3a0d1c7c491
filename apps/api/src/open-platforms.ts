import { platformIds } from '@linkage/contracts';
import type { Clock } from '@linkage/event-sourcing';
import type { PictureOrigins } from '@linkage/pictures';
import {
  createConnectors,
  sandboxClient,
  sandboxHosts,
  type ConnectorSettings,
  type PlatformRegistry,
  type ReportUnexpected,
} from '@linkage/platforms';
import type { SecretStore } from '@linkage/vault';
import { Logger } from '@nestjs/common';
import type { Config } from './config';
import { sharedLedger } from './shared-ledger';

/**
 * Which platforms this installation has: the real ones it has credentials for and, in the demo, the sandbox for the
 * others.
 */
export async function openPlatforms(
  {
    credentials,
    sandboxUrl,
    mostCalls,
    webhookSecrets,
  }: Pick<Config, 'credentials' | 'sandboxUrl' | 'mostCalls' | 'webhookSecrets'>,
  clock: Clock,
  secrets: SecretStore,
): Promise<PlatformRegistry> {
  const logger = new Logger('Platforms');
  const places: ConnectorSettings = { ...(sandboxUrl !== null && fromSandbox(sandboxUrl)), ...credentials };
  const settings = withSecrets(places, webhookSecrets);
  const report: ReportUnexpected = (answer) => logger.warn({ ...answer, msg: 'an answer of an unknown shape' });
  const platforms = createConnectors(settings, { clock, report }, mostCalls, (id) => sharedLedger(secrets, id));
  await platforms.lookAtBudgets();
  return platforms;
}

/**
 * The sandbox is a place in our own network that the operator has named; its platforms' pictures come from there, and
 * from there only.
 */
export const pictureOrigins = ({
  credentials,
  sandboxUrl,
}: Pick<Config, 'credentials' | 'sandboxUrl'>): PictureOrigins =>
  sandboxUrl === null
    ? {}
    : Object.fromEntries(platformIds.filter((id) => credentials[id] === undefined).map((id) => [id, sandboxUrl]));

const fromSandbox = (sandboxUrl: string): ConnectorSettings =>
  Object.fromEntries(
    Object.entries(sandboxHosts(sandboxUrl)).map(([platform, hosts]) => [platform, { ...sandboxClient, hosts }]),
  );

const withSecrets = (places: ConnectorSettings, secrets: Config['webhookSecrets']): ConnectorSettings =>
  Object.fromEntries(
    platformIds.flatMap((id) => {
      const [place, webhookSecret] = [places[id], secrets[id]];
      if (place === undefined) return [];
      return [[id, webhookSecret === undefined ? place : { ...place, webhookSecret }]];
    }),
  );
