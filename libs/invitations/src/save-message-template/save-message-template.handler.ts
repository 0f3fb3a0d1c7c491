import { CommandHandling } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { messageTemplate, messageTemplateStream } from '../message-template/message-template';
import { SaveMessageTemplate } from './save-message-template.command';
import { saveMessageTemplate } from './save-message-template';

@CommandHandler(SaveMessageTemplate)
export class SaveMessageTemplateHandler implements ICommandHandler<SaveMessageTemplate> {
  constructor(private readonly commands: CommandHandling) {}

  async execute({ message, context }: SaveMessageTemplate): Promise<void> {
    await this.commands.handle({
      stream: messageTemplateStream(context.workspaceId),
      decider: messageTemplate,
      context,
      decide: (state) => saveMessageTemplate(context.workspaceId, message, state),
    });
  }
}
