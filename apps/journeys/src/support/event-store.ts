import { end, freePort, start, until } from './processes';

/** How to start a server in the foreground, with `{port}` and `{folder}` (for its data) in it. */
const { LINKAGE_EVENTSTORE_URL: wanted, LINKAGE_EVENTSTORE_COMMAND: command } = process.env;

/**
 * An EventStoreDB of one installation alone: on one that is shared they would react to each other's facts. undefined:
 * none is wanted, or none can be started.
 */
export const startEventStore = async (
  folder: string,
): Promise<{ readonly url: string; stop(): Promise<void> } | undefined> => {
  if (!wanted || !command) return undefined;
  const port = await freePort();
  const filled = command.replaceAll('{port}', String(port)).replaceAll('{folder}', folder);
  const server = start('/bin/sh', ['-c', `exec ${filled}`], {});
  await until(`http://127.0.0.1:${port}/health/live`, server);
  return { url: `esdb://127.0.0.1:${port}?tls=false`, stop: () => end(server.child, 'SIGTERM') };
};
