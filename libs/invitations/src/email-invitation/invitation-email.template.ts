import { mailTemplate, renderMail, type RenderedMail } from '@linkage/mail';
import html from './invitation-email.hbs';
import text from './invitation-email.txt.hbs';

interface InvitationEmail {
  readonly name: string;
  readonly email: string;
  readonly brandName: string;
  readonly invitedBy: string;
  /** Address of the creator's microsite. */
  readonly link: string;
}

const subject = 'Your figures with {{brandName}} in two minutes';
interface Filled extends InvitationEmail {
  readonly title: string;
  readonly heading: string;
  readonly preheader: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
}
const template = mailTemplate<Filled>({ subject, html, text });

const facts = [
  { term: 'We read', text: 'your profile, audience totals and posts, once a day.' },
  { term: 'We never', text: 'post, message, follow or change anything.' },
  { term: 'You can stop', text: 'at any time, with the same link.' },
];

/** The mail that asks a creator to connect accounts. Everything that people typed is shown as text, never as markup. */
export const invitationEmail = (data: InvitationEmail): RenderedMail =>
  renderMail(template, {
    ...data,
    facts,
    title: `Your figures with ${data.brandName} in two minutes`,
    heading: `Hi ${data.name},`,
    preheader: 'Connect your accounts once, never send screenshots again. Read only.',
  });
