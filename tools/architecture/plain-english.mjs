/**
 * A pronoun in the place of the party: which caller, consumer or member is meant? And the free relative ("to who asks",
 * "Who asks waits."), which is no English.
 */
const vague = [
  /\b(?:who|whom)ever\b/iu,
  /\b(?:no|some|any|every)body\b/iu,
  /\b(?:for|to|by|of|from|with|at|in|on|than|unlike|lets?) who\b/iu,
  /[.:;] Who [^.?]*(?:\.|$)/u,
  // A title may be such a question: "Who is signed in".
  /^Who [^.?]*\./u,
];

/** What of a text is not plain English; undefined: nothing. Code and quotations are left out. */
export const vagueIn = (text) => {
  const bare = text.replace(/“[^”]*”|`[^`]*`/gu, '').replace(/\s+/gu, ' ');
  return vague.map((pattern) => pattern.exec(bare)?.[0]).find((found) => found !== undefined);
};

/** Paragraphs of a document, without its examples of code. */
export const paragraphsOf = (document) => document.replace(/```[\s\S]*?```/gu, '').split(/\n\s*\n|\n(?=[-|#])/u);

/** Texts of a template, without tags, bindings and control flow. */
export const textsOf = (template) =>
  template.replace(/\{\{[\s\S]*?\}\}|<[^>]*>|@\w+[^{]*\{/gu, '\n\n').split(/\n\s*\n/u);

const isSentence = (text) => text.trim().split(/\s+/u).length > 2;
const commentText = (value) => value.replace(/^\s*\*+ ?/gmu, '').trim();

const isTitle = (node, source) => {
  let call = node.parent;
  while (call.type === 'ArrayExpression' || call.type === 'TSAsExpression') call = call.parent;
  return call.type === 'CallExpression' && /^(?:it|describe|test)\b/u.test(source.getText(call.callee));
};

/** Comments, and texts of more than two words; of specs, where texts are examples, titles only. */
export const plainEnglish = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      vague: '"{{ words }}": name the party (the caller, a consumer that …) or use the passive. See CONTRIBUTING.md.',
    },
  },
  create(context) {
    const source = context.sourceCode;
    const isSpec = /\.spec\.ts$|journeys|testing/u.test(context.filename);
    const check = (node, text) => {
      const words = vagueIn(text);
      if (words !== undefined) context.report({ loc: node.loc, messageId: 'vague', data: { words } });
    };
    const checkText = (node, text) => {
      if (isSentence(text) && (!isSpec || isTitle(node, source))) check(node, text);
    };
    return {
      Program: () => source.getAllComments().forEach((comment) => check(comment, commentText(comment.value))),
      Literal: (node) => typeof node.value === 'string' && checkText(node, node.value),
      TemplateLiteral: (node) => checkText(node, node.quasis.map(({ value }) => value.raw).join('…')),
    };
  },
};

export const plainTexts = [
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'tools/**/*.ts'],
    // What made-up people publish is theirs.
    ignores: [
      '**/*.{fixtures,generated}.ts',
      'apps/platform-sandbox/src/world/captions.ts',
      '**/people.ts',
      'tools/architecture/**',
    ],
    rules: { 'linkage/plain-english': 'error' },
  },
];
