import { CONNECT_WORDS, predefinedMessage, type WrittenMessage } from '@linkage/contracts';
import { mailTemplate, renderMail, type RenderedMail } from '@linkage/mail';
import { fillMessage, type FilledMessage } from './filled-message';
import html from './invitation-email.hbs';
import text from './invitation-email.txt.hbs';
import { inSubject, type MailedNames } from './mailed-names';

export interface InvitationEmail {
  readonly names: MailedNames;
  readonly email: string;
  /** Address of the creator's microsite. */
  readonly link: string;
  /** Where the creator stops such mails. */
  readonly optOutUrl: string;
  readonly message?: WrittenMessage;
}

interface Filled extends FilledMessage, Pick<MailedNames, 'brandName' | 'invitedBy'> {
  readonly email: string;
  readonly link: string;
  readonly optOutUrl: string;
  readonly title: string;
  readonly button: string;
  readonly preheader: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
}
const template = mailTemplate<Filled>({ subject: '{{title}}', html, text });

const facts = [
  { term: 'We read', text: 'your profile, audience totals and posts, once a day.' },
  { term: 'We never', text: 'post, message, follow or change anything.' },
  { term: 'You can stop', text: 'at any time, with the same link.' },
];

/**
 * The mail that asks a creator to connect accounts: what the brand wrote, in our frame. The frame stays whatever is
 * written: the button, what Linkage reads, and why the reader gets it. Everything that people typed is shown as text,
 * never as markup. A preview is the same mail.
 */
export const invitationEmail = ({
  names,
  email,
  link,
  optOutUrl,
  message = predefinedMessage,
}: InvitationEmail): RenderedMail => {
  const { name, brandName, invitedBy } = names;
  const called = { name, workspace: brandName, sender: invitedBy };
  const filled = fillMessage(message, link, called, {
    name: inSubject(name),
    workspace: inSubject(brandName),
    sender: inSubject(invitedBy),
  });
  return renderMail(template, {
    ...filled,
    brandName,
    invitedBy,
    email,
    link,
    optOutUrl,
    facts,
    title: filled.subject,
    button: CONNECT_WORDS,
    preheader: 'Connect your accounts once, never send screenshots again. Read only.',
  });
};
