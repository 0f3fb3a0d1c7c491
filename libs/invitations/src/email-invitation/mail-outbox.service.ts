import { setTimeout as pause } from 'node:timers/promises';
import { CLOCK, Consumers, ReadModels, type Afterwork, type Clock, type Where } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { MailDelivery } from './mail-delivery.service';
import { mailOutbox, type OutboxRow } from '../invitation/mail-outbox.projection';
import { MailTurns, type DueMail } from './mail-turns';
import { ServerRest } from './server-rest';
import { Woken } from './woken';

/** As many as the mail server is given at once; half of them at most to one lane and to one receiving domain. */
const SHARES = { all: 8, lane: 4, domain: 4 } as const;
const AT_ONCE = 200;
/** A clock may be put forward: mails that wait for their time are looked for this often. */
const LOOK_EVERY_MS = 500;
const GRACE_MS = 8_000;
/** After trouble of our own with a mail, growing. */
const [FIRST_REST_MS, LONGEST_REST_MS] = [200, 60_000];
/** The read model may tell of a mail for a while after its outcome is in the log. */
const MOST_REMEMBERED = 20_000;

interface Rest {
  readonly until: number;
  readonly ms: number;
}

const keyOf = ({ askedBy, due }: Pick<DueMail, 'askedBy' | 'due'>): string => `${askedBy} ${due}`;

/**
 * Sends what is due, in fair turns. It keeps nothing of its own: a process that dies leaves its mails in the read
 * model, and their outcomes in the log.
 */
@Injectable()
export class MailOutbox implements Afterwork {
  private readonly logger = new Logger('invitations');
  private readonly turns = new MailTurns(SHARES);
  private readonly server = new ServerRest();
  private readonly woken = new Woken();
  private readonly handled = new Set<string>();
  private readonly rests = new Map<string, Rest>();
  private readonly underWay = new Set<Promise<void>>();
  private served = false;
  private stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly readModels: ReadModels,
    private readonly consumers: Consumers,
    private readonly delivery: MailDelivery,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly installation: Installation,
  ) {}

  /** Without a mail server what was asked for before stays where it is. */
  start(): void {
    if (!this.installation.sendsMail) return;
    this.running ??= this.run(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.woken.wake();
    await this.running;
    await Promise.race([Promise.all(this.underWay), pause(GRACE_MS, undefined, { ref: false })]);
    this.running = undefined;
    this.stopping = new AbortController();
  }

  async isBusy(): Promise<boolean> {
    if (!this.installation.sendsMail) return false;
    if (this.turns.underWay > 0 || !this.serves()) return true;
    for await (const lane of this.lanes()) if ((await this.dueIn(lane)).length > 0) return true;
    return this.turns.underWay > 0;
  }

  private async run(signal: AbortSignal): Promise<void> {
    const heard = this.consumers.changes.subscribe(({ projection }) => {
      if (projection === mailOutbox.name) this.woken.wake();
    });
    let trouble = LOOK_EVERY_MS;
    while (!signal.aborted) {
      try {
        if (this.serves()) {
          await this.fill();
          this.sendAll();
        }
        trouble = LOOK_EVERY_MS;
      } catch (error) {
        this.logger.error({ msg: 'mails that are due could not be read; it is tried again', err: error });
        trouble = Math.min(trouble * 2, LONGEST_REST_MS);
        await pause(trouble, undefined, { signal }).catch(() => undefined);
      }
      await this.woken.within(LOOK_EVERY_MS, signal);
    }
    heard.unsubscribe();
  }

  /** At a first start the read model is made while the outbox starts. */
  private serves(): boolean {
    this.served ||= this.consumers.publishedThrough([mailOutbox.name]) !== undefined;
    return this.served;
  }

  private async fill(): Promise<void> {
    for await (const lane of this.lanes()) if (this.turns.isEmpty(lane)) this.turns.add(lane, await this.dueIn(lane));
  }

  private sendAll(): void {
    while (!this.stopping.signal.aborted && this.turns.underWay < this.server.places(this.clock.now())) {
      const mail = this.turns.next();
      if (mail === undefined) return;
      const sending = this.send(mail).finally(() => this.underWay.delete(sending));
      this.underWay.add(sending);
    }
  }

  private async send(mail: DueMail): Promise<void> {
    try {
      const delivered = await this.delivery.deliver(mail.stream, mail.askedBy);
      if (delivered === 'unreachable') this.server.failed(this.clock.now());
      else if (delivered === 'accepted' || delivered === 'refused' || delivered === 'deferred') this.server.answered();
      // The read model has it until it hears of the withdrawal, and again once that is undone.
      if (delivered === 'busy' || delivered === 'withdrawn') this.rest(mail.stream);
      else if (delivered !== 'early') this.remember(mail);
    } catch (error) {
      this.logger.error({ msg: 'a mail could not be sent; it is tried again', stream: mail.stream, err: error });
      this.rest(mail.stream);
    }
    this.turns.ended(mail);
    this.sendAll();
    if (this.turns.isEmpty(mail.lane)) this.woken.wake();
  }

  private remember(mail: DueMail): void {
    this.rests.delete(mail.stream);
    this.handled.add(keyOf(mail));
    const [oldest] = this.handled;
    if (this.handled.size > MOST_REMEMBERED && oldest !== undefined) this.handled.delete(oldest);
  }

  private rest(stream: string): void {
    const before = this.rests.get(stream)?.ms;
    const ms = before === undefined ? FIRST_REST_MS : Math.min(before * 2, LONGEST_REST_MS);
    this.rests.set(stream, { until: performance.now() + ms, ms });
  }

  /** Those with something to send now or later, if anything is due. */
  private async *lanes(): AsyncGenerator<string> {
    if ((await this.first({ waiting: 1, due: { lt: this.soon() } }, 'due')) === undefined) return;
    for (let after = ''; ;) {
      const row = await this.first({ waiting: 1, lane: { gt: after } }, 'lane');
      if (row === undefined) return;
      yield row.lane;
      after = row.lane;
    }
  }

  /** The first ones of a lane that can be sent now. */
  private async dueIn(lane: string): Promise<readonly DueMail[]> {
    for await (const rows of this.readModels.pages(mailOutbox, {
      where: { waiting: 1, lane, due: { lt: this.soon() } },
      sort: [{ field: 'due', direction: 'asc' }],
      limit: AT_ONCE,
    })) {
      const found = rows.flatMap((row) => this.mailOf(row) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  }

  private mailOf({ stream, lane, domain, mails }: OutboxRow): DueMail | undefined {
    const soon = this.soon();
    const mail = mails.find((one) => one.due < soon && !this.handled.has(keyOf(one)));
    const mayGo = !this.turns.isUnderWay(stream) && (this.rests.get(stream)?.until ?? 0) <= performance.now();
    return mail && mayGo ? { stream, askedBy: mail.askedBy, due: mail.due, lane, domain } : undefined;
  }

  private async first(where: Where, sort: 'due' | 'lane'): Promise<OutboxRow | undefined> {
    const { rows } = await this.readModels.page(mailOutbox, {
      where,
      sort: [{ field: sort, direction: 'asc' }],
      limit: 1,
    });
    return rows[0];
  }

  private soon(): string {
    return new Date(this.clock.now().getTime() + 1).toISOString();
  }
}
