import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platforms } from '@linkage/platform-guide';

const text = readFileSync(join(__dirname, '../../../docs/sandbox.md'), 'utf8');
/** Pages that people watch; the sandbox has none. */
const onlyForPeople = ['youtube.www', 'twitch.www'];
const rows = [...text.matchAll(/^\| `(https:[^`]+)` +\| `http:\/\/127\.0\.0\.1:3100\/(\w+)\/(\w+)` +\|$/gm)];

it('docs/sandbox.md has the platforms’ hosts under the paths where connectors look for them', () => {
  const told = rows.map(([, real, platform, host]) => [`${platform}.${host}`, real]);
  const hosts = Object.entries(platforms).flatMap(([id, manifest]) =>
    Object.entries(manifest.hosts).map(([host, real]) => [`${id}.${host}`, real]),
  );

  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(hosts.filter(([name]) => !onlyForPeople.includes(name ?? ''))),
  );
});
