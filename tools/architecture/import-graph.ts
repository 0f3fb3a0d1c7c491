import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { preProcessFile } from 'typescript';

/** For each file, the files that it imports: by value, by type or later. */
type ImportGraph = ReadonlyMap<string, readonly string[]>;

type Read = (file: string) => string;

/**
 * `aliases`: the front door of each lib by its name, as in tsconfig.base.json. What is not among the files (packages)
 * is left out.
 */
export const importGraph = (
  files: readonly string[],
  aliases: Readonly<Record<string, string>>,
  read: Read = (file) => readFileSync(file, 'utf8'),
): ImportGraph => {
  const known = new Set(files);
  const target = (from: string, path: string): string | undefined => {
    const base = path.startsWith('.') ? join(dirname(from), path) : aliases[path];
    if (base === undefined) return undefined;
    return [base, `${base}.ts`, `${base}.mts`, `${base}/index.ts`, `${base}.d.mts`].find((file) => known.has(file));
  };
  const importsOf = (file: string): string[] =>
    preProcessFile(read(file), true, true)
      .importedFiles.map(({ fileName }) => target(file, fileName))
      .filter((found) => found !== undefined);
  return new Map(files.map((file) => [file, [...new Set(importsOf(file))].sort()]));
};

/** The same graph of folders: `folderOf` names the one that a file belongs to. */
export const folderGraph = (graph: ImportGraph, folderOf: (file: string) => string | undefined): ImportGraph => {
  const folders = new Map<string, Set<string>>();
  for (const [file, imports] of graph) {
    const from = folderOf(file);
    if (from === undefined) continue;
    const reached = folders.get(from) ?? new Set();
    for (const to of imports.map(folderOf)) if (to !== undefined && to !== from) reached.add(to);
    folders.set(from, reached);
  }
  return new Map([...folders].map(([folder, reached]) => [folder, [...reached].sort()]));
};

/** One circle for each knot of files that reach each other, as the way once around: `a → b → a`. */
export const circlesIn = (graph: ImportGraph): string[] => {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
};
