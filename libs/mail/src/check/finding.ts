import type { MailFinding, MailMatter } from '@linkage/contracts';

/** Begun with what was looked at; each sentence that is said may make it worse. */
export class Finding {
  private verdict: MailFinding['verdict'] = 'good';
  private readonly sentences: string[] = [];
  private record: MailFinding['publish'] = null;

  constructor(
    private readonly matter: MailMatter,
    private readonly place: string,
    private readonly found: readonly string[] = [],
  ) {}

  good(sentence: string): this {
    this.sentences.push(sentence);
    return this;
  }

  hint(sentence: string): this {
    if (this.verdict === 'good') this.verdict = 'hint';
    return this.good(sentence);
  }

  bad(sentence: string): this {
    this.verdict = 'bad';
    return this.good(sentence);
  }

  unknown(sentence: string): this {
    if (this.verdict !== 'bad') this.verdict = 'unknown';
    return this.good(sentence);
  }

  /** A name to be published at, and what. */
  publish(type: 'TXT' | 'MX', name: string, value: string): this {
    this.record = { name, type, value };
    return this;
  }

  shown(): MailFinding {
    const { matter, verdict, place, found, sentences, record } = this;
    return { matter, verdict, place, found: [...found].map(cut), says: sentences, publish: record };
  }
}

const LONGEST = 600;

/** DNS is written by others: no control characters, and not without end. */
const cut = (text: string): string => {
  const clean = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1)}…`;
};

/** Nothing can be found there. */
export const notPublic = (matter: MailFinding['matter'], domain: string): MailFinding =>
  new Finding(matter, domain)
    .unknown(`${domain} is no domain of the open internet, so that DNS says nothing of it.`)
    .shown();
