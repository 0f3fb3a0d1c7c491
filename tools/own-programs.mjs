// The checkout, and the programs that npm ci has put into it: as files to be run by this Node. Their short names in
// node_modules/.bin are scripts of a shell, which Windows cannot spawn.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute path, whatever letters are in it; a URL's pathname would have them escaped. */
export const root = join(import.meta.dirname, '..');

/** Path of a package's program, such as `nx`. @param from the package, where it has another name */
export const program = (name, from = name) => {
  const folder = join(root, 'node_modules', from);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
};
