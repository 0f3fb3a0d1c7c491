import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SavedStandings } from './oauth/standings';
import type { Sandbox } from './sandbox';
import type { ClockPosition } from './world/clock';

/** What a restart must not forget: how far the clock was moved, and whose permission was revoked. */
export interface SavedState {
  readonly clock: ClockPosition;
  readonly standings: SavedStandings;
}

/** undefined: nothing was saved there yet. @throws when the file cannot be read as what was written */
export function readState(file: string): SavedState | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SavedState) : undefined;
}

/** Writes the file anew after each change, whole or not at all. */
export function keepState(file: string, sandbox: Sandbox): void {
  const write = (): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ clock: sandbox.clock.save(), standings: sandbox.standings.save() } satisfies SavedState));
    renameSync(`${file}.new`, file);
  };
  sandbox.clock.changed.on(write);
  sandbox.standings.changed.on(write);
}
