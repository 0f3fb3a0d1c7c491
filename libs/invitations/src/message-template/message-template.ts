import type { WrittenMessage } from '@linkage/contracts';
import type { Decider } from '@linkage/event-sourcing';
import type { MessageTemplateFact } from './message-template.events';

/** What a workspace's invites say unless a member writes something else; null: the predefined message. */
export interface MessageTemplate {
  readonly saved: WrittenMessage | null;
}

export const messageTemplate: Decider<MessageTemplate, MessageTemplateFact> = {
  initial: { saved: null },
  evolve(state, fact) {
    switch (fact.type) {
      case 'MessageTemplateSaved':
        return { saved: { subject: fact.data.subject, text: fact.data.text } };
      case 'MessageTemplateReset':
        return { saved: null };
      case 'MessageTestRequested':
        return state;
    }
  },
};

export const messageTemplateStream = (workspaceId: string): string => `message-template-${workspaceId}`;
