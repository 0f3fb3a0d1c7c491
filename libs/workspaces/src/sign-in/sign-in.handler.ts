import { networkOf, ProblemException, type SignedInMember } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KnownBrowsers } from '../session/known-browsers.service';
import { RateLimits } from '../workspace/rate-limits.service';
import { Credentials } from '../workspace/credentials.service';
import { Members } from '../workspace/members.service';
import { Passwords } from '../workspace/passwords.service';
import { RegistrationCompletion } from '../workspace/registration-completion.service';
import { SignIn } from './sign-in.command';

/** The same words, and the same time, for an unknown e-mail and a wrong password. */
const wrongCredentials = (): ProblemException =>
  new ProblemException({
    status: 401,
    code: 'wrong-credentials',
    detail: 'E-mail or password is wrong. Check both and try again.',
  });

@CommandHandler(SignIn)
export class SignInHandler implements ICommandHandler<SignIn> {
  constructor(
    private readonly limits: RateLimits,
    private readonly browsers: KnownBrowsers,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly completion: RegistrationCompletion,
    private readonly members: Members,
  ) {}

  async execute({ email, password, address, browserCookie }: SignIn): Promise<SignedInMember> {
    const place = await this.credentials.placeOf(email);
    const credential = await this.credentials.get(place);
    const browser = credential && (await this.browsers.recognise(browserCookie, credential.memberId));
    const attempt = await this.limits.countSignIn(place, { address, browser });
    const lane = browser === undefined ? networkOf(address) : `known browsers of ${place}`;
    const isRight = await this.passwords.matches(password, credential?.passwordHash ?? undefined, lane);
    if (!credential || !isRight) throw wrongCredentials();
    await this.completion.complete(place, credential);
    const member = await this.members.find(credential.workspaceId, credential.memberId);
    // While an e-mail changes there are two places for a moment: the log says which of them opens.
    if (!member || (await this.credentials.placeOf(member.email)) !== place) throw wrongCredentials();
    await attempt.succeeded();
    return member;
  }
}
