import { Calls } from './control/calls';
import { Tally } from './control/tally';
import { Faults } from './faults';
import { Codes } from './oauth/codes';
import { RedirectUris } from './oauth/redirect-uris';
import { Rotations } from './oauth/rotations';
import { Standings } from './oauth/standings';
import { Tokens } from './oauth/tokens';
import { Withdrawals } from './oauth/withdrawals';
import type { SavedState } from './saved-state';
import { Changes } from './world/changes';
import { SandboxClock } from './world/sandbox-clock';
import type { PlatformTraits } from './world/platform-traits';
import { World } from './world/world';

/** Everything the routes share. Nothing here knows HTTP. */
export class Sandbox {
  readonly clock: SandboxClock;
  readonly world: World;
  readonly tokens: Tokens;
  readonly redirectUris: RedirectUris;
  readonly standings: Standings;
  readonly rotations: Rotations;
  readonly changes: Changes;
  readonly codes = new Codes();
  readonly withdrawals = new Withdrawals();
  readonly faults = new Faults();
  readonly calls = new Calls();
  readonly tally = new Tally();
  /** Where browsers reach it, such as `http://127.0.0.1:3100`: pictures are linked there. Known once it listens. */
  url = '';

  constructor(
    seed: string,
    realTime: () => number,
    platforms: readonly PlatformTraits[],
    saved?: SavedState,
    redirectUris?: readonly string[],
  ) {
    this.clock = new SandboxClock(realTime, saved?.clock);
    this.changes = new Changes(saved?.changes);
    this.world = new World(seed, platforms, this.changes);
    this.redirectUris = new RedirectUris(redirectUris);
    this.tokens = new Tokens(seed);
    this.standings = new Standings(saved?.standings);
    this.rotations = new Rotations(saved?.rotations);
  }
}
