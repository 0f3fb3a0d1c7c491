import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

describe('the steps of a test run', () => {
  const run = (steps: { name: string; args: string[]; needs?: string }[]): string =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { runSteps } from ${JSON.stringify(join(__dirname, 'run-steps.mjs'))};
         await runSteps(${JSON.stringify(steps)});`,
      ],
      { encoding: 'utf8' },
    ).stdout;
  const says = (word: string): string[] => ['-e', `console.log('${word}')`];

  it('are all run, also after one that failed', () => {
    const output = run([
      { name: 'specs', args: ['-e', 'process.exit(1)'] },
      { name: 'journeys', args: says('they ran') },
    ]);
    expect(output).toContain('they ran');
    expect(output).toMatch(/FAILED specs\nok {5}journeys/);
  });
  it('are left out only where what they need is missing, and count as not done', () => {
    const output = run([
      { name: 'builds', args: ['-e', 'process.kill(process.pid)'] },
      { name: 'journeys', needs: 'builds', args: says('they ran') },
    ]);
    expect(output).not.toContain('they ran');
    expect(output).toMatch(/FAILED builds\nNOT RUN journeys/);
  });
});
