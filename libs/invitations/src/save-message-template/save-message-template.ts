import { isSameMessage, predefinedMessage, type WrittenMessage } from '@linkage/contracts';
import type { MessageTemplate } from '../message-template/message-template';
import type { MessageTemplateReset, MessageTemplateSaved } from '../message-template/message-template.events';

/** Nothing to do for what is the template already. The predefined message needs none. */
export const saveMessageTemplate = (
  workspaceId: string,
  written: WrittenMessage,
  { saved }: MessageTemplate,
): readonly (MessageTemplateSaved | MessageTemplateReset)[] => {
  if (isSameMessage(written, saved ?? predefinedMessage)) return [];
  return isSameMessage(written, predefinedMessage)
    ? [{ type: 'MessageTemplateReset', data: { workspaceId } }]
    : [{ type: 'MessageTemplateSaved', data: { workspaceId, ...written } }];
};
