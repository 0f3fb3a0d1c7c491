/** Mail out by SMTP, and the embedded receiver with its mailbox page for machines without a mail account. */
export * from './mail.port';
