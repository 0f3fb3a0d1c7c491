import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the workers of a run know its folder. */
const VARIABLE = 'LINKAGE_JOURNEYS_FOLDER';

const processesOf = (folder: string): string => join(folder, 'processes');

/** Where a run of journeys keeps all of its data. */
export const runFolder = (): string => {
  const folder = process.env[VARIABLE];
  if (!folder) throw new Error(`${VARIABLE} is not set: playwright.config.mjs names run-folder.ts as its globalSetup.`);
  return folder;
};

/**
 * A worker that runs out of time is ended without its own tidying up: what it has started is then ended with the run.
 */
export function endWithRun(child: ChildProcess): void {
  const note = join(processesOf(runFolder()), String(child.pid));
  writeFileSync(note, '');
  child.once('exit', () => rmSync(note, { force: true }));
}

/** Before the first journey; what it gives back is run after the last one, whatever became of them. */
export default function globalSetup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-journeys-'));
  mkdirSync(processesOf(folder));
  process.env[VARIABLE] = folder;
  return () => {
    for (const id of readdirSync(processesOf(folder)).map(Number)) {
      try {
        process.kill(id, 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
