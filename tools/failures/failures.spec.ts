import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

it('docs/failures.md is what the contract’s table and the words of the screens say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/failures.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
