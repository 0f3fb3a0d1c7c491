import { foldEmail, isEmailAddress, type InvitedBeforeAnswer } from '@linkage/contracts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { OpenInvitations } from '../invitation/open-invitations.service';

/** Which of these e-mails were invited before, and which opted out. */
export class InvitedBefore extends Query<InvitedBeforeAnswer> {
  constructor(
    readonly workspaceId: string,
    readonly emails: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(InvitedBefore)
export class InvitedBeforeHandler implements IQueryHandler<InvitedBefore> {
  constructor(private readonly open: OpenInvitations) {}

  async execute({ workspaceId, emails }: InvitedBefore): Promise<InvitedBeforeAnswer> {
    const barred = await this.open.among(workspaceId, emails);
    const placesIn = (keys: ReadonlySet<string>): number[] =>
      emails.flatMap((email, index) => (isEmailAddress(email) && keys.has(foldEmail(email)) ? [index] : []));
    return { invited: placesIn(barred.invited), optedOut: placesIn(barred.optedOut) };
  }
}
