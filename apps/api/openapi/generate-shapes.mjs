// Writes apps/api/src/openapi/shapes.generated.ts: what each controller method answers, taken from its TypeScript type,
// so that the OpenAPI document says what the compiler checks. `--check` writes nothing and fails when the file is out
// of date.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { TypeSchemas } from './type-schemas.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const target = join(root, 'apps/api/src/openapi/shapes.generated.ts');

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(
  { ...config, include: [], files: ['apps/api/src/main.ts'] },
  ts.sys,
  root,
);
const controllers = globSync(['libs/*/src/**/*.controller.ts', 'apps/api/src/**/*.controller.ts'], { cwd: root })
  .map((file) => join(root, file))
  .sort();
const program = ts.createProgram(controllers, options);
const checker = program.getTypeChecker();
const schemas = new TypeSchemas(checker, (file) => /^libs\/(contracts|platform-guide)\//.test(relative(root, file)));

const decoratorNames = (node) =>
  (ts.getDecorators(node) ?? []).map(({ expression }) =>
    (ts.isCallExpression(expression) ? expression.expression : expression).getText(),
  );
const routes = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);

const answers = {};
const redirects = {};
for (const file of controllers) {
  program.getSourceFile(file)?.forEachChild((node) => {
    if (!ts.isClassDeclaration(node) || decoratorNames(node).includes('ApiExcludeController')) return;
    for (const method of node.members.filter(ts.isMethodDeclaration)) {
      if (!decoratorNames(method).some((name) => routes.has(name))) continue;
      const id = `${node.name.text}_${method.name.getText()}`;
      const redirect = (ts.getDecorators(method) ?? [])
        .map(({ expression }) => expression)
        .find((call) => ts.isCallExpression(call) && call.expression.getText() === 'Redirect');
      if (redirect) {
        redirects[id] = Number(redirect.arguments[1]?.getText() ?? 302);
        continue;
      }
      const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method));
      const type = checker.getAwaitedType(returned) ?? returned;
      answers[id] = type.flags & ts.TypeFlags.Void ? null : schemas.of(type);
    }
  });
}
const problem = checker
  .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(join(root, 'libs/contracts/src/problems.ts'))))
  .find(({ name }) => name === 'Problem');
schemas.of(checker.getDeclaredTypeOfSymbol(problem));

const lines = (record) =>
  Object.keys(record)
    .sort()
    .map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(record[name])},`)
    .join('\n');
const text = `// Made by apps/api/openapi/generate-shapes.mjs from the types of the controllers. Do not edit; run: npm run nx -- run api:shapes
import type { Shapes } from './shapes';

export const shapes: Shapes = { answers: {
${lines(answers)}
}, redirects: {
${lines(redirects)}
}, schemas: {
${lines(schemas.schemas)}
} };
`;

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error('The answers of the API have changed. Write them down with: npm run nx -- run api:shapes');
  process.exitCode = 1;
}
