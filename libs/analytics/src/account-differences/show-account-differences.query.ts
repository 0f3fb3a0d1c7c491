import type { AccountDifferences } from '@linkage/contracts';
import { CLOCK, ReadModels, readAsOf, type Clock } from '@linkage/event-sourcing';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { toMissingParts } from '../account/missing-parts';
import { accountAudience } from '../account/account-audience.projection';
import { toAccountAudience } from '../account/account-audience.mapper';
import { accountContent, type AccountContentRow } from '../account/account-content.projection';
import { AccountOfWorkspace } from '../account/account-of-workspace.service';
import { toAccountProfile } from '../account/account-profile.mapper';
import { accountNotFound } from '../account/account.errors';
import { hasExpired } from '../account/has-expired';
import { accountDifferences, type AccountThen } from './account-differences';
import { usualStart } from './usual-start';

/**
 * An account at two moments; without `to`: now; without `from`: from where there is something to compare with. Given up
 * when `signal` is aborted.
 * @throws not-found for an account that was not there at `to`
 */
export class ShowAccountDifferences extends Query<AccountDifferences> {
  constructor(
    readonly workspaceId: string,
    readonly accountId: string,
    readonly from: Date | undefined,
    readonly to: Date | undefined,
    readonly signal: AbortSignal,
  ) {
    super();
  }
}

const PAGE = 200;

@QueryHandler(ShowAccountDifferences)
export class ShowAccountDifferencesHandler implements IQueryHandler<ShowAccountDifferences> {
  constructor(
    private readonly accounts: AccountOfWorkspace,
    private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ workspaceId, accountId, from, to, signal }: ShowAccountDifferences): Promise<AccountDifferences> {
    const look = (): Promise<AccountThen | undefined> => this.look(workspaceId, accountId);
    const until = to ?? this.clock.now();
    const now = await (to === undefined ? look() : readAsOf({ workspaceId, moment: to, signal }, look));
    if (now === undefined) throw accountNotFound();
    const start = from ?? usualStart(await this.accounts.find(workspaceId, accountId), until);
    const then = await readAsOf({ workspaceId, moment: start, signal }, look);
    return { ...accountDifferences(then, now), from: start.toISOString(), to: until.toISOString() };
  }

  /** At the moment that is looked back to, or now. */
  private async look(workspaceId: string, accountId: string): Promise<AccountThen | undefined> {
    const profile = await this.accounts.look(workspaceId, accountId);
    if (profile === undefined) return undefined;
    const audience = await this.readModels.get(accountAudience, accountId);
    const now = this.clock.now();
    const posts = (await this.posts(accountId)).filter((post) => !hasExpired(post, now) && post.deletedAt === null);
    return {
      profile: toAccountProfile(profile),
      audience: toAccountAudience(audience, profile.platform, toMissingParts(profile.missing)),
      posts,
    };
  }

  private async posts(accountId: string): Promise<readonly AccountContentRow[]> {
    const posts: AccountContentRow[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await this.readModels.page(accountContent, {
        where: { accountId },
        sort: [{ field: 'publishedAt', direction: 'desc' }],
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      });
      posts.push(...page.rows);
      cursor = page.next;
    }
    return posts;
  }
}
