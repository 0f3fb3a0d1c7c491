import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const failedTasks = (output: string): unknown =>
  JSON.parse(
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `
    import { failedTasks } from ${JSON.stringify(join(__dirname, 'tally.mjs'))};
    console.log(JSON.stringify(failedTasks(${JSON.stringify(output)})));
  `,
      ],
      { encoding: 'utf8' },
    ).stdout,
  );

const tally = (steps: { ok: boolean; output: string }[]): string =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `
    import { addUp, closingLine } from ${JSON.stringify(join(__dirname, 'tally.mjs'))};
    console.log(closingLine(addUp(${JSON.stringify(steps)})));
  `,
    ],
    { encoding: 'utf8' },
  ).stdout.trim();

describe('the closing line', () => {
  it('adds up jest, vitest and Playwright', () => {
    const output = [
      'Tests:       1 failed, 20 passed, 21 total',
      '      Tests  3 passed (3)',
      '\u001b[32m  7 passed\u001b[39m (12.3s)',
    ].join('\n');
    expect(tally([{ ok: false, output }])).toBe('30 passed, 1 failed');
  });

  it('counts a step that failed without a failed test, such as lint', () => {
    expect(tally([{ ok: false, output: 'Tests:       2 passed, 2 total' }])).toBe('2 passed, 1 failed');
  });
});

describe('failed tasks', () => {
  it('are those that nx names at its end', () => {
    const output = [
      'api: - not:this',
      ' NX   Ran targets lint, test for 25 projects',
      '✖  2/90 failed',
      'Failed tasks:',
      '',
      '\u001b[31m- api:test\u001b[39m',
      '- stores:lint',
      '',
    ].join('\n');
    expect(failedTasks(output)).toEqual(['api:test', 'stores:lint']);
    expect(failedTasks(' NX   Successfully ran targets lint, test')).toEqual([]);
  });
});
