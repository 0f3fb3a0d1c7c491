import { mailTemplate, renderMail, type RenderedMail } from '@linkage/mail';
import { about, platforms, stoppedBecause } from '@linkage/platform-guide';
import type { LostAccountNamed } from '../invitation/lost-accounts.projection';
import type { MailedNames } from '../message-template/mailed-names';
import html from './reconnect-email.hbs';
import text from './reconnect-email.txt.hbs';

interface ReconnectEmail {
  readonly names: MailedNames;
  /** At least one. */
  readonly accounts: readonly LostAccountNamed[];
  /** Address of the creator's microsite. */
  readonly link: string;
  /** Where the creator stops such mails. */
  readonly optOutUrl: string;
}

interface Filled extends MailedNames {
  readonly link: string;
  readonly optOutUrl: string;
  readonly title: string;
  readonly heading: string;
  readonly preheader: string;
  readonly button: string;
  /** What has stopped, in the middle of a sentence. */
  readonly it: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
}
const template = mailTemplate<Filled>({ subject: '{{title}}', html, text });

const handle = ({ username }: LostAccountNamed): string => `@${username.replace(/^@/, '')}`;
const platformOf = ({ platform }: LostAccountNamed): string => platforms[platform].name;
const because = (account: LostAccountNamed): string => about(platformOf(account), stoppedBecause[account.cause]);

const promise = { term: 'We never', text: 'post, message, follow or change anything.' };

/** The mail that asks a creator to connect accounts again: which, why they stopped, and how little it takes. */
export const reconnectEmail = ({ names, accounts, link, optOutUrl }: ReconnectEmail): RenderedMail => {
  const [account] = accounts;
  const only = accounts.length === 1 ? account : undefined;
  const what = only
    ? `Your ${platformOf(only)} ${handle(only)} has stopped`
    : `${accounts.length} of your accounts have stopped`;
  return renderMail(template, {
    ...names,
    link,
    optOutUrl,
    title: only ? `${what}: ${because(only)}` : what,
    heading: what,
    preheader: 'Reconnect, it takes half a minute. Earlier figures are kept.',
    button: only ? `Reconnect ${platformOf(only)}` : 'Reconnect Your Accounts',
    it: only ? `${handle(only)} on ${platformOf(only)}` : `${accounts.length} of your accounts`,
    facts: [...accounts.map((one) => ({ term: platformOf(one), text: `${handle(one)}: ${because(one)}.` })), promise],
  });
};
