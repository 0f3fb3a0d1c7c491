import { fileURLToPath } from 'node:url';
import { readConfig } from './config';
import { exposureWarnings } from './config/exposure';
import { explain } from './explain';
import { startServer, type RunningServer } from './server';
import { logProcessWarnings } from './upkeep/log-process-warnings';

// Whatever is written from here on is for its owner only.
process.umask(0o077);

/** However much is still going on, the process ends after this. */
const LONGEST_GOODBYE_MS = 10_000;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

function stopOn(signals: readonly NodeJS.Signals[], server: RunningServer): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      say(`Linkage did not stop within ${LONGEST_GOODBYE_MS / 1000} seconds; ending it.`);
      process.exit(1);
    }, LONGEST_GOODBYE_MS).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        say(explain(error));
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, stop);
}

try {
  // In the build this file is dist/apps/api/main.mjs, beside the browser apps.
  const config = readConfig(process.env);
  for (const warning of exposureWarnings(config)) say(`WARNING: ${warning}`);
  const server = await startServer(config, fileURLToPath(new URL('..', import.meta.url)));
  logProcessWarnings(process);
  stopOn(['SIGTERM', 'SIGINT'], server);
  say(`Linkage runs at ${server.url}`);
} catch (error) {
  say(explain(error));
  process.exit(1);
}
