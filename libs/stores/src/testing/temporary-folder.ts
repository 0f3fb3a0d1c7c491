import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test. Call `remove` afterwards. */
export const temporaryFolder = (): { readonly path: string; file(name: string): string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'linkage-stores-'));
  return { path, file: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
};
