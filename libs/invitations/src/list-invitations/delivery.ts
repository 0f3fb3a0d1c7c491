import type { Recorded } from '@linkage/event-sourcing';
import { type AskedMail, withMailOutcome, withoutMail, withoutPendingMails } from '../invitation/asked-mail';
import type {
  InvitationEmailBounced,
  InvitationEmailDelayed,
  InvitationEmailed,
  InvitationEmailFailed,
  InvitationEmailNotSent,
} from '../invitation/invitation.events';

/** Where the newest mail is that was asked for; only its own outcome decides the state. */
export interface Newest extends AskedMail<Newest> {
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
}

export interface Delivery extends Newest {
  /** Mails that the mail server accepted. */
  readonly count: number;
}

type Outcome =
  InvitationEmailed | InvitationEmailFailed | InvitationEmailNotSent | InvitationEmailBounced | InvitationEmailDelayed;

const newestOf = ({ state, about, reason, words, nextTry, at, askedBy, before }: Newest): Newest => ({
  state,
  about,
  reason,
  words,
  nextTry,
  at,
  askedBy,
  before,
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

/** The mail that waited goes out, which cannot be undone. */
export const released = (before: Delivery, askedBy: string): Delivery => ({
  ...asked(before, 'invite', askedBy),
  before: null,
});

export const askedForNothing = (delivery: Delivery, askedBy: string): Delivery => ({
  ...delivery,
  ...withoutMail<Newest>(delivery, askedBy),
});

export const withoutPending = (delivery: Delivery): Delivery => ({
  ...delivery,
  ...withoutPendingMails<Newest>(delivery),
});

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

const settled = (mail: Newest, fact: Recorded<Outcome>): Newest => {
  switch (fact.type) {
    case 'InvitationEmailed':
      return { ...mail, ...nothingSaid, state: 'sent', at: fact.at, before: null };
    case 'InvitationEmailFailed': {
      const said = { ...mail, ...saidIn(fact.data), at: fact.at };
      return fact.data.final ? { ...said, state: 'bounced', before: null } : { ...said, state: 'retrying' };
    }
    case 'InvitationEmailNotSent': {
      const reason = whyNotSent(mail, fact.data.reason);
      return { ...mail, nextTry: null, state: 'failed', reason, at: fact.at, before: null };
    }
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
  // One that is handed over while the withdrawal is recorded leaves none waiting.
  const endsWaiting = fact.type === 'InvitationEmailed' && delivery.state === 'waiting';
  const askedBy = endsWaiting ? delivery.askedBy : fact.data.causedBy;
  return {
    ...delivery,
    ...withMailOutcome<Newest>(delivery, askedBy, (mail) => settled(mail, fact)),
    count: delivery.count + (fact.type === 'InvitationEmailed' ? 1 : 0),
  };
};
