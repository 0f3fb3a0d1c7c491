// Bundles server code into ESM files: swc keeps decorator metadata (esbuild alone drops it silently), own libs are
// bundled, npm packages stay outside. Usage: node tools/build-server.mjs <app> [entry …]
import { build } from 'esbuild';
import { transform } from '@swc/core';
import { realpathSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const swc = {
  name: 'swc-decorators',
  setup(b) {
    b.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

export const buildServerFiles = async ({ entries, outdir }) => {
  // Parts have a hash in their names: those of an earlier build would stay for ever.
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: entries,
    outdir,
    outExtension: { '.js': '.mjs' },
    tsconfig: 'tsconfig.base.json',
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    // Not keepNames: it defines the name of every inner function again each time it is made, two thirds of the
    // sandbox's work.
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    loader: { '.hbs': 'text' },
    plugins: [swc],
    logLevel: 'warning',
    packages: 'external',
  });
};

// The argument is another path than the module's where the checkout is reached through a link.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [app, ...entries] = process.argv.slice(2);
  if (!app) throw new Error('usage: node tools/build-server.mjs <app> [entry …]');
  await buildServerFiles({
    entries: (entries.length ? entries : ['main']).map((entry) => `apps/${app}/src/${entry}.ts`),
    outdir: `dist/apps/${app}`,
  });
}
