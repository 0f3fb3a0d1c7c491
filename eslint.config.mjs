import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { commentWidth, wrappedComments } from './tools/architecture/comment-width.mjs';
import { fileNames, fileSuffix, namedAfterClass } from './tools/architecture/file-names.mjs';
import { noPlatformNames, platformNames } from './tools/architecture/no-platform-names.mjs';
import { plainEnglish, plainTexts } from './tools/architecture/plain-english.mjs';
import { edges, fences, purity } from './tools/architecture/import-rules.mjs';

const only = (files, configs) => configs.map((config) => ({ ...config, files }));

const linkage = {
  rules: {
    'comment-width': commentWidth,
    'file-suffix': fileSuffix,
    'named-after-class': namedAfterClass,
    'no-platform-names': noPlatformNames,
    'plain-english': plainEnglish,
  },
};

export default [
  { ignores: ['**/dist', '**/.angular', '**/.nx', '**/coverage', '**/tmp', '**/test-results'] },
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  { plugins: { linkage } },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.harness.ts', '**/*.contract.ts', '**/testing/**', 'tools/**', 'apps/journeys/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
  // Tables of made-up people.
  { files: ['apps/platform-sandbox/src/*/people.ts'], rules: { 'max-lines': 'off' } },
  ...edges,
  ...purity,
  ...fences,
  ...platformNames,
  ...fileNames,
  ...wrappedComments,
  ...plainTexts,
  ...only(['apps/dashboard/**/*.ts', 'apps/microsite/**/*.ts', 'libs/ui/**/*.ts'], angular.configs.tsRecommended),
];
