import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { EMAIL_INCOMPLETE, EMAIL_TOO_LONG, LONGEST_EMAIL } from '../email';
import { densities, firstDays, themeChoices, type Preferences } from '../preferences';
import { LONGEST_VIEW_NAME, LONGEST_VIEW_QUERY, viewLists, type ViewList } from '../saved-views';
import { IsEmailAddress } from './is-email-address';
import { IsTimeZoneName } from './is-time-zone-name';

/** POST /api/registration → 201 `Session`, cookie set. */
export class RegisterRequest {
  @IsString()
  @IsNotEmpty({ message: 'Enter the name of your brand or agency.' })
  @MaxLength(100, { message: 'Use at most 100 characters.' })
  workspaceName!: string;

  @IsString()
  @IsNotEmpty({ message: 'Enter your name.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  name!: string;

  @IsEmailAddress({ message: EMAIL_INCOMPLETE })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;

  @IsString()
  @MinLength(10, { message: 'Use at least 10 characters.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  password!: string;

  /** From the operator's link; needed where registration is by invitation. */
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Use at most 100 characters.' })
  invitation?: string;
}

/** POST /api/password → 200 `Session`, cookie set. `link`: what stands behind the # of the operator's link. */
export class SetPasswordRequest {
  @IsString()
  @IsNotEmpty({ message: 'Open the link that you were given.' })
  @MaxLength(100, { message: 'Use at most 100 characters.' })
  link!: string;

  @IsString()
  @MinLength(10, { message: 'Use at least 10 characters.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  password!: string;
}

/** POST /api/email-confirmation → 204. `link`: what stands behind the # of the link in the mail. */
export class ConfirmEmailRequest {
  @IsString()
  @IsNotEmpty({ message: 'Open the link in the e-mail.' })
  @MaxLength(100, { message: 'Use at most 100 characters.' })
  link!: string;
}

/** POST /api/password-reset → 204, whether the e-mail is known or not. */
export class PasswordResetRequest {
  @IsEmailAddress({ message: EMAIL_INCOMPLETE })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;
}

/** POST /api/account/password → 204. */
export class ChangePasswordRequest {
  @IsString()
  @IsNotEmpty({ message: 'Enter your current password.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  current!: string;

  @IsString()
  @MinLength(10, { message: 'Use at least 10 characters.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  password!: string;
}

/** POST /api/account/name → 200 `Session`. */
export class RenameMemberRequest {
  @IsString()
  @IsNotEmpty({ message: 'Enter your name.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  name!: string;
}

/** POST /api/account/preferences → 200 `MemberPreferences`. What is left out stays as it is. */
export class ChangePreferencesRequest {
  @IsOptional()
  @IsIn(themeChoices, { message: 'Choose one of the themes.' })
  theme?: Preferences['theme'];

  @IsOptional()
  @IsIn(densities, { message: 'Choose one of the row heights.' })
  density?: Preferences['density'];

  /** null: that of the device. */
  @ValidateIf((_, timeZone) => timeZone != null)
  @IsTimeZoneName({ message: 'Choose a time zone from the list.' })
  timeZone?: string | null;

  @IsOptional()
  @IsIn(firstDays, { message: 'Choose one of the days.' })
  firstDay?: Preferences['firstDay'];
}

/** PUT /api/account/views/{id} → 200 `SavedViewList`. The id is a UUID that the browser made. */
export class SaveViewRequest {
  @IsIn(viewLists, { message: `Say one of ${viewLists.join(', ')}.` })
  list!: ViewList;

  @IsString()
  @IsNotEmpty({ message: 'Enter a name for the view.' })
  @MaxLength(LONGEST_VIEW_NAME, { message: `Use at most ${LONGEST_VIEW_NAME} characters.` })
  name!: string;

  /** As URLSearchParams writes it. */
  @MaxLength(LONGEST_VIEW_QUERY, { message: 'Search for something shorter: so much cannot be saved.' })
  @Matches(/^[\w*.+%=&-]*$/, { message: 'Give what stands behind the "?" of the address of the list, encoded.' })
  query!: string;
}

/** POST /api/account/email → 204, whether the new e-mail has an account or not. */
export class ChangeEmailRequest {
  @IsEmailAddress({ message: EMAIL_INCOMPLETE })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;

  @IsString()
  @IsNotEmpty({ message: 'Enter your current password.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  current!: string;
}

/** POST /api/account/email/finish → 204. */
export class FinishEmailChangeRequest {
  @IsString()
  @IsNotEmpty({ message: 'Enter your current password.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  current!: string;
}

/**
 * POST /api/email-change → 200 `EmailChangeConfirmation`; POST /api/email-change/stop → 204. `link`: what stands behind
 * the # of the link in the mail.
 */
export class EmailChangeLinkRequest {
  @IsString()
  @IsNotEmpty({ message: 'Open the link in the e-mail.' })
  @MaxLength(100, { message: 'Use at most 100 characters.' })
  link!: string;
}

/** POST /api/session → 200 `Session`, cookie set. DELETE /api/session → 204. */
export class SignInRequest {
  @IsString()
  @IsNotEmpty({ message: 'Enter your e-mail.' })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;

  @IsString()
  @IsNotEmpty({ message: 'Enter your password.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  password!: string;
}
