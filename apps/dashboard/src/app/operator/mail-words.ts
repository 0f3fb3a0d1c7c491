import type { MailFinding, MailMatter } from '@linkage/contracts';
import type { IconName, Tone } from '@linkage/ui';

export const matterWords: Readonly<Record<MailMatter, string>> = {
  server: 'Mail server',
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  'return-path': 'Mails that come back',
  'reverse-name': 'Name of the address',
};

export const verdictWords: Readonly<Record<MailFinding['verdict'], { tone: Tone; icon: IconName; text: string }>> = {
  good: { tone: 'ok', icon: 'check', text: 'Good' },
  hint: { tone: 'info', icon: 'info', text: 'Worth knowing' },
  bad: { tone: 'bad', icon: 'alert', text: 'To be mended' },
  unknown: { tone: 'warn', icon: 'clock', text: 'Not known' },
};

interface Summary {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
}

/** What all findings come to, in one line; null: they are not known yet. */
export const summaryOf = (findings: readonly MailFinding[] | null): Summary => {
  if (findings === null) return { tone: 'info', icon: 'clock', text: 'Asking the mail server and DNS …' };
  const bad = findings.filter(({ verdict }) => verdict === 'bad');
  const unknown = findings.filter(({ verdict }) => verdict === 'unknown');
  const named = (some: readonly MailFinding[]): string =>
    new Intl.ListFormat('en').format(some.map(({ matter }) => matterWords[matter]));
  if (bad.length > 0) return { tone: 'bad', icon: 'alert', text: `Mails may not arrive. To be mended: ${named(bad)}.` };
  if (unknown.length > 0)
    return { tone: 'warn', icon: 'clock', text: `Nothing was found to be wrong. Not known: ${named(unknown)}.` };
  return { tone: 'ok', icon: 'check', text: 'Mails go out as they should.' };
};
