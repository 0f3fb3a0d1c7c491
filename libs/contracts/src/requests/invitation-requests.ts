import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { EMAIL_INCOMPLETE, EMAIL_TOO_LONG, LONGEST_EMAIL } from '../email';
import { IsEmailAddress } from './is-email-address';
import { IsMessageSubject, IsMessageText } from './is-message';

/** POST /api/invitations → 201 `InvitationAccepted`; 409 `email-already-invited` with `EMAIL_ALREADY_EXISTS`. */
export class IssueInvitationRequest {
  /** As typed; shown and mailed as text, never as markup. */
  @IsString()
  @IsNotEmpty({ message: 'Enter the name of the creator.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  name!: string;

  /** Stored as typed; compared trimmed, NFC and case-folded. */
  @IsEmailAddress({ message: EMAIL_INCOMPLETE })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;

  /** What the mail says, with `messageText`; without both, the template of the workspace. */
  @IsMessageSubject()
  messageSubject?: string;

  @IsMessageText()
  messageText?: string;
}

/** POST /api/invitations/:id/withdraw → 202 `Accepted`. */
export class WithdrawInvitationRequest {
  /**
   * What becomes of the accounts that are connected: they are read on (`keep`, also when left out), or the access to
   * them ends.
   */
  @IsOptional()
  @IsIn(['keep', 'disconnect'], { message: 'Say "keep" or "disconnect".' })
  accounts?: 'keep' | 'disconnect';
}
