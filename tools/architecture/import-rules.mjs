// Who may import what (docs/architecture.md has the table). Three layers of fence: edges between libs (Nx tags), fences by folder
// (packages and back doors) and purity by file suffix. boundaries.spec.ts proves each by a forbidden import that must be refused.

export const contexts = ['workspaces', 'invitations', 'connections', 'ingestion', 'analytics', 'history', 'privacy'];
const doors = ['vault', 'mail', 'http', 'platforms'];
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
  constraint('lib:stores', ['event-sourcing']),
  constraint('lib:vault', ['contracts', 'event-sourcing']),
  constraint('lib:mail', ['contracts', 'event-sourcing', 'http']),
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
  message: 'Drivers live in libs/stores only. Use the ports of @linkage/event-sourcing.',
};
const backDoor = {
  regex: '^@linkage/[^/]+/(?!testing$|wire$|requests$).+',
  message: 'A lib is entered by its front door (its index.ts) only.',
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
  regex: '^@linkage/(vault|mail|http|platforms|stores)',
  message: 'A pure file decides on what it is given. Let the handler or reactor use the door.',
};

/** A slice imports the aggregate's folder, never a sibling slice; only *.module.ts knows them all. Aggregate folders per context: */
export const aggregateFolders = {
  workspaces: ['workspace', 'session'],
  invitations: ['invitation'],
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
const outOfAggregate = {
  regex: '^\\.\\./[^/]+/',
  message: 'An aggregate folder imports no slice and no other aggregate: slices depend on it, not the other way round.',
};

/** Files without a second dot in their name (the aggregate, a decision), and pure suffixes. */
const pureFiles = (name) =>
  ['events', 'errors', 'projection', 'mapper']
    .map((suffix) => `libs/${name}/src/**/*.${suffix}.ts`)
    .concat(`libs/${name}/src/*/!(*.*).ts`);

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
  { files: ['libs/settings/src/**/*.ts'], rules: forbid(nest, angular, driver, backDoor) },
  { files: ['libs/contracts/src/requests/**/*.ts'], rules: forbid(nest, angular, node, driver, backDoor) },
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
    files: ['libs/{mail,http,platforms}/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**', 'libs/mail/src/mailbox/**'],
    rules: forbid(angular, driver, backDoor, testing),
  },
  ...contexts.flatMap((name) => {
    const aggregates = aggregateFolders[name].map((folder) => `libs/${name}/src/${folder}/**/*.ts`);
    const common = [angular, driver, backDoor];
    return [
      {
        files: [`libs/${name}/src/**/*.ts`],
        ignores: ['**/*.spec.ts', '**/*.harness.ts', '**/*.module.ts'],
        rules: forbid(...common, testing, siblingSlice(name)),
      },
      { files: aggregates, ignores: ['**/*.spec.ts'], rules: forbid(...common, testing, outOfAggregate) },
      {
        files: pureFiles(name),
        ignores: ['**/*.spec.ts', ...aggregates],
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
