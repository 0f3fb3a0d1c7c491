import { isSameMessage, predefinedMessage, type WrittenMessage } from '@linkage/contracts';
import { ERASED, FactLog, type Recorded } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { messageTemplateStream } from './message-template';
import type { ChosenMessage, MessageTemplateFact, MessageTemplateSaved } from './message-template.events';

/**
 * From what a member wrote to what a fact holds, and back. Read from the log, so that a template holds from the moment
 * that it is saved.
 */
@Injectable()
export class MessageTemplates {
  constructor(private readonly log: FactLog) {}

  /** null: the predefined message is the template. */
  async saved(workspaceId: string): Promise<Recorded<MessageTemplateSaved> | null> {
    const last = (await this.facts(workspaceId)).at(-1);
    return last?.type === 'MessageTemplateSaved' ? last : null;
  }

  /** Without a message, the template. What others have said already is only referred to. */
  async choose(workspaceId: string, written: WrittenMessage | undefined): Promise<ChosenMessage> {
    const saved = await this.saved(workspaceId);
    if (saved !== null && (written === undefined || isSameMessage(written, saved.data))) return { template: saved.id };
    return written === undefined || isSameMessage(written, predefinedMessage) ? {} : { message: written };
  }

  /** The predefined message where a person was erased who wrote it. */
  async textOf(workspaceId: string, { message, template }: ChosenMessage): Promise<WrittenMessage> {
    if (message !== undefined) return (message as unknown) === ERASED ? predefinedMessage : message;
    return template === undefined ? predefinedMessage : this.template(workspaceId, template);
  }

  private async template(workspaceId: string, id: string): Promise<WrittenMessage> {
    const fact = (await this.facts(workspaceId)).find((one) => one.id === id);
    if (fact?.type !== 'MessageTemplateSaved') throw new Error(`The log has no message template ${id}.`);
    return { subject: fact.data.subject, text: fact.data.text };
  }

  private facts(workspaceId: string): Promise<readonly Recorded<MessageTemplateFact>[]> {
    return this.log.readStream<MessageTemplateFact>(messageTemplateStream(workspaceId));
  }
}
