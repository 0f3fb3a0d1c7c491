import Handlebars from 'handlebars';
import blocks from './mail-blocks.hbs';
import facts from './mail-facts.hbs';
import layout from './mail-layout.hbs';
import paragraph from './mail-paragraph.hbs';
import runs from './mail-runs.hbs';

/**
 * Handlebars texts, imported from `.hbs` files. `html` is escaped everywhere; `subject` and `text` are plain and must
 * not be.
 */
export interface MailTemplateSource {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A template that was looked through and compiled. Make it once, at the top of a file. */
export interface MailTemplate<Data extends object> {
  readonly subject: (data: Data) => string;
  readonly html: (data: Data) => string;
  readonly text: (data: Data) => string;
}

/**
 * Compiles a mail. The HTML may use the partials of `mail-layout.hbs` (see there for its blocks), `mail-paragraph`,
 * `mail-facts`, and `mail-blocks` for what a person wrote.
 * @throws when the HTML asks for unescaped output (`{{{…}}}`, `{{&…}}`): a name could then bring markup into our mail
 *   (P41)
 */
export function mailTemplate<Data extends object>({ subject, html, text }: MailTemplateSource): MailTemplate<Data> {
  return { subject: compile(escapedNot, subject), html: compile(escaped, html, true), text: compile(escapedNot, text) };
}

/** @throws when `data` lacks a field that the template names */
export function renderMail<Data extends object>(template: MailTemplate<Data>, data: Data): RenderedMail {
  return {
    // One line, whatever the data holds: a line break in a header would start another header.
    subject: template.subject(data).replace(/\s+/g, ' ').trim(),
    html: template.html(data).trim(),
    text: `${template
      .text(data)
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
  };
}

class EscapedOnly extends Handlebars.Visitor {
  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped)
      throw new Error(
        `Unescaped output in a mail template, line ${mustache.loc.start.line}: write {{…}} instead of {{{…}}}.`,
      );
    super.MustacheStatement(mustache);
  }
}

const escaped = Handlebars.create();
const escapedNot = Handlebars.create();
escaped.registerHelper('initial', (name: string) => Array.from(name.trim())[0]?.toLocaleUpperCase('en') ?? '');
for (const [name, source] of Object.entries({
  'mail-layout': layout,
  'mail-paragraph': paragraph,
  'mail-facts': facts,
  'mail-runs': runs,
  'mail-blocks': blocks,
})) {
  escaped.registerPartial(name, compile(escaped, source, true));
}

function compile<Data>(environment: typeof Handlebars, source: string, html = false): (data: Data) => string {
  const tree = environment.parse(source);
  if (html) new EscapedOnly().accept(tree);
  return environment.compile<Data>(tree, { strict: true, noEscape: !html, preventIndent: true });
}
