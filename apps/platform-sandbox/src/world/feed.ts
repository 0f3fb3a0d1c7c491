import { countAt, kindOf, rhythmOf, timeOf } from './calendar';
import type { Person, PostKind } from './person';
import { hash } from './random';
import { successOf, type Post } from './post';
import { subject } from './titles';

/** Everything one person has published, made when asked for and then kept. */
export class Feed<Kind extends PostKind> {
  private readonly made: Post<Kind>[] = [];
  private readonly numbers = new Map<string, number>();

  /** @param idOf the platform's id of post `k` */
  constructor(
    private readonly seed: string,
    readonly person: Person<Kind>,
    private readonly idOf: (k: number) => string,
  ) {}

  /** How many are out at a time. */
  count(at: number): number {
    return countAt(this.seed, this.person.id, rhythmOf(this.person), at);
  }

  /** Post `k`, 0 the oldest. */
  post(k: number): Post<Kind> {
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

  /** All that are out, oldest first. */
  *until(at: number): Generator<Post<Kind>> {
    const count = this.count(at);
    for (let k = 0; k < count; k++) yield this.post(k);
  }

  /** undefined: no such post, or not out yet. */
  find(id: string, at: number): Post<Kind> | undefined {
    const count = this.count(at);
    for (let k = this.numbers.size; k < count; k++) this.numbers.set(this.idOf(k), k);
    const k = this.numbers.get(id);
    return k === undefined || k >= count ? undefined : this.post(k);
  }
}

/** Seconds. */
function lengthOf(kind: PostKind, bits: number): number {
  if (kind === 'image' || kind === 'album' || kind === 'text' || kind === 'link') return 0;
  if (kind === 'story') return bits % 2 ? 5 + (bits % 50) : 0;
  if (kind === 'short' || kind === 'reel' || kind === 'clip') return 7 + (bits % 53);
  return kind === 'stream' ? 3600 + (bits % 10_800) : 185 + (bits % 2300);
}
