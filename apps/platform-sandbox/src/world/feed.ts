import { countAt, kindOf, rhythmOf, timeOf } from './calendar';
import type { AccountChanges } from './changes';
import type { Person, PostKind } from './person';
import { hash } from './random';
import { successOf, type Post } from './post';
import { subject } from './titles';

/** Everything one person has published, made when asked for and then kept. */
export class Feed<Kind extends PostKind> {
  private readonly made: Post<Kind>[] = [];
  private readonly numbers = new Map<string, number>();
  private edited: NonNullable<AccountChanges['edited']> = {};
  /** Numbers of posts, lowest first. */
  private deleted: readonly number[] = [];

  /** @param idOf the platform's id of post `k` */
  constructor(
    private readonly seed: string,
    readonly person: Person<Kind>,
    private readonly idOf: (k: number) => string,
  ) {}

  /** What the person has changed of their posts since. */
  change({ edited = {}, deleted = [] }: AccountChanges): void {
    this.edited = edited;
    this.deleted = [...new Set(deleted)].sort((one, other) => one - other);
  }

  /** How many are there at a time: out, and not deleted. */
  count(at: number): number {
    const out = this.out(at);
    return out - this.deleted.filter((k) => k < out).length;
  }

  /** The `index`-th of those that are there, 0 the oldest. */
  post(index: number): Post<Kind> {
    return this.asItIs(this.deleted.reduce((k, gone) => (gone <= k ? k + 1 : k), index));
  }

  /** With words of its own, which a person can change: no repost, and no reply. undefined: there is none. */
  newest(at: number): Post<Kind> | undefined {
    for (let index = this.count(at) - 1; index >= 0; index--) {
      const post = this.post(index);
      if (post.kind !== 'repost' && post.kind !== 'reply') return post;
    }
    return undefined;
  }

  /** All that are there, oldest first. */
  *until(at: number): Generator<Post<Kind>> {
    const count = this.count(at);
    for (let index = 0; index < count; index++) yield this.post(index);
  }

  /** undefined: no such post, not out yet, or deleted. */
  find(id: string, at: number): Post<Kind> | undefined {
    const out = this.out(at);
    for (let k = this.numbers.size; k < out; k++) this.numbers.set(this.idOf(k), k);
    const k = this.numbers.get(id);
    return k === undefined || k >= out || this.deleted.includes(k) ? undefined : this.asItIs(k);
  }

  private out(at: number): number {
    return countAt(this.seed, this.person.id, rhythmOf(this.person), at);
  }

  private asItIs(k: number): Post<Kind> {
    const post = this.madeUp(k);
    const title = this.edited[k];
    return title === undefined ? post : { ...post, title, edited: true };
  }

  private madeUp(k: number): Post<Kind> {
    const known = this.made[k];
    if (known) return known;
    const publishedAt = timeOf(this.seed, this.person.id, rhythmOf(this.person), k);
    const kind = kindOf(this.seed, this.person, k);
    const post: Post<Kind> = {
      k,
      id: this.idOf(k),
      kind,
      publishedAt,
      ...subject(this.person.language, this.person.theme, this.seed, this.person.id, k),
      seconds: lengthOf(kind, hash(this.seed, this.person.id, 'length', k)),
      success: successOf(this.seed, this.person, kind, k, publishedAt),
    };
    this.made[k] = post;
    return post;
  }
}

/** Seconds. */
function lengthOf(kind: PostKind, bits: number): number {
  if (kind === 'image' || kind === 'album' || kind === 'text' || kind === 'link') return 0;
  if (kind === 'reply' || kind === 'repost') return 0;
  if (kind === 'story') return bits % 2 ? 5 + (bits % 50) : 0;
  if (kind === 'short' || kind === 'reel' || kind === 'clip') return 7 + (bits % 53);
  return kind === 'stream' ? 3600 + (bits % 10_800) : 185 + (bits % 2300);
}
