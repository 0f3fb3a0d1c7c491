// The settings as the server and the platform sandbox read them, also before anything is built: their readers are
// bundled in memory.
import { build } from 'esbuild';
import { root } from './own-programs.mjs';

const readers = `
  export { readConfig } from './apps/api/src/config';
  export { readSandboxSettings } from './apps/platform-sandbox/src/settings';
  export { localAddress, Variables } from './libs/settings/src';
`;

/** @returns what the readers export: `readConfig`, `readSandboxSettings`, `localAddress`, `Variables` */
export const loadReaders = async () => {
  const { outputFiles } = await build({
    stdin: { contents: readers, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    tsconfig: 'tsconfig.base.json',
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};

/** Says a trouble in its own words, without a stack, and ends this process. */
export const fail = (message) => {
  console.error(`\n${message}\n`);
  process.exit(1);
};

/** Runs `read` with the readers and this process's environment; what is wrong with a variable ends the process. */
export const readSettings = async (read) => {
  const readers = await loadReaders();
  try {
    return read(readers, process.env);
  } catch (error) {
    if (error.name === 'ConfigError') fail(error.message);
    throw error;
  }
};
