import type { MailSender } from './mail.port';

/** Where there is no mail server: nothing is sent, and nothing is kept to be sent later. */
export const noMailSender: MailSender = {
  send: async () => ({
    accepted: false,
    temporary: false,
    reason: 'This Linkage sends no e-mails (LINKAGE_MAIL=none).',
  }),
};
