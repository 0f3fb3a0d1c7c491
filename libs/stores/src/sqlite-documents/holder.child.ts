import { SharedReadStore } from './shared-read-store';

/** Writes to the read store in a process of its own and says so, until it is killed. Argument: the file. */
const store = SharedReadStore.open(process.argv[2] ?? '', { writes: true });
process.stdout.write(`${await store.turnToWrite()}\n`);
setInterval(() => undefined, 60_000);
