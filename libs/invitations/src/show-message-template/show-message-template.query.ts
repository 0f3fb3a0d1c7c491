import type { MessageTemplateAnswer } from '@linkage/contracts';
import type { SignedInMember } from '@linkage/http';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MessageTemplates } from '../message-template/message-templates.service';

/** What invites of the member's workspace say, and where the member's tests go. */
export class ShowMessageTemplate extends Query<MessageTemplateAnswer> {
  constructor(readonly member: SignedInMember) {
    super();
  }
}

@QueryHandler(ShowMessageTemplate)
export class ShowMessageTemplateHandler implements IQueryHandler<ShowMessageTemplate> {
  constructor(private readonly templates: MessageTemplates) {}

  async execute({ member }: ShowMessageTemplate): Promise<MessageTemplateAnswer> {
    const saved = await this.templates.saved(member.workspaceId);
    return {
      saved: saved && { subject: saved.data.subject, text: saved.data.text },
      savedAt: saved?.at ?? null,
      testTo: member.mustConfirmEmail ? null : member.email,
    };
  }
}
