import { platformIds, type Microsite } from '@linkage/contracts';
import { PlatformRegistry } from '@linkage/platforms';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';

/** What a creator sees behind the link: who asks, and which accounts are connected. Changes nothing, as mail scanners open links. */
export class OpenMicrosite extends Query<Microsite> {
  constructor(readonly link: string) {
    super();
  }
}

@QueryHandler(OpenMicrosite)
export class OpenMicrositeHandler implements IQueryHandler<OpenMicrosite> {
  constructor(
    private readonly creators: CreatorOfLink,
    private readonly registry: PlatformRegistry,
  ) {}

  async execute({ link }: OpenMicrosite): Promise<Microsite> {
    const creator = await this.creators.find(link);
    const accountsOn = (platform: string): Microsite['platforms'][number]['accounts'] =>
      creator.accounts
        .filter((account) => account.platform === platform)
        .map(({ accountId, username, displayName, cause }) => ({
          accountId,
          username,
          displayName,
          working: cause === null,
          cause,
        }));
    return {
      brand: creator.brandName,
      invitedBy: creator.invitedBy,
      creatorName: creator.creatorName,
      platforms: platformIds.map((platform) => ({
        platform,
        available: this.registry.find(platform) !== undefined,
        accounts: accountsOn(platform),
      })),
    };
  }
}
