import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

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
