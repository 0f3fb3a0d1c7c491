import { spawn } from 'node:child_process';

/**
 * Runs programs of ours one after the other, each whatever became of those before, with its output shown. Gives what
 * became of each.
 * @param {{name: string, args: string[], needs?: string}[]} steps needs: the name of a step without which this one
 *   proves nothing; it counts as failed then
 */
export const runSteps = async (steps, env = process.env) => {
  const results = [];
  for (const { name, args, needs } of steps) {
    console.log(`\n── ${name}`);
    const lacks = needs !== undefined && !results.some((done) => done.name === needs && done.ok);
    if (lacks) console.log(`not run: ${needs} failed`);
    const ok = !lacks && (await succeeds(args, env));
    results.push({ name, ok, lacks });
  }
  console.log('');
  for (const { name, ok, lacks } of results) console.log(`${ok ? 'ok    ' : lacks ? 'NOT RUN' : 'FAILED'} ${name}`);
  return results;
};

const succeeds = (args, env) =>
  new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'inherit', env })
      .on('error', () => resolve(false))
      .on('close', (code) => resolve(code === 0));
  });
