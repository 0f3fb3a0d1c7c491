// Every test there is: lint, type check, unit and contract specs, builds, then the journeys in a real browser.
// Prints a closing line "N passed, N failed".
import { spawn } from 'node:child_process';
import { findBrowser } from './browser.mjs';
import { program, root } from './own-programs.mjs';
import { addUp, closingLine, failedTasks } from './tally.mjs';

process.chdir(root);
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };

/** Runs a program of ours with its output shown and kept. */
const run = (file, args, extra = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], {
      env: { ...env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });

const steps = [];
const step = async (name, work) => {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const result = await work();
  steps.push({ name, ...result, seconds: Math.round((performance.now() - began) / 1000) });
  return result.ok;
};

const chrome = findBrowser();
console.log(`Browser for the journeys: ${chrome}`);
await step('format', () => run(program('prettier'), ['--check', '.', '--log-level=warn']));
// A project or journey that fails gets a second try, and is named as flaky when that one passes. Nx runs only what
// failed again, and repeats what it said of the rest.
await step('lint, type check, specs, builds', async () => {
  const once = () =>
    run(program('nx'), [
      'run-many',
      '-t',
      'lint',
      'typecheck',
      'test',
      'build',
      '--parallel=2',
      '--output-style=stream',
      '--nxBail=false',
    ]);
  const first = await once();
  if (first.ok) return first;
  const failed = failedTasks(first.output);
  console.log(`\n── second try of ${failed.join(', ')}`);
  const second = await once();
  return { ...second, flaky: second.ok ? failed : [] };
});
await step('journeys', () =>
  run(program('playwright', '@playwright/test'), ['test', '-c', 'apps/journeys/playwright.config.mjs', '--retries=1'], {
    CHROME_PATH: chrome,
  }),
);

console.log('');
for (const { name, ok, seconds, flaky = [] } of steps) {
  const note = flaky.length > 0 ? `; passed at the second try: ${flaky.join(', ')}` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)${note}`);
}
const tally = addUp(steps);
console.log(closingLine(tally));
process.exit(steps.every(({ ok }) => ok) && tally.failed === 0 ? 0 : 1);
