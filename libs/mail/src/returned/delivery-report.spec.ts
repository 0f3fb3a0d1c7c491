import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deliveryReport, type ReportedRecipient } from './delivery-report';

const folder = join(__dirname, 'fixtures');
const noa = 'noa@example.com';
const failed = (status: string | null, words: string, address = noa): ReportedRecipient => ({
  address,
  action: 'failed',
  status,
  words,
});
const delayed = (status: string | null, words: string, address = noa): ReportedRecipient => ({
  address,
  action: 'delayed',
  status,
  words,
});

/** Every file of the folder, with what it says. */
const says: Readonly<Record<string, readonly ReportedRecipient[]>> = {
  'postfix-unknown-user': [failed('5.1.1', '…: Recipient address rejected: User unknown in virtual mailbox table')],
  'postfix-delayed': [delayed('4.4.1', 'connect to mail.example.com[192.0.2.7]:25: Connection timed out')],
  'postfix-mailbox-full': [failed('5.2.2', '…: Recipient over quota')],
  'exim-report': [failed('5.0.0', 'No such user here')],
  'exim-text-only': [failed('5.7.1', 'Relaying denied')],
  'exim-warning': [delayed(null, '')],
  qmail: [failed('5.1.1', 'unknown user', '')],
  'qmail-no-mailbox': [failed('5.1.1', 'Sorry, no mailbox here by that name.', '')],
  'qmail-gave-up': [failed('4.4.1', 'Sorry, I was not able to establish an SMTP connection.', '')],
  'exim-gave-up': [failed('4.7.1', 'Come back later: retry timeout exceeded')],
  'gmx-text-only': [failed('5.1.1', 'Requested action not taken: mailbox unavailable', '')],
  'yahoo-text-only': [failed(null, "delivery error: dd This user doesn't have an account (…) [0]", '')],
  'exchange-unresolved': [
    failed('5.1.10', 'RESOLVER.ADR.RecipientNotFound; Recipient … not found by SMTP address lookup'),
  ],
  'exchange-policy': [
    failed('5.7.1', 'TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy'),
  ],
  'gmail-unknown-user': [
    failed(
      '5.1.1',
      "The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces. For more information, go to https://support.google.com/mail/?p=NoSuchUser 5b1f17b1804b1-42c sm - gsmtp",
      'noa@gmail.example',
    ),
  ],
  'gmail-over-quota': [
    delayed(
      '4.2.2',
      "The recipient's inbox is out of storage space and inactive. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp - gsmtp",
      'noa@gmail.example',
    ),
  ],
  'amazon-ses': [failed('5.4.1', 'Recipient address rejected: Access denied. AS(201806281)')],
  'several-recipients': [delayed('4.4.1', 'Try later', 'noa.old@forward.example'), failed('5.1.1', 'No such user')],
  'utf8-report': [failed('5.1.1', 'Empfänger unbekannt', 'nöa@müller.example')],
  'cut-off-report': [failed('5.1.1', '')],
  'delivered-receipt': [],
  'broken-report': [],
  vacation: [],
  'vacation-of-an-office': [],
  'person-quoting': [],
  'vacation-exchange': [],
  person: [],
  'read-receipt': [],
};

describe('what a mail that came back says', () => {
  it('is known of each example', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(says)
        .map((name) => `${name}.eml`)
        .sort(),
    );
  });

  it.each(Object.entries(says))('of %s', async (name, said) => {
    expect(await deliveryReport(readFileSync(join(folder, `${name}.eml`)))).toEqual(said);
  });

  it('is nothing for what is no mail at all', async () => {
    for (const raw of ['', '\0\0\0', 'Content-Type: multipart/report', `${'--B\r\n'.repeat(2_000)}`])
      expect(await deliveryReport(Buffer.from(raw))).toEqual([]);
  });
});
