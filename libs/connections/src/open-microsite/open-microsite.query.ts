import { platformIds, type Microsite } from '@linkage/contracts';
import { ERASED } from '@linkage/event-sourcing';
import { PlatformRegistry } from '@linkage/platforms';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { OpenAttempt } from '../attempt/open-attempts.projection';
import { OpenChoices } from '../attempt/open-choices.service';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';

/**
 * What a creator sees behind the link: the brand that asks, and which accounts are connected; once it is withdrawn only
 * the accounts that can still be disconnected. A platform that is not set up here is not offered. Changes nothing, as
 * mail scanners open links.
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
    private readonly choices: OpenChoices,
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
    const choosing = works ? await this.choosing(creator.invitationId) : new Map<string, OpenAttempt>();
    return {
      brand: creator.brandName,
      invitedBy: creator.invitedBy === ERASED ? null : creator.invitedBy,
      creatorName: creator.creatorName,
      withdrawn: !works,
      platforms: platformIds
        .map((platform) => ({
          platform,
          available: works && this.registry.find(platform) !== undefined,
          choosing: choosing.get(platform)?.attemptId ?? null,
          offered: choosing.get(platform)?.offered ?? null,
          accounts: accountsOn(platform),
        }))
        .filter(({ available, accounts }) => available || accounts.length > 0),
    };
  }

  /** The newest attempt of each platform in which the creator still has to say which accounts are meant. */
  private async choosing(invitationId: string): Promise<ReadonlyMap<string, OpenAttempt>> {
    return new Map((await this.choices.of(invitationId)).map((open) => [open.platform, open]));
  }
}
