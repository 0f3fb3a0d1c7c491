// Adds up what jest, vitest and Playwright say of themselves.
// eslint-disable-next-line no-control-regex -- the escape character is what starts a colour code
const plain = (text) => text.replace(/\u001b\[[0-9;]*m/g, '');
const number = (text, word) => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);

/**
 * @param {{ok: boolean, output: string}[]} steps a step that failed without a failed test (lint, build) counts as one
 * failure
 */
export const addUp = (steps) =>
  steps.reduce(
    (sum, { ok, output }) => {
      // jest "Tests: 1 failed, 2 passed, 3 total" · vitest "Tests 1 failed | 2 passed (3)" · Playwright " 2 passed
      // (1.2s)" / " 1 failed"
      const lines = plain(output)
        .split('\n')
        .filter((line) => /^\s*(\S+:\s+)?Tests:?\s+\d|^\s+\d+ (passed|failed|flaky)\b( \(|\s*$)/.test(line));
      const passed = lines.reduce((all, line) => all + number(line, 'passed'), 0);
      const failed = lines.reduce((all, line) => all + number(line, 'failed'), 0);
      return { passed: sum.passed + passed, failed: sum.failed + (failed || (ok ? 0 : 1)) };
    },
    { passed: 0, failed: 0 },
  );

export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** The tasks that nx names as failed at the end of a run, such as `api:test`. */
export const failedTasks = (output) => [
  ...new Set(
    plain(output.split('Failed tasks:').at(1) ?? '')
      .split('\n')
      .flatMap((line) => /^\s*- (\S+:\S+)\s*$/.exec(line)?.[1] ?? []),
  ),
];
