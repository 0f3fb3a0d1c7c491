// Shared by every server-side jest.config.cjs: tests run as CommonJS through swc, and ESM-only packages are turned to
// CommonJS too.
const typescript = { syntax: 'typescript', decorators: true };
// The optional (.*/)? also finds copies nested in another package's node_modules.
const esmOnly = ['@nestjs', 'cookie', 'uuid'];

/** @param {{name: string, root: string}} project root: path from the project to the workspace, such as '../..' */
module.exports = ({ name, root }) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  // A limit for what hangs, not a measure of speed: a busy machine must not fail a spec.
  testTimeout: 60_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: typescript,
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
    '^.+\\.m?js$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        isModule: 'unknown',
        jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
      },
    ],
    '^.+\\.hbs$': `${__dirname}/jest-text-transform.cjs`,
  },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node', 'hbs'],
  transformIgnorePatterns: [`/node_modules/(?!(.*/)?(${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^@linkage/([^/]+)$': `<rootDir>/${root}/libs/$1/src/index.ts`,
    '^@linkage/([^/]+)/([^/]+)$': `<rootDir>/${root}/libs/$1/src/$2/index.ts`,
  },
});
