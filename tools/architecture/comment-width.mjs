/** The width of `.prettierrc`, which wraps code and leaves comments as they are. */
const WIDTH = 120;

/** Comments end where code does. A word that is longer than a line (an address) has no other place. */
export const commentWidth = {
  meta: {
    type: 'layout',
    schema: [],
    messages: { wide: 'This comment is {{ width }} columns wide. Wrap it at 120.' },
  },
  create(context) {
    const { lines } = context.sourceCode;
    const isWide = (line) => lines[line - 1].length > WIDTH && !/https?:\/\/\S+ ?\S*$/u.test(lines[line - 1]);
    return {
      Program: () => {
        for (const { loc, value } of context.sourceCode.getAllComments())
          for (let line = loc.start.line; line <= loc.end.line; line += 1)
            if (isWide(line) && !/^\s*eslint-/u.test(value))
              context.report({ loc, messageId: 'wide', data: { width: lines[line - 1].length } });
      },
    };
  },
};

export const wrappedComments = [
  {
    files: ['apps/**/*.{ts,mjs}', 'libs/**/*.{ts,mjs}', 'tools/**/*.{ts,mjs}'],
    ignores: ['**/*.generated.ts'],
    rules: { 'linkage/comment-width': 'error' },
  },
];
