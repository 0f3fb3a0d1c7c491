import { platformIds, type Microsite } from '@linkage/contracts';
import { PlatformRegistry } from '@linkage/platforms';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';

/**
 * What a creator sees behind the link: the brand that asks, and which accounts are connected; once it is withdrawn only the accounts that can still be
 * disconnected. Changes nothing, as mail scanners open links.
 */
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
    const { creator, works } = await this.creators.recognise(link);
    const accountsOn = (platform: string): Microsite['platforms'][number]['accounts'] =>
      creator.accounts
        .filter(({ cause }) => works || cause !== 'disconnected')
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
      withdrawn: !works,
      platforms: platformIds
        .map((platform) => ({
          platform,
          available: works && this.registry.find(platform) !== undefined,
          accounts: accountsOn(platform),
        }))
        .filter(({ accounts }) => works || accounts.length > 0),
    };
  }
}
