// `npm run test:eventstoredb`: the event log's contract suite, moving house and the journeys, unchanged, on a running
// EventStoreDB (LINKAGE_EVENTSTORE_URL). With LINKAGE_EVENTSTORE_COMMAND, how to start a server in the foreground with
// {port} and {folder} in it, also what needs servers of its own: several processes, and a server that goes away. The
// journeys then have a server for each installation.
import { program, root } from './own-programs.mjs';
import { runSteps } from './run-steps.mjs';

process.chdir(root);
if (!process.env.LINKAGE_EVENTSTORE_URL) {
  console.error(
    'Set LINKAGE_EVENTSTORE_URL, such as esdb://127.0.0.1:2113?tls=false. "docker compose --profile stores up -d eventstoredb" starts a server.',
  );
  process.exit(2);
}
const specs = (project, ...names) => [program('jest'), '-c', `${project}/jest.config.cjs`, '--forceExit', ...names];
const results = await runSteps(
  [
    { name: 'stores', args: specs('libs/stores', 'eventstoredb', 'as-of-streams.property') },
    {
      name: 'builds',
      args: [program('nx'), 'run-many', '-t', 'build', '-p', 'api,dashboard,microsite,platform-sandbox'],
    },
    {
      name: 'several processes, a server that is away, moving',
      needs: 'builds',
      args: specs('apps/api', 'several-processes', 'eventstore-away', 'command-line/moving'),
    },
    {
      name: 'journeys',
      needs: 'builds',
      args: [program('playwright', '@playwright/test'), 'test', '-c', 'apps/journeys/playwright.config.mjs'],
    },
  ],
  { ...process.env, NX_DAEMON: 'false' },
);
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
