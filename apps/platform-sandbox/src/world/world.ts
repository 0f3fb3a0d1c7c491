import type { PlatformId } from '@linkage/platform-guide';
import { Changes } from './changes';
import type { Person } from './person';
import type { PlatformTraits, SandboxAccount } from './platform-traits';

/**
 * All people there are. The same seed gives the same people, ids, posts and, at the same time of the clock, figures.
 */
export class World {
  private readonly made = new Map<PlatformId, ReadonlyMap<string, SandboxAccount>>();

  constructor(
    readonly seed: string,
    readonly platforms: readonly PlatformTraits[],
    private readonly changes = new Changes(),
  ) {}

  /** The accounts of a platform by the id of their person, made when asked for and then kept. */
  of<Account extends SandboxAccount>(platform: PlatformTraits<Account>): ReadonlyMap<string, Account> {
    const known = this.made.get(platform.id);
    if (known) return known as ReadonlyMap<string, Account>;
    const accounts = new Map(platform.accounts(this.seed).map((account) => [account.person.id, account]));
    for (const [id, { feed }] of accounts) feed.change(this.changes.of(platform.id, id));
    this.made.set(platform.id, accounts);
    return accounts;
  }

  /** undefined: there is no such platform here. */
  platform(id: string): PlatformTraits | undefined {
    return this.platforms.find((platform) => platform.id === id);
  }

  people(id: PlatformId): readonly Person[] {
    const platform = this.platform(id);
    return platform === undefined ? [] : [...this.of(platform).values()].map(({ person }) => person);
  }

  person(platform: string, id: string): Person | undefined {
    const found = this.platform(platform);
    return found && this.of(found).get(id)?.person;
  }
}
