import type { Person } from '../world/person';
import type { FacebookTask } from '@linkage/platforms/wire';

export type FacebookKind = 'image' | 'album' | 'video' | 'reel' | 'stream' | 'link' | 'text';

/** A log-in at Facebook; the figures are those of the Page of the same name. */
export interface FacebookPerson extends Person<FacebookKind> {
  readonly email: string;
  /** Ids of the people whose Pages this one manages; absent: the own. Two people may manage the same Page. */
  readonly manages?: readonly string[];
  readonly storiesPerDay: number;
  /** The Page has no address of its own, as many have none. */
  readonly withoutUsername?: boolean;
  /** An old Page: it has people who like it, and no number of followers. */
  readonly hidesFollowers?: boolean;
  readonly isUnpublished?: boolean;
  readonly withoutPicture?: boolean;
  /** What the role on Pages allows; absent: everything. */
  readonly tasks?: readonly FacebookTask[];
  /** What the log-in has no e-mail for: it was never confirmed. */
  readonly withoutEmail?: boolean;
}
