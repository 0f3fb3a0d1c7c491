import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { EMAIL_INCOMPLETE, EMAIL_TOO_LONG, LONGEST_EMAIL } from '../email';
import { IsEmailAddress } from './is-email-address';

/** POST /api/operator/session → 204, cookie set for an hour. DELETE → 204. */
export class OperatorSignInRequest {
  @IsString()
  @IsNotEmpty({ message: 'Enter the operator key. "npm run linkage -- operator-key" prints it.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  key!: string;
}

/** POST /api/operator/rebuilds → 202 `Rebuilding`. */
export class RebuildRequest {
  @IsString()
  @IsNotEmpty({ message: 'Give the name of a projection, or "all".' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  projection!: string;
}

/** POST /api/operator/retries → 204. */
export class RetryRequest {
  @IsString()
  @IsNotEmpty({ message: 'Give the name of a projection or a reactor.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  consumer!: string;
}

/** POST /api/operator/replays → 202 `Replaying`. */
export class ReplayRequest {
  @IsString()
  @IsNotEmpty({ message: 'Give the name of a reaction.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  reaction!: string;
}

/** POST /api/operator/workspaces → 201 `WorkspaceCreated`. Without a password a link is made to choose one. */
export class CreateWorkspaceRequest {
  @IsString()
  @IsNotEmpty({ message: 'Give the name of the brand or agency.' })
  @MaxLength(100, { message: 'Use at most 100 characters.' })
  workspaceName!: string;

  @IsString()
  @IsNotEmpty({ message: 'Give the name of the first member.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  name!: string;

  @IsEmailAddress({ message: EMAIL_INCOMPLETE })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;

  @IsOptional()
  @IsString()
  @MinLength(10, { message: 'Use at least 10 characters.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  password?: string;
}

/** POST /api/operator/password-links → 201 `OneTimeLink`. */
export class PasswordLinkRequest {
  @IsEmailAddress({ message: EMAIL_INCOMPLETE })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email!: string;
}

/** POST /api/operator/registration-links → 201 `OneTimeLink`. `days`: how long it opens; 7 unless given. */
export class RegistrationLinkRequest {
  @IsOptional()
  @IsInt({ message: 'Give a whole number of days.' })
  @Min(1, { message: 'Use at least one day.' })
  @Max(30, { message: 'Use at most 30 days.' })
  days?: number;
}

/** Parameters of GET /api/operator/workspaces. */
export class FindWorkspacesRequest {
  /** Words of the name, or an id. */
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  search?: string;
}

/**
 * POST /api/operator/workspaces/:id/plan → 200 `PlanChanged`. `days`, for staging: it ends that many days from now; 30
 * unless given.
 */
export class ChangePlanRequest {
  @IsIn(['production', 'staging'], { message: 'Use production or staging.' })
  plan!: 'production' | 'staging';

  @IsOptional()
  @IsInt({ message: 'Give a whole number of days.' })
  @Min(1, { message: 'Use at least one day.' })
  @Max(3_650, { message: 'Use at most 3,650 days.' })
  days?: number;
}

/**
 * POST /api/operator/people → 200 `PeopleFound`. Give `id`, or `email` or `name` and, where that is not enough,
 * `workspace`.
 */
export class PersonSearchRequest {
  /** Of a member, of a creator's invitation, or of one of the creator's accounts. */
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  id?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  email?: string;

  /** Words of it, or their beginnings. */
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  name?: string;

  /** Id or name. */
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  workspace?: string;
}

/** POST /api/operator/erasures → 202 `Erasure`. */
export class ErasureRequest {
  /** From `PersonToErase`. */
  @IsString()
  @IsNotEmpty({ message: 'Give the id of the person.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  subject!: string;
}

/** POST /api/operator/mail/check → 200 `MailChecked`. */
export class CheckMailRequest {
  /** Of the DKIM key: the `s=` of a signature. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, {
    message: 'Give the selector alone, such as “mail”: letters, digits, dots and hyphens.',
  })
  @MaxLength(63, { message: 'Use at most 63 characters.' })
  selector?: string;
}

/** POST /api/operator/mail/test → 200 `MailTested`. */
export class TestMailRequest {
  @IsEmailAddress({ message: EMAIL_INCOMPLETE })
  @MaxLength(LONGEST_EMAIL, { message: EMAIL_TOO_LONG })
  to!: string;
}
