import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapPlatformBody } from './map-platform-body.command-line';
import { runCommandLine } from './run-command-line';

describe('npm run linkage -- map-platform-body', () => {
  const directory = mkdtempSync(join(tmpdir(), 'linkage-recorded-'));
  const file = join(directory, 'body.json');
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  // Settings with which nothing else would start.
  const environment = { LINKAGE_MODE: 'production', LINKAGE_PORT: 'none', LINKAGE_DATA: '/nowhere' };
  const run = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCommandLine([mapPlatformBody], ['map-platform-body', ...args], environment, {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };

  it('prints what becomes of a good answer as JSON, without settings, data folder or server', async () => {
    writeFileSync(
      file,
      JSON.stringify({ user_id: '1', username: 'amelie', followers_count: 7, follows_count: 1, media_count: 0 }),
    );
    const { code, out } = await run('--platform', 'instagram', '--call', 'GET /me', '--file', file);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'read',
      snapshot: { profile: { username: 'amelie', figures: { followers: { is: 'value', value: 7 } } } },
    });
  });

  it('prints what a refusal means, and the words for it', async () => {
    writeFileSync(
      file,
      JSON.stringify({ error: { code: 190, error_subcode: 463, message: 'x', type: 'OAuthException' } }),
    );
    const { code, out } = await run('--platform', 'instagram', '--call', 'GET /me', '--file', file, '--status', '400');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'needs-reauthorization',
      effect: 'ends the connection',
      words: [
        'Permission expired.',
        'Instagram gives it for a time only. Ask the creator to reconnect with the same link.',
      ],
    });
  });

  it.each<[string[], RegExp]>([
    [['--platform', 'instagram', '--call', 'GET /me'], /needed/],
    [['--platform', 'myspace', '--call', 'GET /me', '--file', file], /There are .*instagram/],
    [['--platform', 'instagram', '--call', 'GET /you', '--file', file], /It has GET \/me/],
    [
      ['--platform', 'instagram', '--call', 'GET /me', '--file', '/nowhere/body.json'],
      /\/nowhere\/body\.json cannot be read/,
    ],
    [['--platform', 'instagram', '--call', 'GET /me', '--file', file, '--status', 'bad'], /200 to 599/],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});
