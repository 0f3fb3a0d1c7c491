import type { MailQuotas } from '@linkage/contracts';
import { CLOCK, systemClock, type Clock } from '@linkage/event-sourcing';
import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { MAIL_QUOTAS, MAIL_SENDER } from './mail.port';
import { Mailbox } from './mailbox/mailbox';
import { MailboxController } from './mailbox/mailbox.controller';
import { MailboxLeaving } from './mailbox/mailbox-leaving.handler';
import { SmtpReceiver } from './mailbox/smtp-receiver';
import { SmtpMailSender } from './smtp/smtp-mail-sender';

export interface MailOptions {
  /** `LINKAGE_SMTP_URL`. Absent: the embedded receiver takes the mails, and `/mailbox` shows them. */
  readonly smtpUrl?: string | undefined;
  /** `LINKAGE_MAIL_FROM`: `Linkage <linkage@example.com>`. */
  readonly from: string;
  /** null: as many as are asked for. */
  readonly quotas?: MailQuotas | null;
  /** The data folder, for the embedded mailbox. */
  readonly directory: string;
}

/** What the module has opened and must close, last opened first. */
class Opened {
  readonly closers: (() => void | Promise<void>)[] = [];
}

const injectClock = { token: CLOCK, optional: true };

const mailbox = (directory: string): FactoryProvider => ({
  provide: Mailbox,
  inject: [Opened],
  useFactory: (opened: Opened) => {
    const made = new Mailbox(directory);
    opened.closers.unshift(() => made.close());
    return made;
  },
});

const receiver: FactoryProvider = {
  provide: SmtpReceiver,
  inject: [Mailbox, Opened, injectClock],
  useFactory: async (kept: Mailbox, opened: Opened, clock: Clock = systemClock) => {
    const made = new SmtpReceiver(kept, clock);
    await made.start();
    opened.closers.unshift(() => made.stop());
    return made;
  },
};

const sender = ({ from, smtpUrl }: MailOptions): FactoryProvider => ({
  provide: MAIL_SENDER,
  inject: [Opened, injectClock, { token: SmtpReceiver, optional: true }],
  useFactory: (opened: Opened, clock: Clock = systemClock, embedded?: SmtpReceiver) => {
    const url = smtpUrl ?? embedded?.url;
    if (url === undefined) throw new Error('There is neither a mail server nor the embedded receiver.');
    const made = new SmtpMailSender({ url, from, clock });
    opened.closers.unshift(() => made.close());
    return made;
  },
});

/** Provides `MAIL_SENDER` everywhere. Always real SMTP: to the given server, or to the embedded receiver with its mailbox page. */
@Global()
@Module({})
export class MailModule implements OnApplicationShutdown {
  constructor(@Inject(Opened) private readonly opened: Opened) {}

  static forRoot(options: MailOptions): DynamicModule {
    const embedded = options.smtpUrl === undefined;
    return {
      module: MailModule,
      providers: [
        { provide: MAIL_QUOTAS, useValue: options.quotas ?? null },
        Opened,
        ...(embedded ? [mailbox(options.directory), receiver, MailboxLeaving] : []),
        sender(options),
      ],
      controllers: embedded ? [MailboxController] : [],
      exports: [MAIL_SENDER, MAIL_QUOTAS],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    for (const close of this.opened.closers) await close();
  }
}
