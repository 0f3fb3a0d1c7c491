// `npm run failures`: writes docs/failures.md from the table that the connectors' contract runs, in the words of the
// screens. `--check` writes nothing and fails when the page is out of date.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { buildServerFiles } from './build-server.mjs';
import { root } from './own-programs.mjs';

process.chdir(root);
const target = 'docs/failures.md';
const outdir = `dist/failures-${process.pid}`;
await buildServerFiles({ entries: ['tools/failures/failures-doc.ts'], outdir });
const { failuresDoc } = await import(pathToFileURL(join(root, outdir, 'failures-doc.mjs')).href);
const text = await format(failuresDoc(), { ...(await resolveConfig(target)), filepath: target });
rmSync(outdir, { recursive: true, force: true });

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  process.stderr.write(`${target} is not what the contract's table and the screens say. Run: npm run failures\n`);
  process.exit(1);
}
