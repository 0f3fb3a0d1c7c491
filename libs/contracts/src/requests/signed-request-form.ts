import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** What a platform posts, as a form, when a person removes the app or wants their data deleted. */
export class SignedRequestForm {
  /** Signature, a dot, payload. */
  @IsString()
  @IsNotEmpty({ message: 'There is no signed request.' })
  @MaxLength(4_000, { message: 'This is no signed request.' })
  signed_request!: string;
}
