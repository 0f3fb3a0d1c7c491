import 'reflect-metadata';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the application itself is measured
import { readConfig, roles } from '../../apps/api/src/config';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the application itself is measured
import { startServer } from '../../apps/api/src/server';

/**
 * The whole application as it is built, with the roles in `BENCH_ROLES`: some alone, as with EventStoreDB, but on the
 * embedded log.
 */
const wanted = (process.env['BENCH_ROLES'] || roles.join()).split(',');
const server = await startServer(
  { ...readConfig(process.env), roles: roles.filter((role) => wanted.includes(role)) },
  'dist/apps',
);
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
