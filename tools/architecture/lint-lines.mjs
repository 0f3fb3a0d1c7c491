// Lints made-up files with the project's own rules. Input (stdin): [{ file, code }]; output: for each, the rules that
// refused it. A process of its own, because ESLint loads its configuration by import(), which jest's CommonJS sandbox
// does not know.
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';
import { root } from '../own-programs.mjs';

// The rule about edges reads the graph that this leaves behind.
await createProjectGraphAsync();
const cases = JSON.parse(await text(process.stdin));
const eslint = new ESLint({ cwd: root });
const refused = [];
for (const { file, code } of cases) {
  const [result] = await eslint.lintText(code, { filePath: file });
  refused.push(
    (result?.messages ?? [])
      .filter(({ severity }) => severity === 2)
      .map(({ ruleId, message }) => `${ruleId ?? 'parse'}: ${message}`),
  );
}
process.stdout.write(`\n${JSON.stringify(refused)}`);
