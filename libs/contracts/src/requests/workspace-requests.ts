import { IsNotEmpty, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { EMAIL_INCOMPLETE, EMAIL_TOO_LONG, LONGEST_EMAIL } from '../email';
import { IsEmailAddress } from './is-email-address';

/** POST /api/registration → 201 `Session`, cookie set. */
export class RegisterRequest {
  @IsString()
  @IsNotEmpty({ message: 'Give the name of your brand or agency.' })
  @MaxLength(100, { message: 'Use at most 100 characters.' })
  workspaceName!: string;

  @IsString()
  @IsNotEmpty({ message: 'Give your name.' })
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

/** POST /api/session → 200 `Session`, cookie set. DELETE /api/session → 204. */
export class SignInRequest {
  @IsString()
  @IsNotEmpty({ message: 'Give your e-mail.' })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;

  @IsString()
  @IsNotEmpty({ message: 'Give your password.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  password!: string;
}
