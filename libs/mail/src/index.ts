/** Mail out by SMTP, and the embedded receiver with its mailbox page for machines without a mail account. */
export * from './mail.port';
export { ReturnedMails, type ReturnedMail, type ReturnedRecipient } from './returned/returned-mails';
export { MailCheck } from './check/mail-check';
export { DnsNameRecords } from './check/dns-name-records';
export type { NameRecords } from './check/name-records.port';
export { MailModule, type MailOptions } from './mail.module';
export {
  mailTemplate,
  renderMail,
  type MailTemplate,
  type MailTemplateSource,
  type RenderedMail,
} from './template/mail-template';
