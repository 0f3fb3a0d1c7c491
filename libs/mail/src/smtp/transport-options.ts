import type SMTPTransport from 'nodemailer/lib/smtp-transport';

/** How the mail server is spoken to, be it for a mail or for a check. */
export const transportOptions = (url: string, timeoutMs: number) =>
  ({
    url,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  }) as const satisfies SMTPTransport.Options;
