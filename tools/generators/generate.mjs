// Makes a new slice that compiles and passes: npm run generate -- <command-slice|read-slice> <context>
// <name-in-kebab-case> or the skeleton of a platform, which compiles and whose specs say what to fill in: npm run
// generate -- platform <id>
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePlatform } from './platform.mjs';

const here = import.meta.dirname;
const [kind, context, kebab, root = join(here, '../..')] = process.argv.slice(2);

const stop = (message) => {
  console.error(
    `${message}\nUsage: npm run generate -- <command-slice|read-slice> <context> <name-in-kebab-case>\n       npm run generate -- platform <id>`,
  );
  process.exit(2);
};
const kinds = readdirSync(join(here, 'templates'));
if (!kinds.includes(kind)) stop(`The first word says what to make: ${kinds.join(' or ')}.`);
if (kind === 'platform') {
  const [, , , id, into = join(here, '../..')] = process.argv;
  try {
    console.log(makePlatform(id, into).join('\n'));
  } catch (error) {
    stop(error.message);
  }
  console.log(
    '\nThe specs of platform-guide, platforms and platform-sandbox say what to fill in: docs/flows/add-a-platform.md',
  );
  process.exit();
}
if (!context || !existsSync(join(root, 'libs', context, 'src'))) stop(`There is no context "${context}" in libs/.`);
if (!/^[a-z]+(-[a-z]+)*$/.test(kebab ?? '')) stop(`"${kebab}" is not a name in kebab case, such as rename-creator.`);

const folder = join(root, 'libs', context, 'src', kebab);
if (existsSync(folder)) stop(`${folder} exists already.`);

const words = kebab.split('-');
const pascal = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
const [verb, ...rest] = words.map((word) => word[0].toUpperCase() + word.slice(1));
const past = /e$/i.test(verb) ? `${verb}d` : `${verb}ed`;
const fill = (text) =>
  text
    .replaceAll('__name-kebab__', kebab)
    .replaceAll('__name__', pascal[0].toLowerCase() + pascal.slice(1))
    .replaceAll('__Name__', pascal)
    .replaceAll('__Fact__', `${rest.join('')}${past}`)
    .replaceAll(
      '__Sentence__',
      words.join(' ').replace(/^./, (letter) => letter.toUpperCase()),
    )
    .replaceAll('__context__', context);

mkdirSync(folder);
for (const template of readdirSync(join(here, 'templates', kind))) {
  const file = join(folder, template.replace('name.', `${kebab}.`).replace('.template', ''));
  writeFileSync(file, fill(readFileSync(join(here, 'templates', kind, template), 'utf8')));
  console.log(file.replace(`${root}/`, ''));
}
const part =
  kind === 'command-slice'
    ? `${pascal}Controller, ${pascal}Handler`
    : `${pascal}Controller, Show${pascal}Handler, projection ${pascal[0].toLowerCase()}${pascal.slice(1)}`;
console.log(`\nName it in libs/${context}/src/${context}.module.ts: ${part}`);
