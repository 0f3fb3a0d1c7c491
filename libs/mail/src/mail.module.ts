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
import { DnsNameRecords } from './check/dns-name-records';
import { MailCheck } from './check/mail-check';
import type { NameRecords } from './check/name-records.port';
import { MAIL_QUOTAS, MAIL_SENDER, type MailSender } from './mail.port';
import { Mailbox } from './mailbox/mailbox';
import { MailboxController } from './mailbox/mailbox.controller';
import { MailboxLeaving } from './mailbox/mailbox-leaving.handler';
import { SmtpReceiver } from './mailbox/smtp-receiver';
import { ReturnPath } from './returned/return-path';
import { ReturnedMails } from './returned/returned-mails';
import { noMailSender } from './no-mail-sender';
import { SmtpMailSender } from './smtp/smtp-mail-sender';

export interface MailOptions {
  /** false (`LINKAGE_MAIL=none`): no mail goes out. */
  readonly sends?: boolean;
  /** `LINKAGE_SMTP_URL`. Absent: the embedded receiver takes the mails, and `/mailbox` shows them. */
  readonly smtpUrl?: string | undefined;
  /** `LINKAGE_MAIL_FROM`: `Linkage <linkage@example.com>`. */
  readonly from: string;
  /** null: as many as are asked for. */
  readonly quotas?: MailQuotas | null;
  /**
   * `LINKAGE_BOUNCE_ADDRESS`: `bounces@mail.example.com`; each mail has its own address made of it. Absent, with a mail
   * server: nothing is told of what comes back.
   */
  readonly bounceAddress?: string | undefined;
  /** `LINKAGE_BOUNCE_LISTEN`: where this process takes what comes back. */
  readonly bounceListen?: { readonly host: string; readonly port: number } | undefined;
  /** Asked about the sender's domain; absent: the DNS servers of this machine. */
  readonly records?: NameRecords;
  /** The data folder, for the embedded mailbox. */
  readonly directory: string;
}

/** What the module has opened, closed again in reverse. */
class MailResources extends AsyncDisposableStack {}

const injectClock = { token: CLOCK, optional: true };

const mailbox = (directory: string): FactoryProvider => ({
  provide: Mailbox,
  inject: [MailResources],
  useFactory: (opened: MailResources) => {
    const made = new Mailbox(directory);
    opened.defer(() => made.close());
    return made;
  },
});

/** On a port of its own choice on loopback, where it stands in for a mail server. */
const anywhere = { host: '127.0.0.1', port: 0 };
const usualBounceAddress = 'bounces@linkage.localhost';

const receiver = ({ smtpUrl, bounceAddress = usualBounceAddress, bounceListen }: MailOptions): FactoryProvider => ({
  provide: SmtpReceiver,
  inject: [MailResources, ReturnedMails, injectClock, { token: Mailbox, optional: true }],
  useFactory: async (
    opened: MailResources,
    returned: ReturnedMails,
    clock: Clock = systemClock,
    kept: Mailbox | null = null,
  ) => {
    const returnPath = new ReturnPath(bounceAddress);
    const listen = (smtpUrl === undefined ? undefined : bounceListen) ?? anywhere;
    const made = new SmtpReceiver({ mailbox: kept, returnPath, returned, clock, listen });
    await made.start();
    opened.defer(() => made.stop());
    return made;
  },
});

const sender = ({ from, smtpUrl, bounceAddress }: MailOptions): FactoryProvider => ({
  provide: MAIL_SENDER,
  inject: [MailResources, injectClock, { token: SmtpReceiver, optional: true }],
  useFactory: (opened: MailResources, clock: Clock = systemClock, embedded?: SmtpReceiver) => {
    const url = smtpUrl ?? embedded?.url;
    if (url === undefined) throw new Error('There is neither a mail server nor the embedded receiver.');
    const base = bounceAddress ?? (smtpUrl === undefined ? usualBounceAddress : undefined);
    const returnPath = base === undefined ? undefined : new ReturnPath(base);
    const made = new SmtpMailSender({ url, from, clock, returnPath });
    opened.defer(() => made.close());
    return made;
  },
});

const check = ({ sends = true, smtpUrl, from, bounceAddress, records }: MailOptions): FactoryProvider => ({
  provide: MailCheck,
  inject: [MAIL_SENDER],
  useFactory: (mailSender: MailSender) => {
    const way = smtpUrl === undefined ? 'mailbox' : 'smtp';
    return new MailCheck({
      way: sends ? way : 'none',
      smtpUrl: sends ? smtpUrl : undefined,
      from,
      bounceAddress,
      records: records ?? new DnsNameRecords(),
      sender: mailSender,
    });
  },
});

/**
 * Provides `MAIL_SENDER` everywhere. Always real SMTP: to the given server, or to the embedded receiver with its
 * mailbox page.
 */
@Global()
@Module({})
export class MailModule implements OnApplicationShutdown {
  constructor(@Inject(MailResources) private readonly opened: MailResources) {}

  static forRoot(options: MailOptions): DynamicModule {
    const sends = options.sends ?? true;
    const embedded = sends && options.smtpUrl === undefined;
    const receives = embedded || (options.bounceAddress !== undefined && options.bounceListen !== undefined);
    return {
      module: MailModule,
      providers: [
        { provide: MAIL_QUOTAS, useValue: options.quotas ?? null },
        MailResources,
        ReturnedMails,
        ...(embedded ? [mailbox(options.directory), MailboxLeaving] : []),
        ...(receives ? [receiver(options)] : []),
        sends ? sender(options) : { provide: MAIL_SENDER, useValue: noMailSender },
        check(options),
      ],
      controllers: embedded ? [MailboxController] : [],
      exports: [MAIL_SENDER, MAIL_QUOTAS, ReturnedMails, MailCheck],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened.disposeAsync();
  }
}
