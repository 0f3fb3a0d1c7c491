export { messageTemplateFacts } from '@linkage/published-facts';
export type {
  ChosenMessage,
  MessageTemplateFact,
  MessageTemplateReset,
  MessageTemplateSaved,
  MessageTestRequested,
} from '@linkage/published-facts';
