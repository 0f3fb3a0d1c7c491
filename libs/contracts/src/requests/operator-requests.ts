import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** POST /api/operator/session → 204, cookie set for an hour. DELETE → 204. */
export class OperatorSignInRequest {
  @IsString()
  @IsNotEmpty({ message: 'Give the operator key. "npm run linkage -- operator-key" prints it.' })
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
