// A suffix says which layer a file is, and means one thing. docs/architecture.md has this list as a table
// (file-names.spec.ts keeps them equal).
import { basename, dirname } from 'node:path';

/** Decisions and data: no Nest, no `node:`, no clock. Files without a suffix are pure, too. */
export const pureSuffixes = ['events', 'errors', 'projection', 'mapper'];

/** What plugs a decision in. */
const layers = ['module', 'controller', 'command', 'handler', 'query', 'reactor', 'schedule', 'service', 'port'];

/** What Nest and Angular name themselves. */
const frameworks = ['guard', 'interceptor', 'pipe', 'filter', 'strategy', 'decorator', 'config', 'routes'];

/** One file each per platform, named `<id>.<suffix>.ts`. */
export const platformSuffixes = [
  'manifest',
  'data',
  'connector',
  'settings',
  'oauth',
  'callback',
  'api',
  'account',
  'content',
  'wire',
  'answers',
  'recorded',
];

/** Of these, the ones in the platform guide. */
const ofTheGuide = ['manifest', 'data'];

const tests = ['contract', 'harness', 'fixtures', 'journey'];

/** In front of `.spec` only: what kind of spec. */
export const specKinds = ['property', 'damage'];

export const suffixes = [
  ...pureSuffixes,
  ...layers,
  ...frameworks,
  ...platformSuffixes,
  ...tests,
  'command-line',
  'generated',
];

/** @returns why a file may not have its name, if it may not */
export function refusalOf(path) {
  const parts = basename(path)
    .replace(/(\.d)?\.m?ts$/, '')
    .split('.');
  const isSpec = parts.length > 1 && parts.at(-1) === 'spec';
  const [stem, ...rest] = isSpec ? parts.slice(0, -1) : parts;
  const [suffix, ...more] = rest;
  if (suffix === undefined) return undefined;
  if (more.length > 0) return 'A file has one suffix. Join the other words with hyphens.';
  if (isSpec && specKinds.includes(suffix)) return undefined;
  if (!suffixes.includes(suffix))
    return `".${suffix}" is no suffix of the list in docs/architecture.md. Take one of those (.service, for what several use cases share), or a plain name with hyphens.`;
  if (platformSuffixes.includes(suffix) && basename(dirname(path)) !== stem && !ofTheGuide.includes(suffix))
    return `".${suffix}" is one file of a platform, named <id>/<id>.${suffix}.ts.`;
  return undefined;
}

const kebab = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
const letters = (text) => kebab(text).replaceAll(/[-.]/g, '');

const isType = ({ type }) => type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration';
const isError = ({ superClass }) => superClass?.type === 'Identifier' && /Error|Exception/.test(superClass.name);

export const fileSuffix = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{ why }}' } },
  create: (context) => ({
    Program(node) {
      const why = refusalOf(context.filename);
      if (why) context.report({ node, messageId: 'refused', data: { why } });
    },
  }),
};

/** A file that exports one class and otherwise types is named after the class, with or without the suffix. */
export const namedAfterClass = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { other: 'This file exports {{ name }}: name it {{ file }}, so that one leads to the other.' },
  },
  create: (context) => ({
    Program(node) {
      const exported = node.body
        .filter(({ type }) => type.startsWith('Export'))
        .map(({ declaration }) => declaration)
        .filter((declaration) => !(declaration && isType(declaration)));
      const [only] = exported;
      if (exported.length !== 1 || only?.type !== 'ClassDeclaration' || isError(only)) return;
      const [stem, suffix] = basename(context.filename).split('.');
      const name = letters(only.id.name);
      if (name !== letters(stem) && name !== letters(stem + suffix))
        context.report({
          node: only.id,
          messageId: 'other',
          data: { name: only.id.name, file: `${kebab(only.id.name)}.ts` },
        });
    },
  }),
};

export const fileNames = [
  {
    files: ['**/*.ts', '**/*.mts'],
    rules: { 'linkage/file-suffix': 'error', 'linkage/named-after-class': 'error' },
  },
  // A harness bears the name of the context that it starts, a port the name of what it asks for.
  { files: ['**/*.{harness,port,spec,module}.ts'], rules: { 'linkage/named-after-class': 'off' } },
];
