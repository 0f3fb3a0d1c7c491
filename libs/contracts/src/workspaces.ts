import { IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import { IsEmailAddress } from './email-address';

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

  @IsEmailAddress({ message: 'This e-mail is not complete. It should look like name@example.com.' })
  email!: string;

  @IsString()
  @MinLength(10, { message: 'Use at least 10 characters.' })
  @MaxLength(200, { message: 'Use at most 200 characters.' })
  password!: string;
}

/** POST /api/session → 200 `Session`, cookie set. DELETE /api/session → 204. */
export class SignInRequest {
  @IsString()
  @IsNotEmpty({ message: 'Give your e-mail.' })
  email!: string;

  @IsString()
  @IsNotEmpty({ message: 'Give your password.' })
  @MaxLength(200)
  password!: string;
}

/** GET /api/session → 200, or 401 `not-signed-in`. */
export interface Session {
  member: { memberId: string; name: string; email: string; role: 'owner' | 'member' };
  workspace: { workspaceId: string; name: string };
}

/** GET /api/about → what the browser must know of this installation; public. */
export interface About {
  /** `demo`: platform sandbox, embedded mailbox, movable clock. */
  mode: 'demo' | 'production';
  /** The server's time, ISO; follows the sandbox's clock in demo mode. */
  now: string;
  /** How far the clock was moved by hand, in ms; 0 when it runs true. The banner says so. */
  clockMovedBy: number;
  /** Address of the mailbox page; null when real SMTP is set. */
  mailboxUrl: string | null;
  /** Address of the platform sandbox's control page; null in production. */
  sandboxUrl: string | null;
}
