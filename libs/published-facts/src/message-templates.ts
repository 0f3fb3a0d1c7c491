import type { Fact, FactCatalog } from '@linkage/event-sourcing';

/** What a brand writes to creators, before names and link are filled in. */
export interface MessageText {
  readonly subject: string;
  readonly text: string;
}

/**
 * What a mail says. `message`: written for it alone. `template`: the id of the `MessageTemplateSaved` whose words it
 * uses. Neither: the predefined message, as all mails said before messages could be written.
 */
export interface ChosenMessage {
  readonly message?: MessageText;
  readonly template?: string;
}

/**
 * Stream: `message-template-<workspaceId>`. Later invites of the workspace say this, unless a member writes something
 * else.
 */
export type MessageTemplateSaved = Fact<'MessageTemplateSaved', { workspaceId: string } & MessageText>;
/** From now on they say the predefined message again. */
export type MessageTemplateReset = Fact<'MessageTemplateReset', { workspaceId: string }>;
/**
 * Stream: `message-test-<memberId>`. The member asked for a mail with a message to their own address, to see it. What
 * it said is not kept.
 */
export type MessageTestRequested = Fact<'MessageTestRequested', { workspaceId: string; memberId: string }>;

export type MessageTemplateFact = MessageTemplateSaved | MessageTemplateReset | MessageTestRequested;

export const messageTemplateFacts: FactCatalog<MessageTemplateFact> = {
  MessageTemplateSaved: { version: 1 },
  MessageTemplateReset: { version: 1 },
  MessageTestRequested: { version: 1 },
};
