import { countAt, timeOf, type Rhythm } from './calendar';
import { day } from './growth';
import { successOf, type Post } from './post';
import type { Person } from './person';
import { digitId, hash } from './random';
import { subject } from './titles';

/** Stories of one person. They are there for 24 h, and nothing finds them afterwards. */
export class Stories {
  private readonly rhythm: Rhythm;

  constructor(
    private readonly seed: string,
    private readonly person: Person & { readonly storiesPerDay: number },
  ) {
    this.rhythm = {
      count: person.storiesPerDay === 0 ? 0 : 2000,
      everyHours: person.storiesPerDay === 0 ? 0 : 24 / person.storiesPerDay,
    };
  }

  /** Newest first. */
  live(at: number): Post<'story'>[] {
    const newest = countAt(this.seed, this.person.id, this.rhythm, at);
    const oldest = countAt(this.seed, this.person.id, this.rhythm, at - day);
    return Array.from({ length: newest - oldest }, (_, i) => this.story(newest - 1 - i));
  }

  find(id: string, at: number): Post<'story'> | undefined {
    return this.live(at).find((story) => story.id === id);
  }

  private story(k: number): Post<'story'> {
    const publishedAt = timeOf(this.seed, this.person.id, this.rhythm, k);
    const bits = hash(this.seed, this.person.id, 'story', k);
    return {
      k,
      id: `178${digitId(14, this.seed, this.person.id, 'story', k)}`,
      kind: 'story',
      publishedAt,
      ...subject(this.person.language, this.person.theme, this.seed, this.person.id, 'story', k),
      seconds: bits % 2 ? 5 + (bits % 50) : 0,
      success: successOf(this.seed, this.person, 'story', k, publishedAt),
    };
  }
}
