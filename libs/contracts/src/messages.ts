import type { WrittenMessage } from './message';

/** GET /api/invitations/message-template. What invites say unless something else is written. */
export interface MessageTemplateAnswer {
  /** null: the predefined message. */
  saved: WrittenMessage | null;
  savedAt: string | null;
  /** Where tests go. null: the own e-mail has to be confirmed first. */
  testTo: string | null;
}

/**
 * The mail as it will be sent. For an invitation that exists it is the same to the byte; otherwise the link is one that
 * leads nowhere.
 */
export interface MessagePreview {
  subject: string;
  html: string;
  text: string;
  /** The brand, as it stands in the sender's name. */
  from: string;
  /** Where answers go; null: nowhere. */
  replyTo: string | null;
}

/** The mail server took it. */
export interface MessageTested {
  sentTo: string;
}
