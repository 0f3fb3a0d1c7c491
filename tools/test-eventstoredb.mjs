// `npm run test:eventstoredb`: the event log's contract suite, moving house and the journeys, unchanged, on a running EventStoreDB (LINKAGE_EVENTSTORE_URL). With
// LINKAGE_EVENTSTORE_COMMAND, how to start a server in the foreground with {port} and {folder} in it, also what needs servers of its own: several processes,
// and a server that goes away.
import { spawnSync } from 'node:child_process';

process.chdir(new URL('..', import.meta.url).pathname);
if (!process.env.LINKAGE_EVENTSTORE_URL) {
  console.error(
    'Set LINKAGE_EVENTSTORE_URL, such as esdb://127.0.0.1:2113?tls=false. "docker compose --profile stores up -d eventstoredb" starts a server.',
  );
  process.exit(2);
}
const steps = [
  ['jest', '-c', 'libs/stores/jest.config.cjs', '--forceExit', 'eventstoredb'],
  ['nx', 'run-many', '-t', 'build', '-p', 'api,dashboard,microsite,platform-sandbox'],
  [
    'jest',
    '-c',
    'apps/api/jest.config.cjs',
    '--forceExit',
    'several-processes',
    'eventstore-away',
    'command-line/moving',
  ],
  ['playwright', 'test', '-c', 'apps/journeys/playwright.config.mjs'],
];
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false' } });
  if (status !== 0) process.exit(1);
}
