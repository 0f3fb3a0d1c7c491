import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const letter = (id: number, link: string) => ({ id: String(id), links: ['https://l.example/', link] });
const linkIn = (letters: object[], after: string): string =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { connectLinkIn } from ${JSON.stringify(join(__dirname, 'letters.mjs'))};
       console.log(connectLinkIn(${JSON.stringify(letters)}, ${JSON.stringify(after)}) ?? 'none yet');`,
    ],
    { encoding: 'utf8' },
  ).stdout.trim();

describe('the link that a creator of the demo opens', () => {
  const ofRunBefore = letter(9, 'https://l.example/connect/first.run');
  const ofThisRun = letter(12, 'https://l.example/connect/second.run?x=1');

  it('is that of the letter of this run', () => {
    expect(linkIn([ofThisRun, ofRunBefore], '11')).toBe('second.run');
  });

  it('is waited for while there is only a letter of a run before', () => {
    expect(linkIn([ofRunBefore], '10')).toBe('none yet');
    expect(linkIn([], '0')).toBe('none yet');
  });
});
