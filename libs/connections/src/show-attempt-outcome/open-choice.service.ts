import type { AccountChoice, OfferedChoice } from '@linkage/contracts';
import { offeredFace, Pictures } from '@linkage/pictures';
import { PlatformRegistry, type OfferedAccount } from '@linkage/platforms';
import { Injectable } from '@nestjs/common';
import { missingPermissions } from '../attempt/missing-permissions';
import { PendingChoices, type PendingChoice } from '../attempt/pending-choices.service';
import { permissionWords } from '../attempt/permission-words';
import type { InvitedCreator } from '../invited-creator/invited-creators.projection';
import { AccountLimit } from '../social-account/account-limit.service';
import { AccountStandings, needsSeat, type AccountStanding } from '../social-account/account-standings.service';

interface Shown {
  readonly offered: OfferedChoice;
  readonly standing: AccountStanding;
}

/** A page that shows a choice waits so long for its faces. */
const PATIENCE_MS = 1_500;

/** What a creator can choose from, with what is known of each here. */
@Injectable()
export class OpenChoice {
  constructor(
    private readonly choices: PendingChoices,
    private readonly registry: PlatformRegistry,
    private readonly standings: AccountStandings,
    private readonly limit: AccountLimit,
    private readonly pictures: Pictures,
  ) {}

  /** null: there is none (any more). */
  async of(attemptId: string, creator: InvitedCreator): Promise<AccountChoice | null> {
    const choice = await this.choices.get(attemptId);
    if (choice === undefined) return null;
    const faces = await this.faces(choice);
    const shown = await Promise.all(choice.offered.map((offered, i) => this.shown(choice, offered, faces[i] ?? null)));
    const accounts = shown.map(({ offered }) => offered);
    const seatsLeft = await this.limit.seatsLeft(choice.workspaceId);
    return { until: choice.until, instead: insteadOf(choice, shown, creator), seatsLeft, accounts };
  }

  private async faces({
    attemptId,
    offered,
    platform,
    invitationId,
    workspaceId,
  }: PendingChoice): Promise<readonly (string | null)[]> {
    const seen = offered.map(({ identity: { platformAccountId, avatarUrl } }) => ({
      account: attemptId,
      what: offeredFace(platformAccountId),
      address: avatarUrl,
      platform,
      subject: invitationId,
      workspaceId,
    }));
    this.pictures.seen(seen);
    await this.pictures.settled(seen, PATIENCE_MS);
    return this.pictures.addresses(seen);
  }

  private async shown(
    choice: PendingChoice,
    { identity, followers, grant }: OfferedAccount,
    avatarUrl: string | null,
  ): Promise<Shown> {
    const permissions = this.registry.find(choice.platform)?.permissions ?? [];
    const { platformAccountId: id, username, displayName } = identity;
    const missing = permissionWords(permissions, missingPermissions(permissions, grant.granted).optional);
    const standing = await this.standings.of(choice, choice.platform, id);
    const said = { standing: standing.is, takesSeat: needsSeat(standing) };
    return { offered: { id, username, displayName, avatarUrl, followers, missing, ...said }, standing };
  }
}

/** The account that was to be connected again, unless it is on offer. */
const insteadOf = (
  { reconnects }: PendingChoice,
  shown: readonly Shown[],
  { accounts }: InvitedCreator,
): AccountChoice['instead'] => {
  const isOffered = shown.some(({ standing }) => standing.is === 'yours' && standing.accountId === reconnects);
  const meant = isOffered ? undefined : accounts.find(({ accountId }) => accountId === reconnects);
  return meant ? { username: meant.username } : null;
};
