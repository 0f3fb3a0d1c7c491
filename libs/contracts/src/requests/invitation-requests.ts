import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { EMAIL_INCOMPLETE, EMAIL_TOO_LONG, LONGEST_EMAIL } from '../email';
import { IsEmailAddress } from './is-email-address';

/** POST /api/invitations → 201 `InvitationAccepted`; 409 `email-already-invited` with `EMAIL_ALREADY_EXISTS`. */
export class IssueInvitationRequest {
  /** As typed; shown and mailed as text, never as markup. */
  @IsString()
  @IsNotEmpty({ message: 'Give the name of the creator.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  name!: string;

  /** Stored as typed; compared trimmed, NFC and case-folded. */
  @IsEmailAddress({ message: EMAIL_INCOMPLETE })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;
}
