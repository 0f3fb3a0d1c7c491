import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly from: string;
  readonly text: string;
  readonly html: string;
}

/** A mail server on loopback, as an operator would have one: it takes every mail and keeps it. */
export interface MailReceiver {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** The newest mail to an address, waiting for at least `count`. */
  newestTo(address: string, count?: number): Promise<ReceivedMail>;
  stop(): Promise<void>;
}

export const startMailReceiver = async (): Promise<MailReceiver> => {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, answer) =>
      void simpleParser(stream).then(({ subject = '', from, text = '', html }) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, subject, from: from?.text ?? '', text, html: html || '' });
        answer();
      }, answer),
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    newestTo: async (address, count = 1) => {
      const theirs = (): ReceivedMail[] => received.filter(({ to }) => to.includes(address));
      await expect.poll(() => theirs().length, { message: `mails to ${address}` }).toBeGreaterThanOrEqual(count);
      const newest = theirs().at(-1);
      if (newest === undefined) throw new Error(`no mail to ${address}`);
      return newest;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** The first link to `page` in a mail. */
export const linkIn = ({ text }: ReceivedMail, page: string): string => {
  const link = text.split(/\s+/).find((word) => URL.canParse(word) && new URL(word).pathname === page);
  if (link === undefined) throw new Error(`no link to ${page} in the mail`);
  return link;
};
