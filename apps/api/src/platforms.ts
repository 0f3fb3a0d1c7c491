import type { Clock } from '@linkage/event-sourcing';
import {
  createConnectors,
  sandboxClient,
  sandboxHosts,
  type ConnectorSettings,
  type PlatformRegistry,
} from '@linkage/platforms';
import { Logger } from '@nestjs/common';
import type { Config } from './config';

/** Which platforms this installation has: the real ones it has credentials for and, in the demo, the sandbox for the others. */
export function openPlatforms(
  { credentials, sandboxUrl }: Pick<Config, 'credentials' | 'sandboxUrl'>,
  clock: Clock,
): PlatformRegistry {
  const logger = new Logger('Platforms');
  const settings: ConnectorSettings = { ...(sandboxUrl !== null && fromSandbox(sandboxUrl)), ...credentials };
  return createConnectors(settings, {
    clock,
    report: (answer) => logger.warn({ ...answer, msg: 'an answer that nobody foresaw' }),
  });
}

const fromSandbox = (sandboxUrl: string): ConnectorSettings =>
  Object.fromEntries(
    Object.entries(sandboxHosts(sandboxUrl)).map(([platform, hosts]) => [platform, { ...sandboxClient, hosts }]),
  );
