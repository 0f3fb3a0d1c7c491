// `npm run test:eventstoredb`: the event log's contract suite, moving house and the journeys, unchanged, on a running EventStoreDB (LINKAGE_EVENTSTORE_URL). With
// LINKAGE_EVENTSTORE_COMMAND, how to start a server in the foreground with {port} and {folder} in it, also what needs servers of its own: several processes,
// and a server that goes away.
import { spawnSync } from 'node:child_process';
import { program, root } from './own-programs.mjs';

process.chdir(root);
if (!process.env.LINKAGE_EVENTSTORE_URL) {
  console.error(
    'Set LINKAGE_EVENTSTORE_URL, such as esdb://127.0.0.1:2113?tls=false. "docker compose --profile stores up -d eventstoredb" starts a server.',
  );
  process.exit(2);
}
const steps = [
  [program('jest'), '-c', 'libs/stores/jest.config.cjs', '--forceExit', 'eventstoredb'],
  [program('nx'), 'run-many', '-t', 'build', '-p', 'api,dashboard,microsite,platform-sandbox'],
  [
    program('jest'),
    '-c',
    'apps/api/jest.config.cjs',
    '--forceExit',
    'several-processes',
    'eventstore-away',
    'command-line/moving',
  ],
  [program('playwright', '@playwright/test'), 'test', '-c', 'apps/journeys/playwright.config.mjs'],
];
for (const args of steps) {
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  if (status !== 0) process.exit(1);
}
