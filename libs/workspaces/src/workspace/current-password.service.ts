import { networkOf, ProblemException, type SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { Credentials, type Credential } from './credentials.service';
import { Passwords } from './passwords.service';
import { RateLimits } from './rate-limits.service';

/**
 * Asks a member who is signed in for the present password once more: a session may have been stolen. Guesses are
 * counted.
 */
@Injectable()
export class CurrentPassword {
  constructor(
    private readonly limits: RateLimits,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
  ) {}

  /** @throws invalid-request naming `current`; too-many-attempts */
  async expect(
    member: SignedInMember,
    given: string,
    address: string,
  ): Promise<{ readonly place: string; readonly credential: Credential }> {
    const place = await this.credentials.placeOf(member.email);
    const credential = await this.credentials.get(place);
    const attempt = await this.limits.countSignIn(place, { address, browser: `session of ${member.memberId}` });
    const isRight = await this.passwords.matches(given, credential?.passwordHash ?? undefined, networkOf(address));
    if (credential?.memberId !== member.memberId || !isRight)
      throw ProblemException.invalid('current', 'This is not your current password.');
    await attempt.succeeded();
    return { place, credential };
  }
}
