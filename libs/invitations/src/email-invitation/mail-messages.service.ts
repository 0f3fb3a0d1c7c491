import type { WrittenMessage } from '@linkage/contracts';
import { FactLog } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { importStream } from '../invitation-import/import-address';
import type { InvitationImportFact } from '../invitation-import/invitation-import.events';
import { chosenIn } from '../message-template/chosen-in';
import type { ChosenMessage } from '../message-template/message-template.events';
import { MessageTemplates } from '../message-template/message-templates.service';

/** What a mail says, as facts hold it: `importId` stands for what the import says. */
export interface MessageReference extends ChosenMessage {
  readonly importId?: string;
}

/** From what facts hold to the words of a mail. */
@Injectable()
export class MailMessages {
  constructor(
    private readonly log: FactLog,
    private readonly templates: MessageTemplates,
  ) {}

  async textOf(workspaceId: string, { importId, ...chosen }: MessageReference): Promise<WrittenMessage> {
    const isOfImport = importId !== undefined && chosen.message === undefined && chosen.template === undefined;
    return this.templates.textOf(workspaceId, isOfImport ? await this.ofImport(workspaceId, importId) : chosen);
  }

  private async ofImport(workspaceId: string, importId: string): Promise<ChosenMessage> {
    const facts = await this.log.readStream<InvitationImportFact>(importStream(workspaceId, importId));
    const started = facts.find((fact) => fact.type === 'InvitationImportStarted');
    return started?.type === 'InvitationImportStarted' ? chosenIn(started.data) : {};
  }
}
