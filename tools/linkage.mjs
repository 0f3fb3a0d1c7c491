// `npm run linkage -- <command>`: what an operator can ask of this installation. Builds the server first if that was
// not done yet.
import { spawnSync } from 'node:child_process';
import { program, root } from './own-programs.mjs';

process.chdir(root);
const run = (args, options) =>
  spawnSync(process.execPath, args, { env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' }, ...options });

const built = run([program('nx'), 'build', 'api', '--output-style=static'], { encoding: 'utf8' });
if (built.status !== 0) {
  process.stderr.write(`${built.stdout}${built.stderr}\nThe build failed; the reason is above.\n`);
  process.exit(1);
}
const file = 'dist/apps/api/linkage.mjs';
const { status } = run(
  ['--disable-warning=ExperimentalWarning', '--enable-source-maps', file, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
