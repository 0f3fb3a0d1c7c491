import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = join(__dirname, '../../libs/event-sourcing/src');
const MOST_LINES = 2_500;

it('the core of the kernel is small enough to be read in a sitting', () => {
  const files = globSync('{facts,log,commands,read-models,reactions,runtime}/**/*.ts', { cwd: sources });
  const lines = files
    .filter((file) => !file.endsWith('.spec.ts'))
    .flatMap((file) => readFileSync(join(sources, file), 'utf8').trimEnd().split('\n'));
  expect(files.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
});
