// What a platform is stands in its manifest. A name of a platform anywhere else in product code is one more place to
// change for the next one.
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** Ids of the platforms, by their manifests. */
export const platformIds = readdirSync(new URL('../../libs/platform-guide/src/', import.meta.url))
  .filter((file) => file.endsWith('.manifest.ts'))
  .map((file) => file.replace('.manifest.ts', ''));

const anyOf = `{${platformIds.join(',')}}`;
const names = new RegExp(platformIds.join('|'), 'i');
const message =
  'A platform is named in its manifest, its folders and the registries only. Read what differs from the manifest (@linkage/platform-guide).';

export const noPlatformNames = {
  meta: { type: 'problem', schema: [], messages: { named: message } },
  create(context) {
    const refuse = (node, text) => {
      if (names.test(text)) context.report({ node, messageId: 'named' });
    };
    return {
      Program: (node) => refuse(node, basename(context.filename)),
      Identifier: (node) => refuse(node, node.name),
      Literal: (node) => typeof node.value === 'string' && refuse(node, node.value),
      TemplateElement: (node) => refuse(node, node.value.raw),
    };
  },
};

/** Where a platform may be named: manifests, folders of its own, one registry each; and whatever tests or tries out. */
export const platformNames = [
  {
    files: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: [
      `libs/platform-guide/src/${anyOf}.{manifest,data}.ts`,
      'libs/platform-guide/src/platform-data.ts',
      'libs/platform-guide/src/platforms.ts',
      `libs/platforms/src/${anyOf}/**`,
      'libs/platforms/src/connectors.ts',
      'libs/platforms/src/wire/index.ts',
      `apps/platform-sandbox/src/${anyOf}/**`,
      'apps/platform-sandbox/src/platforms.ts',
      'apps/journeys/**',
      '**/*.{spec,fixtures,harness,contract,generated}.ts',
      '**/testing/**',
    ],
    rules: { 'linkage/no-platform-names': 'error' },
  },
];
