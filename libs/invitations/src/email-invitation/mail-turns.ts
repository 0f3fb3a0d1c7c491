/** A mail that may be sent now. */
export interface DueMail {
  readonly stream: string;
  readonly askedBy: string;
  readonly due: string;
  readonly lane: string;
  readonly domain: string;
}

/** At once: of all, and at most of one lane and to one receiving domain. */
export interface Shares {
  readonly all: number;
  readonly lane: number;
  readonly domain: number;
}

const count = (counts: Map<string, number>, key: string, by: number): void => {
  const now = (counts.get(key) ?? 0) + by;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
};

/**
 * Lanes take turns, and neither a lane nor a receiving domain holds all places: however much one has to send and
 * however slowly it is taken from it, there is a place left for another. One stream's mails go one after the other.
 */
export class MailTurns {
  private readonly lanes = new Map<string, DueMail[]>();
  private readonly ofLane = new Map<string, number>();
  private readonly ofDomain = new Map<string, number>();
  private readonly streams = new Set<string>();

  constructor(private readonly shares: Shares) {}

  get underWay(): number {
    return this.streams.size;
  }

  isUnderWay(stream: string): boolean {
    return this.streams.has(stream);
  }

  /** Nothing of this lane waits here, so that more of it can be fetched. */
  isEmpty(lane: string): boolean {
    return !this.lanes.has(lane);
  }

  /** In the order in which they are due. */
  add(lane: string, mails: readonly DueMail[]): void {
    if (mails.length > 0) this.lanes.set(lane, [...(this.lanes.get(lane) ?? []), ...mails]);
  }

  /** The next mail, which is under way from now on; undefined: none that may go now. */
  next(): DueMail | undefined {
    if (this.streams.size >= this.shares.all) return undefined;
    for (const [lane, mails] of this.lanes) {
      const place = (this.ofLane.get(lane) ?? 0) < this.shares.lane ? mails.findIndex((mail) => this.mayGo(mail)) : -1;
      const [mail] = place < 0 ? [] : mails.splice(place, 1);
      if (mail === undefined) continue;
      // To the end of the line.
      this.lanes.delete(lane);
      if (mails.length > 0) this.lanes.set(lane, mails);
      this.start(mail);
      return mail;
    }
    return undefined;
  }

  ended({ stream, lane, domain }: DueMail): void {
    this.streams.delete(stream);
    count(this.ofLane, lane, -1);
    count(this.ofDomain, domain, -1);
  }

  private mayGo({ stream, domain }: DueMail): boolean {
    return !this.streams.has(stream) && (this.ofDomain.get(domain) ?? 0) < this.shares.domain;
  }

  private start({ stream, lane, domain }: DueMail): void {
    this.streams.add(stream);
    count(this.ofLane, lane, 1);
    count(this.ofDomain, domain, 1);
  }
}
