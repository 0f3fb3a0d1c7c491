import { IsOptional, IsString, MaxLength } from 'class-validator';

/** POST /api/microsite/:link/connections/:platform → 201 `ConnectionStarted`. The body may be left out. */
export class ConnectionRequest {
  /**
   * Id of the account of this creator that is to be connected again. If another one comes back, the creator is asked.
   */
  @IsOptional()
  @IsString({ message: 'Name the account by its id.' })
  @MaxLength(200, { message: 'Name the account by its id.' })
  reconnects?: string;

  /**
   * Id of an attempt whose accounts were not meant: what was given is forgotten, and the platform asks which account to
   * use.
   */
  @IsOptional()
  @IsString({ message: 'Name the attempt by its id.' })
  @MaxLength(200, { message: 'Name the attempt by its id.' })
  insteadOf?: string;
}
