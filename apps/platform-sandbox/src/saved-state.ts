import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SavedStandings, Standings } from './oauth/standings';
import type { ClockPosition, SandboxClock } from './world/clock';

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
export function keepState(
  file: string,
  { clock, standings }: { readonly clock: SandboxClock; readonly standings: Standings },
): void {
  const write = (): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(
      `${file}.new`,
      JSON.stringify({ clock: clock.save(), standings: standings.save() } satisfies SavedState),
      { mode: 0o600 },
    );
    renameSync(`${file}.new`, file);
  };
  clock.changed.on(write);
  standings.changed.on(write);
}
