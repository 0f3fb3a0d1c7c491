import type { Recorded } from '@linkage/event-sourcing';
import type {
  InvitationEmailBounced,
  InvitationEmailDelayed,
  InvitationEmailed,
  InvitationEmailFailed,
  InvitationEmailNotSent,
} from '../invitation/invitation.events';

/** Where the newest mail is that was asked for. */
export interface Newest {
  /**
   * `retrying`: not accepted yet, tried again by itself, or a report says that another mail server goes on trying.
   * `bounced`: refused, or came back. `by-hand`: no mail was asked for.
   */
  readonly state: 'waiting' | 'sending' | 'retrying' | 'sent' | 'failed' | 'bounced' | 'by-hand';
  readonly about: 'invite' | 'reconnect';
  readonly reason: string | null;
  /** What the mail server said. */
  readonly words: string | null;
  /** null: it is not tried again by Linkage. */
  readonly nextTry: string | null;
  readonly at: string | null;
  /** Id of the fact that asked for it; only its outcome decides the state. */
  readonly askedBy: string;
}

export interface Delivery extends Newest {
  /** Mails that the mail server accepted. */
  readonly count: number;
  /** The one before, as long as the newest may still come to nothing. */
  readonly before: Newest | null;
}

type Outcome =
  InvitationEmailed | InvitationEmailFailed | InvitationEmailNotSent | InvitationEmailBounced | InvitationEmailDelayed;

const newestOf = ({ state, about, reason, words, nextTry, at, askedBy }: Newest): Newest => ({
  state,
  about,
  reason,
  words,
  nextTry,
  at,
  askedBy,
});

/** The delivery when one more mail is asked for. */
export const asked = (before: Delivery, about: Newest['about'], askedBy: string): Delivery => ({
  ...before,
  state: 'sending',
  about,
  reason: null,
  words: null,
  nextTry: null,
  askedBy,
  before: newestOf(before),
});

/** What was asked for by `askedBy` came to nothing: everything is as before it. */
export const askedForNothing = (delivery: Delivery, askedBy: string): Delivery =>
  delivery.askedBy === askedBy && delivery.before !== null
    ? { ...delivery, ...delivery.before, before: null }
    : delivery;

/** A mail that was asked for once more does not go out once the invitation is withdrawn. */
export const withoutPending = (delivery: Delivery): Delivery =>
  delivery.state === 'sending' ? askedForNothing(delivery, delivery.askedBy) : delivery;

const nothingSaid = { reason: null, words: null, nextTry: null } as const;

const saidIn = ({
  reason,
  words = null,
  nextTry = null,
}: {
  reason: string;
  words?: string | null;
  nextTry?: string | null;
}): Pick<Newest, 'reason' | 'words' | 'nextTry'> => ({ reason, words, nextTry });

/** With what the mail server said last, if it was ever asked. */
const waitedTooLong = ({ state, reason }: Newest): string =>
  ['It waited for too long.', ...(state === 'retrying' && reason !== null ? [reason] : [])].join(' ');

const whyNotSent = (mail: Newest, why: InvitationEmailNotSent['data']['reason']): string =>
  why === 'opted-out' ? 'This creator wants no more e-mails.' : waitedTooLong(mail);

const settled = <D extends Newest>(mail: D, fact: Recorded<Outcome>): D => {
  if (fact.data.causedBy !== mail.askedBy) return mail;
  switch (fact.type) {
    case 'InvitationEmailed':
      return { ...mail, ...nothingSaid, state: 'sent', at: fact.at };
    case 'InvitationEmailFailed':
      return { ...mail, ...saidIn(fact.data), state: fact.data.final ? 'bounced' : 'retrying', at: fact.at };
    case 'InvitationEmailNotSent':
      return { ...mail, nextTry: null, state: 'failed', reason: whyNotSent(mail, fact.data.reason), at: fact.at };
    case 'InvitationEmailBounced':
      return { ...mail, ...saidIn(fact.data), state: 'bounced', at: fact.at };
    case 'InvitationEmailDelayed':
      return { ...mail, ...saidIn(fact.data), state: 'retrying', at: fact.at };
  }
};

/** What became of a mail, be it the newest or the one before. */
export const withOutcome = (delivery: Delivery, fact: Recorded<Outcome>): Delivery => {
  if (fact.type === 'InvitationEmailNotSent' && fact.data.reason === 'not-needed')
    return askedForNothing(delivery, fact.data.causedBy);
  const now = settled(delivery, fact);
  return {
    ...now,
    count: delivery.count + (fact.type === 'InvitationEmailed' ? 1 : 0),
    before: now.state === 'sent' || delivery.before === null ? null : settled(delivery.before, fact),
  };
};
