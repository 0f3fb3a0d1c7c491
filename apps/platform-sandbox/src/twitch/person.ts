import type { Person } from '../world/person';

export type TwitchKind = 'stream' | 'video' | 'clip';

export interface TwitchPerson extends Person<TwitchKind> {
  readonly email: string;
  /** The link in Twitch's mail was never opened: an app gets no address. */
  readonly emailUnverified?: boolean;
  readonly broadcaster: 'partner' | 'affiliate' | '';
  /** Days after which Twitch deletes past broadcasts. */
  readonly keepsDays: number;
  /** Live day and night. */
  readonly alwaysLive?: boolean;
}
