import { ProblemException } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { PasswordStrategy } from './password.strategy';

/** Lets in a caller with an e-mail and its password. */
@Injectable()
export class PasswordGuard extends AuthGuard() {
  constructor(strategy: PasswordStrategy) {
    super({ defaultStrategy: strategy.name });
  }

  override handleRequest<Member>(error: unknown, member: Member | false): Member {
    if (error) throw error;
    if (!member) throw ProblemException.notSignedIn();
    return member;
  }
}
