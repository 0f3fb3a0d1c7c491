import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test, made when it is first asked for. Call `remove` afterwards. */
export const temporaryFolder = (): { readonly path: string; file(name: string): string; remove(): void } => {
  let made: string | undefined;
  const path = (): string => (made ??= mkdtempSync(join(tmpdir(), 'linkage-stores-')));
  return {
    get path() {
      return path();
    },
    file: (name) => join(path(), name),
    remove: () => {
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
    },
  };
};
