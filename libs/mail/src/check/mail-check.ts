import { randomBytes } from 'node:crypto';
import type { MailChecked, MailFinding, MailTested, OperatorMail } from '@linkage/contracts';
import type { MailSender } from '../mail.port';
import { mailTemplate, renderMail } from '../template/mail-template';
import { domainOf } from './domains';
import { Finding } from './finding';
import type { NameRecords } from './name-records.port';
import { dkimFinding } from './dkim-finding';
import { dmarcFinding, returnPathFinding, reverseNameFinding, spfFinding, type CheckedSender } from './sender-records';
import { serverFinding } from './server-finding';
import html from './test-mail.hbs';
import text from './test-mail.txt.hbs';

interface CheckedMail {
  /** undefined: there is no mail server of the operator's. */
  readonly smtpUrl: string | undefined;
  readonly way: OperatorMail['way'];
  readonly from: string;
  readonly bounceAddress: string | undefined;
  readonly records: NameRecords;
  readonly sender: MailSender;
  /** For each matter; a mail server and a DNS server may be silent. */
  readonly patienceMs?: number;
}

const TOO_LONG = 'It took too long to find out. Check once more.';

const template = mailTemplate<{ readonly title: string; readonly host: string; readonly link: string }>({
  subject: '{{title}}',
  html,
  text,
});

const addressIn = (from: string): string => /<([^<>\s]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/** Whether mails go out as they should, and what helps where they do not. */
export class MailCheck {
  constructor(private readonly mail: CheckedMail) {}

  settings(): OperatorMail {
    const { way, smtpUrl, from, bounceAddress } = this.mail;
    return {
      way,
      server: smtpUrl === undefined ? null : new URL(smtpUrl).host,
      from: way === 'none' ? null : from,
      bounceAddress: bounceAddress ?? null,
    };
  }

  /**
   * Nothing where no mail server is set.
   * @param selector of the DKIM key; null: usual ones are tried. `publicUrl`: where Linkage is reached.
   */
  async check(selector: string | null, publicUrl: string): Promise<MailChecked> {
    const { smtpUrl, records, bounceAddress, patienceMs = 12_000 } = this.mail;
    if (smtpUrl === undefined) return { findings: [] };
    const from = domainOf(addressIn(this.mail.from));
    const returnPath = bounceAddress === undefined ? from : domainOf(bounceAddress);
    const sender: CheckedSender = { from, returnPath, host: new URL(smtpUrl).hostname };
    const bounces = { bounces: bounceAddress !== undefined, bounceHost: new URL(publicUrl).hostname };
    const work: Readonly<Record<MailFinding['matter'], Promise<MailFinding>>> = {
      server: serverFinding(smtpUrl, patienceMs),
      spf: spfFinding(sender, records),
      dkim: dkimFinding(sender, selector, records),
      dmarc: dmarcFinding(sender, records),
      'return-path': returnPathFinding(sender, bounces, records),
      'reverse-name': reverseNameFinding(sender, records),
    };
    const findings = Object.entries(work).map(([matter, found]) =>
      within(found, patienceMs, () => new Finding(matter as MailFinding['matter'], from).unknown(TOO_LONG).shown()),
    );
    return { findings: await Promise.all(findings) };
  }

  /** Sent as an invitation is, with a return path of the same domain. */
  async test(to: string, publicUrl: string): Promise<MailTested> {
    const id = randomBytes(16).toString('hex');
    const { host } = new URL(publicUrl);
    const title = `A test of the mails of Linkage at ${host}`;
    const answer = await this.mail.sender.send({
      ...renderMail(template, { title, host, link: publicUrl }),
      to: { name: '', address: to },
      messageId: `mail-test.${id}`,
      returnToken: `test${id}`,
    });
    const words = answer.words ?? null;
    if (answer.accepted)
      return {
        taken: true,
        says: 'The mail server took the mail. Look whether it arrives, and not among the spam.',
        words,
      };
    const again = answer.temporary ? ' A mail to a creator would be tried again.' : '';
    return { taken: false, says: `The mail was not taken: ${answer.reason}${again}`, words };
  }
}

const within = async <T>(work: Promise<T>, ms: number, otherwise: () => T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
