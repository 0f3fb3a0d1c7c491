// `npm run bench [name …] [--facts=100000]`: speed as ratios to baselines measured in the same run. Each bench is a
// file tools/bench/bench-<name>.ts; it is bundled as the server is, and runs alone in a fresh process, one after the
// other. Needs a quiet machine.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { buildServerFiles } from './build-server.mjs';
import { program, root } from './own-programs.mjs';

process.chdir(root);
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const facts = process.argv.slice(2).flatMap((argument) => /^--facts=(\d+)$/.exec(argument)?.[1] ?? [])[0];
const names = readdirSync('tools/bench')
  .flatMap((file) => /^bench-(.+)\.ts$/.exec(file)?.[1] ?? [])
  .filter((name) => wanted.length === 0 || wanted.includes(name));
if (names.length === 0) {
  console.error(
    `No such bench. There are: ${readdirSync('tools/bench')
      .flatMap((file) => /^bench-(.+)\.ts$/.exec(file)?.[1] ?? [])
      .join(', ')}`,
  );
  process.exit(2);
}

const nx = spawnSync(process.execPath, [program('nx'), 'run-many', '-t', 'build', '-p', 'api,platform-sandbox'], {
  stdio: 'inherit',
  env: { ...process.env, NX_DAEMON: 'false' },
});
if (nx.status !== 0) process.exit(1);
await buildServerFiles({
  entries: ['tools/bench/served.ts', ...names.map((name) => `tools/bench/bench-${name}.ts`)],
  outdir: 'dist/bench',
});

let failed = false;
for (const name of names) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--expose-gc', `dist/bench/bench-${name}.mjs`],
    { stdio: 'inherit', env: { ...process.env, ...(facts && { BENCH_FACTS: facts }) } },
  );
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
