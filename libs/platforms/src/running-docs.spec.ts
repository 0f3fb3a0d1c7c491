import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformData, platformIds, platforms } from '@linkage/platform-guide';
import { createConnectors } from './connectors';

const settings = Object.fromEntries(platformIds.map((id) => [id, { clientId: 'c', clientSecret: 's' }]));
const { available } = createConnectors(settings, { clock: { now: () => new Date() }, report: () => undefined });
const docs = readFileSync(join(__dirname, '../../../docs/running.md'), 'utf8').replace(/[ \t]+/g, ' ');

describe('docs/running.md', () => {
  it.each(available)(
    'says of %s what its manifest says: where to make an app, the redirect URI, the permissions',
    (id) => {
      const { makeAppAt, product } = platformData[id].setup;
      const scopes = Object.values(platforms[id].permissions).map(
        ({ scope }) => `\`${scope.replace(/^.*\/auth\//, '')}\``,
      );
      expect(docs).toContain(
        `| ${platforms[id].name} | ${makeAppAt}, ${product} | \`<public url>/api/oauth/${id}/callback\` | ${scopes.join(', ')} |`,
      );
    },
  );
});
