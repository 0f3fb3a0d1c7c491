import { SharedReadStore } from './shared-read-store';

/** Until it is killed. Argument: the file. */
const store = SharedReadStore.open(process.argv[2] ?? '', { writes: true });
process.stdout.write(`${(await store.turn.take()) !== null}\n`);
setInterval(() => undefined, 60_000);
