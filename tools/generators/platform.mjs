// Makes the skeleton of a platform: its files from templates, and its lines in the registries.
// docs/flows/add-a-platform.md says what follows.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const templates = join(import.meta.dirname, 'templates/platform');

/**
 * Lines like those that match `like`, which captures a platform's id. Imports stand by the alphabet, other lines come
 * last.
 */
const registryLines = [
  [
    'libs/platform-guide/src/platforms.ts',
    /^import .* from '\.\/(\w+)\.manifest';$/,
    "import { __id__ } from './__id__.manifest';",
  ],
  ['libs/platform-guide/src/platforms.ts', /^ {2}(\w+),$/, '  __id__,'],
  [
    'libs/platform-guide/src/platform-data.ts',
    /^import .* from '\.\/(\w+)\.data';$/,
    "import { __id__Data } from './__id__.data';",
  ],
  ['libs/platform-guide/src/platform-data.ts', /^ {2}(\w+): \1Data,$/, '  __id__: __id__Data,'],
  [
    'libs/platforms/src/connectors.ts',
    /^import .* from '\.\/(\w+)\/\1\.(?:connector|recorded)';$/,
    "import { __id__Connector } from './__id__/__id__.connector';\nimport { __id__Recorded } from './__id__/__id__.recorded';",
  ],
  [
    'libs/platforms/src/connectors.ts',
    /^ {2}(\w+): \{ create: /,
    '  __id__: { create: __id__Connector, recorded: __id__Recorded },',
  ],
  [
    'libs/platforms/src/wire/index.ts',
    /^export type \* from '\.\.\/(\w+)\//,
    "export type * from '../__id__/__id__.wire';",
  ],
  [
    'apps/platform-sandbox/src/platforms.ts',
    /^import .* from '\.\/(\w+)\/(?:population|routes)';$/,
    "import { __id__ } from './__id__/population';\nimport { __id__Routes } from './__id__/routes';",
  ],
  ['apps/platform-sandbox/src/platforms.ts', /^ {2}\{ traits: (\w+),/, '  { traits: __id__, routes: __id__Routes },'],
];

/** @returns the paths that were written. @throws Error, before anything is written, for an id that cannot be used */
export function makePlatform(id, root) {
  if (!/^[a-z][a-z\d]{2,}$/.test(id ?? ''))
    throw new Error(
      `"${id ?? ''}" is not an id of a platform: at least three small letters and digits, such as pinterest.`,
    );
  const fill = (text) => text.replaceAll('__id__', id).replaceAll('__Id__', id[0].toUpperCase() + id.slice(1));
  const files = skeleton(fill);
  const owned = [...files.keys()].map((path) => (basename(dirname(path)) === id ? dirname(path) : path));
  const taken = owned.find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw new Error(`${taken} exists already. The id of a platform is its own.`);

  for (const [path, like, line] of registryLines) {
    const text = files.get(path) ?? readFileSync(join(root, path), 'utf8');
    files.set(path, withLine(text, { path, like, line: fill(line), id }));
  }
  for (const [path, text] of files) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...files.keys()];
}

/** Texts by path. */
const skeleton = (fill) =>
  new Map(
    readdirSync(templates, { recursive: true })
      .filter((path) => path.endsWith('.template'))
      .map((path) => [fill(path.replace(/\.template$/, '')), fill(readFileSync(join(templates, path), 'utf8'))]),
  );

function withLine(text, { path, like, line, id }) {
  const lines = text.split('\n');
  const others = lines.flatMap((each, at) => (like.test(each) ? [{ at, id: like.exec(each)[1] }] : []));
  const last = others.at(-1);
  if (last === undefined)
    throw new Error(`${path} has no line of another platform, so that there is no place for "${line}".`);
  const next = line.startsWith('import ') ? others.find((other) => other.id > id) : undefined;
  lines.splice(next?.at ?? last.at + 1, 0, line);
  return lines.join('\n');
}
