import { IsOptional, IsString, MaxLength } from 'class-validator';
import { LONGEST_EMAIL } from '../email';
import { LONGEST_NAME } from '../names';
import { IsMessageSubject, IsMessageText } from './is-message';

/** PUT /api/invitations/message-template → 204. The predefined message: the template is the predefined one again. */
export class SaveMessageTemplateRequest {
  @IsMessageSubject({ isOptional: false })
  messageSubject!: string;

  @IsMessageText({ isOptional: false })
  messageText!: string;
}

/** POST /api/invitations/message-preview → 200 `MessagePreview`. */
export class PreviewMessageRequest extends SaveMessageTemplateRequest {
  /** For whom it is shown, if not an invitation that exists. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_EMAIL)
  email?: string;

  /** Shown as this invitation's creator will get it, with its link. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  invitationId?: string;
}

/** POST /api/invitations/message-test → 202 `MessageTested`. */
export class TestMessageRequest extends SaveMessageTemplateRequest {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  name?: string;
}

/** POST /api/invitations/:id/resend → 202 `Accepted`. Without a message, the template of the workspace. */
export class ResendInvitationRequest {
  @IsMessageSubject()
  messageSubject?: string;

  @IsMessageText()
  messageText?: string;
}
