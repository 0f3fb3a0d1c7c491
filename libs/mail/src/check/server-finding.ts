import { Finding } from './finding';
import type { MailFinding } from '@linkage/contracts';
import { createTransport } from 'nodemailer';
import { refusalOf } from '../smtp/refusal';
import { serverWords } from '../smtp/server-words';
import { transportOptions } from '../smtp/transport-options';

interface Line {
  readonly by: 'server' | 'client';
  readonly text: string;
}

/** What is heard of a conversation, without what is secret in it. */
class Heard {
  readonly lines: Line[] = [];

  /** As nodemailer logs: the side that speaks, and a text. */
  readonly debug = (entry: { readonly tnx?: string }, text: unknown): void => {
    if (entry.tnx === 'server' || entry.tnx === 'client') this.lines.push({ by: entry.tnx, text: String(text) });
  };
  readonly #nothing = (): void => undefined;
  readonly level = this.#nothing;
  readonly trace = this.#nothing;
  readonly info = this.#nothing;
  readonly warn = this.#nothing;
  readonly error = this.#nothing;
  readonly fatal = this.#nothing;

  /** The reply to the last command that begins so. */
  replyTo(command: RegExp): string | undefined {
    const place = this.lines.findLastIndex(({ by, text }) => by === 'client' && command.test(text));
    return place === -1 ? undefined : this.lines.slice(place + 1).find(({ by }) => by === 'server')?.text;
  }

  /** The server's answers, one line each, with code and without addresses. */
  get shown(): readonly string[] {
    return this.lines
      .filter(({ by }) => by === 'server')
      .flatMap(({ text }) => text.split(/\r?\n/))
      .filter((line) => !/^334[ -]/.test(line))
      .map((line) => [/^\d{3}/.exec(line)?.[0] ?? '', serverWords(line)].join(' ').trim())
      .slice(0, MOST_LINES);
  }
}

const MOST_LINES = 30;

const isHere = (host: string): boolean => /^(localhost|127\.[\d.]+|\[?::1\]?)$/i.test(host);

/** Speaks with the mail server as for a mail, up to the point where a mail would begin. */
export const serverFinding = async (url: string, timeoutMs: number): Promise<MailFinding> => {
  const heard = new Heard();
  const { host, hostname, protocol, username } = new URL(url);
  const transport = createTransport({ ...transportOptions(url, timeoutMs), logger: heard, debug: true });
  let failure: unknown;
  try {
    await transport.verify();
  } catch (error) {
    failure = error;
  } finally {
    transport.close();
  }
  const finding = new Finding('server', host, heard.shown);
  if (failure !== undefined) finding.bad(refusalOf(failure).reason);
  else finding.good('The mail server answers.');
  if (heard.lines.length > 0)
    sayWhetherSafe(finding, heard, {
      isTls: protocol === 'smtps:',
      isHere: isHere(hostname),
      signsIn: username !== '',
    });
  if (failure === undefined) sayWhoMaySend(finding, heard, username !== '');
  return finding.shown();
};

const sayWhetherSafe = (
  finding: Finding,
  heard: Heard,
  { isTls, isHere: local, signsIn }: { readonly isTls: boolean; readonly isHere: boolean; readonly signsIn: boolean },
): void => {
  if (isTls) return void finding.good('The conversation is encrypted from its beginning (TLS).');
  if (/^220/.test(heard.replyTo(/^STARTTLS/i) ?? ''))
    return void finding.good('The conversation is encrypted (STARTTLS).');
  if (local) return void finding.good('The conversation is in the clear, and stays on this machine.');
  const cure = 'Use smtps:// in LINKAGE_SMTP_URL, or a port with STARTTLS such as 587.';
  if (signsIn) finding.bad(`The conversation is in the clear, with user name and password in it. ${cure}`);
  else finding.hint(`The conversation is in the clear: each machine on the way can read links in it. ${cure}`);
};

const sayWhoMaySend = (finding: Finding, heard: Heard, signsIn: boolean): void => {
  if (/^235/m.test(heard.lines.map(({ text }) => text).join('\n')))
    return void finding.good('It took user name and password.');
  if (signsIn)
    return void finding.hint('It asks for no user name and password, so that those in LINKAGE_SMTP_URL were not used.');
  finding.good(
    'No user name and password are given, and it did not insist on them. A test mail shows whether it passes mails on.',
  );
};
