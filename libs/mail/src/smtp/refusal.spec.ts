import { refusalOf, returnedReason } from './refusal';

const refused = (response: string) =>
  refusalOf({ code: 'EENVELOPE', responseCode: Number(response.slice(0, 3)), response });

const unknown = 'The receiving mail server does not know this address';
const full = 'The mailbox is full';
const policy = 'The mail server refused the mail by its policy';
const large = 'The mail is too large for the receiving mail server';
const off = 'The mailbox does not take mail';

describe('a refusal for good', () => {
  it.each([
    ['550 sorry, no mailbox here by that name. (#5.1.1)', `${unknown} (550 5.1.1).`],
    ['550 #5.1.0 Address rejected.', 'The receiving mail server does not accept this address (550 5.1.0).'],
    ['550  5.7.1 Relaying denied', `${policy} (550 5.7.1).`],
    [
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      `${unknown} (550 5.1.10).`,
    ],
    [
      '553 5.1.8 Sender address rejected',
      'The mail server does not accept the address that Linkage sends from (553 5.1.8).',
    ],
    [
      '553 5.6.7 Non-ASCII addresses not permitted',
      'The mail server does not take addresses with letters beyond ASCII (553 5.6.7).',
    ],
    ['550 5.4.4 Unable to route', 'No way to the receiving mail server was found (550 5.4.4).'],
    ['550 5.4.5 Daily sending limit exceeded', 'The mail server could not pass the mail on (550 5.4.5).'],
    ['552 5.2.3 message size exceeds', `${large} (552 5.2.3).`],
    ['552 Message size exceeds maximum permitted', `${large} (552).`],
    ['552 1 Requested mail action aborted, mailbox not found', `${unknown} (552).`],
    ['552 Requested mail action aborted: exceeded storage allocation', `${full} (552).`],
    ['550 user over quota', `${full} (550).`],
    ["554 delivery error: dd This user doesn't have an account", `${unknown} (554).`],
    ['554 30 Sorry, your message cannot be delivered. This mailbox is disabled', `${off} (554).`],
    ['550 Blocked by a list; see https://lists.example', `${policy} (550).`],
    ['550 SPF check failed', `${policy} (550).`],
    ['550 Unrouteable address', `${unknown} (550).`],
    ['550 5.5.0 Requested action not taken: mailbox unavailable', `${unknown}, or refuses mail to it (550 5.5.0).`],
    ['554 5.0.0 Transaction failed', 'The mail server refused the mail (554 5.0.0).'],
    ['554 sent by mx 5.12.3 from 192.0.2.1', 'The mail server refused the mail (554).'],
  ])('says what it means: %s', (response, reason) => {
    expect(refused(response)).toMatchObject({ temporary: false, reason });
  });
});

it.each([
  '530 5.7.0 Must issue a STARTTLS command first',
  '530 5.7.57 Client not authenticated',
  '534 5.7.9 Log in first',
])('is trouble of the installation, and keeps the mail: %s', (response) => {
  expect(refused(response)).toMatchObject({
    temporary: true,
    unreachable: true,
    reason: expect.stringContaining('LINKAGE_SMTP_URL'),
  });
});

it.each([
  [{ status: '5.0.0', words: '1 Requested mail action aborted, mailbox not found' }, `${unknown} (5.0.0).`],
  [{ status: null, words: 'Mailbox not found' }, `${unknown}.`],
  [{ status: '5.1.10', words: '' }, `${unknown} (5.1.10).`],
  [{ status: '5.0.0', words: '' }, 'The mail could not be delivered (5.0.0).'],
  [{ status: '4.4.1', words: 'Connection timed out' }, 'The mail could not be delivered (4.4.1).'],
])('says of a mail that came back what its server said: %j', (said, reason) => {
  expect(returnedReason({ address: '', action: 'failed', ...said })).toBe(reason);
});
