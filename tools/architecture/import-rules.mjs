// Who may import what (docs/architecture.md has the table). Three layers of fence: edges between libs (Nx tags), fences
// by folder (packages and back doors) and purity by file suffix. boundaries.spec.ts proves each by a forbidden import
// that must be refused.

import { pureSuffixes } from './file-names.mjs';

export const contexts = ['workspaces', 'invitations', 'connections', 'ingestion', 'analytics', 'history', 'privacy'];
const doors = ['vault', 'mail', 'http', 'platforms', 'pictures'];
const server = [
  ...contexts,
  ...doors,
  'published-facts',
  'contracts',
  'platform-guide',
  'event-sourcing',
  'stores',
  'settings',
];

const libs = (...names) => names.map((name) => `lib:${name}`);
const constraint = (tag, names) => ({ sourceTag: tag, onlyDependOnLibsWithTags: [tag, ...libs(...names)] });

/** For the product's own files. */
const inProduct = [
  constraint('lib:platform-guide', []),
  constraint('lib:settings', []),
  constraint('lib:contracts', ['platform-guide']),
  constraint('lib:published-facts', ['event-sourcing', 'platform-guide']),
  constraint('lib:event-sourcing', []),
  constraint('lib:sqlite', []),
  constraint('lib:stores', ['event-sourcing', 'sqlite']),
  constraint('lib:vault', ['contracts', 'event-sourcing', 'sqlite']),
  constraint('lib:pictures', ['event-sourcing', 'published-facts', 'platform-guide', 'http', 'vault', 'sqlite']),
  constraint('lib:mail', ['contracts', 'event-sourcing', 'http', 'sqlite']),
  constraint('lib:http', ['contracts', 'event-sourcing', 'settings']),
  constraint('lib:platforms', ['contracts', 'event-sourcing', 'published-facts', 'platform-guide']),
  ...contexts.map((name) =>
    constraint(`lib:${name}`, ['event-sourcing', 'published-facts', 'platform-guide', 'contracts', ...doors]),
  ),
  constraint('lib:ui', ['platform-guide']),
  constraint('lib:api-client', ['contracts', 'platform-guide']),
  constraint('app:dashboard', ['ui', 'api-client', 'contracts', 'platform-guide']),
  constraint('app:microsite', ['ui', 'api-client', 'contracts', 'platform-guide']),
  constraint('app:api', server),
  constraint('app:platform-sandbox', ['platforms', 'platform-guide', 'settings']),
  { sourceTag: 'app:journeys', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'app:tools', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'app:bench', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'app:failures', onlyDependOnLibsWithTags: ['*'] },
];

/** Specs, and the harness that starts a context for them, may also use the real stores and the testing entries. */
const inSpecs = inProduct.map((rule) =>
  contexts.some((name) => rule.sourceTag === `lib:${name}`) || doors.some((name) => rule.sourceTag === `lib:${name}`)
    ? {
        ...rule,
        onlyDependOnLibsWithTags: [
          ...rule.onlyDependOnLibsWithTags,
          'lib:stores',
          'lib:vault',
          'lib:mail',
          'lib:pictures',
          'lib:published-facts',
        ],
      }
    : rule,
);

const boundaries = (depConstraints, checkDynamicDependenciesExceptions = []) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      enforceBuildableLibDependency: false,
      allow: ['^.*/tools/.*\\.mjs$'],
      checkDynamicDependenciesExceptions,
      depConstraints,
    },
  ],
});

export const edges = [
  { files: ['**/*.ts', '**/*.mts'], rules: boundaries(inProduct) },
  { files: ['**/*.spec.ts', '**/*.harness.ts', 'libs/*/src/testing/**'], rules: boundaries(inSpecs) },
  // That the server loads stores when they are chosen is a promise of the server, not of what tests it.
  { files: ['apps/api/src/**/*.spec.ts', 'apps/api/src/testing/**'], rules: boundaries(inSpecs, ['@linkage/stores']) },
];

const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const driver = {
  regex: '^(node:sqlite|@eventstore/|mongoose|mongodb)',
  message: 'Drivers live in libs/stores, node:sqlite in libs/sqlite only. Use the ports of @linkage/event-sourcing.',
};
const sqlite = {
  regex: '^node:sqlite',
  message: 'node:sqlite lives in libs/sqlite only. Open the file with openDatabase of @linkage/sqlite.',
};
const backDoor = {
  regex:
    '^@linkage/(?!ui/(field|figures|empty-state)$|api-client/(analytics|demo-data|history|operator)$)[^/]+/(?!testing$|wire$|requests$|creator-file$).+',
  message: 'A lib is entered by its front door (its index.ts) or an entry that is named in the table only.',
};
const testing = {
  regex: '^@linkage/[^/]+/testing$',
  message: 'Testing entries are for specs and contract suites only.',
};
const requestClasses = {
  regex: '^@linkage/contracts/requests',
  allowTypeImports: true,
  message: 'Request classes bring class-validator along: import them as types only (import type).',
};
const validation = {
  regex: '^class-validator',
  message: 'Plain data runs anywhere. Request classes with their checks belong in libs/contracts/src/requests.',
};
const nest = {
  regex: '^@nestjs/',
  message: 'This place knows no Nest. Plug it in from a *.module, *.handler, *.query or *.controller file.',
};
const angular = { regex: '^@angular/', message: 'Server code knows no Angular.' };
const node = { regex: '^node:', message: 'This file must run anywhere: no node: modules here.' };
const doorsInPure = {
  regex: '^@linkage/(vault|mail|http|platforms|pictures|stores|sqlite)',
  message: 'A pure file decides on what it is given. Let the handler or reactor use the door.',
};

/**
 * A slice imports the aggregate's folder, never a sibling slice; only *.module.ts knows them all. Aggregate folders per
 * context:
 */
export const aggregateFolders = {
  workspaces: ['workspace', 'session'],
  invitations: ['invitation', 'invitation-import', 'message-template', 'bulk-action'],
  connections: ['social-account', 'attempt', 'invited-creator'],
  ingestion: ['refresh'],
  analytics: ['account'],
  history: ['sentences'],
  privacy: ['erasure'],
};
const siblingSlice = (name) => ({
  regex: `^\\.\\./(?!\\.\\./)(?!(${aggregateFolders[name].join('|')})/)[^/]+/`,
  message: `A slice never imports a sibling slice. Move what both need to the aggregate's folder (${aggregateFolders[name].join(', ')}).`,
});

/**
 * Slices that do to many what others do to one, or write a list as a file. They stand above the others, whose decisions
 * and rows they use; no slice imports them. Per context:
 */
export const upperSlices = {
  invitations: ['copy-links', 'export-invitations', 'show-bulk-actions', 'start-bulk-action', 'work-through-bulk'],
  connections: ['export-accounts', 'export-attempts'],
};
const otherUpperSlice = (name) => ({
  regex: `^\\.\\./(${upperSlices[name].join('|')})/`,
  message: 'No slice imports one that stands above it.',
});
const outOfAggregate = {
  regex: '^\\.\\./[^/]+/',
  message: 'An aggregate folder imports no slice and no other aggregate: slices depend on it, not the other way round.',
};

const kernelPlugin = {
  regex:
    '^\\.\\./(bound-keys|consumer-operations|personal-data|read-your-writes|rebuild|time-travel|audit-chain|log-transfer|erasure|shared-processes)/',
  message: 'The core of the kernel imports no plugin: a plugin gets the kernel by `use` and adds to it.',
};

/** Files without a second dot in their name (the aggregate, a decision), and pure suffixes. */
const pureFiles = (name) =>
  pureSuffixes.map((suffix) => `libs/${name}/src/**/*.${suffix}.ts`).concat(`libs/${name}/src/*/!(*.*).ts`);

const inBrowser = [nest, node, driver, backDoor, validation, requestClasses];

/** The dashboard's floors: base ← shared ← features (every other folder). `app.*.ts` on top puts them together. */
const app = 'apps/dashboard/src/app';
const floor = (files, reach, message) => {
  const regex = `^${reach}`;
  return {
    files,
    rules: {
      ...forbid(...inBrowser, { regex, message }),
      // What is loaded later is imported, too.
      'no-restricted-syntax': [
        'error',
        { selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`, message },
      ],
    },
  };
};
const floors = [
  floor(
    [`${app}/base/**/*.ts`],
    '\\.\\./',
    'base imports nothing of the dashboard: shared and the features stand on it.',
  ),
  floor(
    [`${app}/shared/**/*.ts`],
    '(\\.\\./){2}(?!(base|testing)/)',
    'shared imports base only. Provide what belongs to a feature by a token in app.config.ts.',
  ),
  floor(
    [`${app}/!(base|shared|testing)/**/*.ts`],
    '\\.\\./(?!(base|shared|testing)/|[\\w-]+$)',
    'A feature uses another one by its named entry (its index.ts) only. Move what several need to shared or base.',
  ),
];

export const fences = [
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/sqlite/src/**', 'libs/stores/src/**'],
    rules: forbid(driver),
  },
  { files: ['libs/stores/src/**/*.ts'], ignores: ['**/*.spec.ts'], rules: forbid(sqlite, backDoor) },
  { files: ['libs/sqlite/src/**/*.ts'], rules: forbid(nest, angular, { ...driver, regex: '^(@eventstore/|mongo)' }) },
  { files: ['libs/settings/src/**/*.ts'], rules: forbid(nest, angular, driver, backDoor) },
  { files: ['libs/contracts/src/requests/**/*.ts'], rules: forbid(nest, angular, node, driver, backDoor) },
  {
    files: ['libs/contracts/src/creator-file/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: forbid(nest, angular, node, driver, backDoor, validation),
  },
  {
    files: ['libs/contracts/src/*.ts'],
    rules: forbid(nest, angular, node, driver, backDoor, validation, {
      ...requestClasses,
      regex: '^\\./requests',
    }),
  },
  {
    files: ['libs/platform-guide/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: forbid({
      regex: '^[^.]',
      message: 'A manifest is plain data for browsers, servers and docs: it imports nothing.',
    }),
  },
  {
    files: ['libs/published-facts/src/**/*.ts'],
    rules: forbid(nest, angular, node, driver, backDoor, {
      regex: '^@linkage/platform-guide',
      allowTypeImports: true,
      message: 'Facts are for ever and manifests are not: published facts take types of the guide only (import type).',
    }),
  },
  {
    files: ['libs/event-sourcing/src/**/*.ts'],
    ignores: ['**/*.module.ts', '**/*.spec.ts', '**/testing/**'],
    rules: forbid(nest, angular, driver, backDoor, testing),
  },
  {
    files: ['libs/event-sourcing/src/{facts,log,commands,read-models,reactions,runtime}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: forbid(nest, angular, driver, backDoor, testing, kernelPlugin),
  },
  {
    files: ['libs/event-sourcing/src/text/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: forbid(nest, node, driver, {
      regex: '^(\\.\\./){1,2}(facts|log|commands|read-models|reactions|runtime)/|^@linkage/',
      message: 'How text is folded, sorted and searched knows nothing of facts.',
    }),
  },
  {
    files: ['libs/{mail,http,platforms,vault,pictures}/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: forbid(angular, driver, backDoor, testing),
  },
  ...contexts.flatMap((name) => {
    const aggregates = aggregateFolders[name].map((folder) => `libs/${name}/src/${folder}/**/*.ts`);
    const common = [angular, driver, backDoor];
    return [
      {
        files: [`libs/${name}/src/**/*.ts`],
        ignores: ['**/*.spec.ts', '**/*.harness.ts', '**/*.module.ts', '**/testing/**'],
        rules: forbid(...common, testing, siblingSlice(name)),
      },
      { files: aggregates, ignores: ['**/*.spec.ts'], rules: forbid(...common, testing, outOfAggregate) },
      {
        files: pureFiles(name),
        ignores: ['**/*.spec.ts', '**/testing/**', ...aggregates],
        rules: forbid(...common, testing, siblingSlice(name), nest, node, doorsInPure),
      },
      {
        files: pureFiles(name).flatMap((file) =>
          aggregateFolders[name].map((folder) => file.replace(/src\/\*\*?\//, `src/${folder}/`)),
        ),
        ignores: ['**/*.spec.ts'],
        rules: forbid(...common, testing, outOfAggregate, nest, node, doorsInPure),
      },
    ];
  }),
  ...Object.entries(upperSlices).flatMap(([name, slices]) => {
    const within = (file) => slices.map((slice) => file.replace(/src\/\*\*?\//, `src/${slice}/`));
    const common = [angular, driver, backDoor, testing, otherUpperSlice(name)];
    const ignores = ['**/*.spec.ts'];
    return [
      { files: within(`libs/${name}/src/**/*.ts`), ignores, rules: forbid(...common) },
      { files: pureFiles(name).flatMap(within), ignores, rules: forbid(...common, nest, node, doorsInPure) },
    ];
  }),
  {
    files: ['libs/ui/src/**/*.ts'],
    rules: forbid(
      { regex: '^@angular/common/http', message: 'ui components are dumb: data comes in by inputs.' },
      {
        regex: '^@linkage/(?!platform-guide$)',
        message: 'ui imports Angular, its own tokens and the platform guide only.',
      },
      node,
    ),
  },
  {
    files: ['libs/api-client/src/**/*.ts', 'apps/dashboard/src/**/*.ts', 'apps/microsite/src/**/*.ts'],
    rules: forbid(...inBrowser),
  },
  ...floors,
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'apps/api/src/testing/**', 'apps/api/src/storage.ts'],
    rules: forbid(
      angular,
      driver,
      { regex: '^@linkage/stores', message: 'The only switch on stores is apps/api/src/storage.ts.' },
      backDoor,
      testing,
    ),
  },
  {
    files: ['apps/platform-sandbox/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: forbid(nest, angular, driver, {
      regex: '^@linkage/(?!platforms/wire$|platform-guide$|settings$)',
      message: "The sandbox knows the platforms' wire types and manifests only, as a real platform would.",
    }),
  },
];

const impure = 'A pure file takes the time and its ids as arguments: the same facts must always give the same answer.';
export const purity = contexts.map((name) => ({
  files: pureFiles(name),
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: impure },
      { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: impure },
      { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message: impure },
    ],
  },
}));
