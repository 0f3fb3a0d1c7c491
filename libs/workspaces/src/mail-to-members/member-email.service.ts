import { mailTemplate, renderMail, type RenderedMail } from '@linkage/mail';
import html from './member-email.hbs';
import text from './member-email.txt.hbs';

/** What one mail to a member says. Nothing of it was typed, so that no stranger writes mails through a registration. */
interface Words {
  readonly title: string;
  readonly heading: string;
  readonly preheader: string;
  readonly text: string;
  readonly buttonLabel: string;
  readonly expiry: string;
  readonly why: string;
  /** Another way than the button, as a link under it. */
  readonly otherLabel?: string;
  readonly otherLink?: string;
}

const template = mailTemplate<Words & { readonly link: string; readonly brand: string }>({
  subject: '{{title}}',
  html,
  text,
});

/** @param host at which Linkage is reached, as people know it */
export const confirmationEmail = (link: string, host: string): RenderedMail =>
  renderMail(template, {
    link,
    brand: 'Linkage',
    title: `Confirm your e-mail for Linkage at ${host}`,
    heading: 'Confirm your e-mail',
    preheader: 'One press, and you can invite creators.',
    text: `A workspace with this e-mail was registered at ${host}. Confirm that the e-mail is yours; from then on you can invite creators.`,
    buttonLabel: 'Confirm E-mail',
    expiry: 'The link works once, within three days.',
    why: 'Not you? You can ignore this e-mail; without this link nothing is sent in your name.',
  });

export const resetEmail = (link: string, host: string): RenderedMail =>
  renderMail(template, {
    link,
    brand: 'Linkage',
    title: `Choose another password for Linkage at ${host}`,
    heading: 'Choose another password',
    preheader: 'The link works once, for an hour.',
    text: `Another password was asked for, probably by you, for this e-mail at ${host}. Choose another one; all other sessions then end.`,
    buttonLabel: 'Choose Password',
    expiry: 'The link works once, within an hour.',
    why: 'Not you? You can ignore this e-mail; without this link nothing changes.',
  });

export const changedPasswordEmail = (link: string, host: string): RenderedMail =>
  renderMail(template, {
    link,
    brand: 'Linkage',
    title: `Your password for Linkage at ${host} was changed`,
    heading: 'Your password was changed',
    preheader: 'All other sessions ended.',
    text: `The password of this e-mail at ${host} was changed, and all other sessions ended. If that was you, there is nothing to do.`,
    buttonLabel: 'It was not me',
    expiry: 'The button leads to a page that sends you a link to choose another password.',
    why: 'You get this because a password that is changed by others should not go unseen.',
  });

export const newAddressEmail = (link: string, host: string): RenderedMail =>
  renderMail(template, {
    link,
    brand: 'Linkage',
    title: `Confirm your new e-mail for Linkage at ${host}`,
    heading: 'Confirm your new e-mail',
    preheader: 'The link works once, for an hour.',
    text: `A member of Linkage at ${host} wants to sign in with this e-mail from now on. If that is you, confirm that you read it.`,
    buttonLabel: 'Confirm E-mail',
    expiry: 'The link works once, within an hour.',
    why: 'Not you? You can ignore this e-mail; without this link nothing changes.',
  });

/** To the reader of an address that has an account already; the visitor that asked is not told. */
export const knownAddressEmail = (link: string, host: string): RenderedMail =>
  renderMail(template, {
    link,
    brand: 'Linkage',
    title: `This e-mail has an account for Linkage at ${host}`,
    heading: 'You have an account with this e-mail',
    preheader: 'Nothing has changed.',
    text: `A member of Linkage at ${host} wanted to sign in with this e-mail from now on. It belongs to an account already, so nothing has changed and nothing will.`,
    buttonLabel: 'Sign In',
    expiry: 'To use it for another account, first change the e-mail of the account that has it.',
    why: 'You get this because you read this e-mail. You can ignore it.',
  });

export const formerAddressEmail = (link: string, otherLink: string, host: string): RenderedMail =>
  renderMail(template, {
    link,
    otherLink,
    otherLabel: 'It was not me: stop the change',
    brand: 'Linkage',
    title: `Your e-mail for Linkage at ${host} is about to change`,
    heading: 'Change your e-mail?',
    preheader: 'Confirm the change, or stop it.',
    text: `Another e-mail was asked for, for your account at ${host}, with your password. If that was you, confirm it; you then sign in with the new e-mail only.`,
    buttonLabel: 'Confirm Change',
    expiry:
      'The button works once, within an hour. If nothing is pressed here for a week, the member who is signed in may finish without this e-mail. To stop the change works until it is made.',
    why: 'You get this because you sign in with this e-mail now.',
  });

/** To an address that was never confirmed: its reader may be another person, who is told and not asked. */
export const unconfirmedAddressEmail = (link: string, host: string): RenderedMail =>
  renderMail(template, {
    link,
    brand: 'Linkage',
    title: `Your e-mail for Linkage at ${host} is about to change`,
    heading: 'Your e-mail is about to change',
    preheader: 'You can stop it.',
    text: `Another e-mail was asked for, for the account with this one at ${host}, with its password. If that was you, there is nothing to do here: confirm the new one.`,
    buttonLabel: 'Stop the Change',
    expiry: 'The button works until the change is made.',
    why: 'You get this because an account was registered with this e-mail, which was never confirmed.',
  });

export const changedEmailEmail = (link: string, host: string): RenderedMail =>
  renderMail(template, {
    link,
    brand: 'Linkage',
    title: `Your e-mail for Linkage at ${host} was changed`,
    heading: 'Your e-mail was changed',
    preheader: 'You sign in with the new one.',
    text: `You sign in at ${host} with your new e-mail from now on, and no longer with this one. All sessions ended but the one in which it was asked for.`,
    buttonLabel: 'Sign In',
    expiry: `It was not you? Turn to the operator of Linkage at ${host}.`,
    why: 'You get this because you signed in with this e-mail until now. It was the last one to this address.',
  });
