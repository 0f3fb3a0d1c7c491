import { simpleParser } from 'mailparser';

export interface MessageParts {
  readonly text: string;
  /** null: the mail has no HTML part. */
  readonly html: string | null;
  /** Web addresses in the mail, each once, in order. */
  readonly links: readonly string[];
}

/** What a reader sees of a raw mail. */
export async function partsOf(raw: Buffer): Promise<MessageParts> {
  const { text = '', html } = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  const found = html
    ? [...html.matchAll(/\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(([, double, single]) =>
        unescaped(double ?? single ?? ''),
      )
    : (text.match(/https?:\/\/[^\s<>"')]+/g) ?? []);
  return { text, html: html || null, links: [...new Set(found.filter((link) => /^https?:\/\//i.test(link)))] };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
  '#x3D': '=',
  '#x60': '`',
};

const unescaped = (value: string): string =>
  value.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
