import { mailTemplate, renderMail, type RenderedMail } from '@linkage/mail';
import html from './invitation-email.hbs';
import text from './invitation-email.txt.hbs';
import type { MailedNames } from './mailed-names';

interface InvitationEmail {
  readonly names: MailedNames;
  readonly email: string;
  /** Address of the creator's microsite. */
  readonly link: string;
}

interface Filled extends Omit<InvitationEmail, 'names'>, MailedNames {
  readonly title: string;
  readonly heading: string;
  readonly preheader: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
}
const template = mailTemplate<Filled>({ subject: '{{title}}', html, text });

const facts = [
  { term: 'We read', text: 'your profile, audience totals and posts, once a day.' },
  { term: 'We never', text: 'post, message, follow or change anything.' },
  { term: 'You can stop', text: 'at any time, with the same link.' },
];

/** The mail that asks a creator to connect accounts. Everything that people typed is shown as text, never as markup. */
export const invitationEmail = ({ names, email, link }: InvitationEmail): RenderedMail =>
  renderMail(template, {
    ...names,
    email,
    link,
    facts,
    title: names.subject,
    heading: names.greeting,
    preheader: 'Connect your accounts once, never send screenshots again. Read only.',
  });
