/**
 * Writes `root-order.generated.ts`: characters in the order of ICU's root collation, so that sort keys stay the same
 * whatever ICU a Node has. Node has no sort keys itself. Run it by hand; a new order needs new versions of the read
 * models that are sorted by `sortKey`.
 */
import { writeFileSync } from 'node:fs';

const compare = new Intl.Collator('en', { sensitivity: 'base' }).compare;
const expansions = new Set('ßẞœŒæÆ');
/** They need no table: their order is that of their code points. */
const ideographs = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Yi}\u3200-\u33ff\uf900-\ufaff]/u;
const shown = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u;
const plain = (char) => char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const chars = [];
for (let code = 0x20; code < 0xfffe; code += 1) {
  const char = String.fromCharCode(code);
  if ((code >= 0xd800 && code <= 0xf8ff) || !shown.test(char) || ideographs.test(char) || expansions.has(char))
    continue;
  const ignored = compare(`a${char}`, 'a') === 0;
  const asPlain = plain(char) !== char && plain(char) !== '' && compare(plain(char), char) === 0;
  if (!ignored && !asPlain) chars.push(char);
}
chars.sort((one, other) => compare(one, other) || (one < other ? -1 : 1));

const hex = (char) => char.charCodeAt(0).toString(16);
const runs = [];
let end = -1;
chars.forEach((char, index) => {
  const same = index > 0 && compare(chars[index - 1], char) === 0;
  const code = char.charCodeAt(0);
  if (same) runs.push(`=${hex(char)}`);
  else if (code === end + 1 && !runs.at(-1).startsWith('='))
    runs[runs.length - 1] = `${runs.at(-1).split('-')[0]}-${hex(char)}`;
  else runs.push(hex(char));
  end = code;
});
const lines = runs.join(' ').replace(/(.{100,140}) /g, '$1\n');
writeFileSync(
  new URL('root-order.generated.ts', import.meta.url),
  `// Written by generate-root-order.mjs with ICU ${process.versions.icu}. Code points in hex; \`=\`: sorted like the one before.\nexport const rootOrder = \`${lines}\`;\n`,
);
