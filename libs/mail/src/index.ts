/** Mail out by SMTP, and the embedded receiver with its mailbox page for machines without a mail account. */
export * from './mail.port';
export { MailModule, type MailOptions } from './mail.module';
export {
  mailTemplate,
  renderMail,
  type MailTemplate,
  type MailTemplateSource,
  type RenderedMail,
} from './template/mail-template';
