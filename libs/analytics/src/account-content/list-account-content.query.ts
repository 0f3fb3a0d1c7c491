import { contentTypes, type AccountContent, type PlatformId } from '@linkage/contracts';
import { CLOCK, ReadModels, type Clock } from '@linkage/event-sourcing';
import { Pictures } from '@linkage/pictures';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AccountOfWorkspace } from '../account/account-of-workspace.service';
import { contentTypesOn } from '../account/shown-on-platform';
import { accountContent } from '../account/account-content.projection';
import { toContentCard } from './content-card.mapper';
import { contentPage, type ContentFilter } from './content-page';

/** One page of an account's content. @throws not-found */
export class ListAccountContent extends Query<AccountContent> {
  constructor(
    readonly workspaceId: string,
    readonly accountId: string,
    readonly filter: ContentFilter,
  ) {
    super();
  }
}

@QueryHandler(ListAccountContent)
export class ListAccountContentHandler implements IQueryHandler<ListAccountContent> {
  constructor(
    private readonly accounts: AccountOfWorkspace,
    private readonly readModels: ReadModels,
    private readonly pictures: Pictures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ workspaceId, accountId, filter }: ListAccountContent): Promise<AccountContent> {
    const { platform } = await this.accounts.find(workspaceId, accountId);
    const [page, types, { total, deleted }] = await Promise.all([
      this.readModels.page(accountContent, contentPage(accountId, filter)),
      this.types(accountId, platform),
      this.readModels.countEach(accountContent, ['total', 'deleted'], (name) =>
        name === 'total' ? { accountId } : { accountId, deleted: 1 },
      ),
    ]);
    const now = this.clock.now();
    const pictures = this.pictures.addresses(
      page.rows.map(({ contentId, thumbnailUrl }) => ({ account: accountId, what: contentId, address: thumbnailUrl })),
    );
    const items = page.rows.map((row, i) =>
      toContentCard({ ...row, thumbnailUrl: pictures[i] ?? null }, platform, now),
    );
    return { items, next: page.next, types, total, deleted };
  }

  /** The platform's types in its order, then any other that there is all the same. */
  private async types(accountId: string, platform: PlatformId): Promise<AccountContent['types']> {
    const ofPlatform = contentTypesOn(platform);
    const inOrder = [...ofPlatform, ...contentTypes.filter((type) => !ofPlatform.includes(type))];
    const counts = await this.readModels.countEach(accountContent, inOrder, (type) => ({ accountId, type }));
    return inOrder
      .map((type) => ({ type, count: counts[type] }))
      .filter(({ type, count }) => count > 0 || ofPlatform.includes(type));
  }
}
