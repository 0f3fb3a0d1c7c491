import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rotations, SavedRotations } from './oauth/rotations';
import type { SavedStandings, Standings } from './oauth/standings';
import type { Changes, SavedChanges } from './world/changes';
import type { ClockPosition, SandboxClock } from './world/sandbox-clock';

/**
 * What a restart must not forget: how far the clock was moved, whose permission was revoked, which refresh tokens were
 * used, and what people changed of their accounts.
 */
export interface SavedState {
  readonly clock: ClockPosition;
  readonly standings: SavedStandings;
  /** Absent in files from before tokens rotated. */
  readonly rotations?: SavedRotations;
  /** Absent in files from before people could change their accounts. */
  readonly changes?: SavedChanges;
}

/** undefined: nothing was saved there yet. @throws when the file cannot be read as what was written */
export function readState(file: string): SavedState | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SavedState) : undefined;
}

/** Writes the file anew after each change, whole or not at all. */
export function keepState(
  file: string,
  {
    clock,
    standings,
    rotations,
    changes,
  }: Readonly<{ clock: SandboxClock; standings: Standings; rotations: Rotations; changes: Changes }>,
): void {
  const write = (): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(
      `${file}.new`,
      JSON.stringify({
        clock: clock.save(),
        standings: standings.save(),
        rotations: rotations.save(),
        changes: changes.save(),
      } satisfies SavedState),
      { mode: 0o600 },
    );
    renameSync(`${file}.new`, file);
  };
  clock.changed.on(write);
  standings.changed.on(write);
  rotations.changed.on(write);
  changes.changed.on(write);
}
