import { SignInRequest } from '@linkage/contracts/requests';
import { RequestValidationPipe, type SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { KnownBrowsers } from '../session/known-browsers.service';
import { SignIn } from './sign-in.command';
import { PassportAdapter } from './passport-adapter.strategy';

/** E-mail and password in the body. A guard runs before the pipes, so the body is checked here. */
@Injectable()
export class PasswordStrategy extends PassportAdapter {
  private readonly validation = new RequestValidationPipe();

  constructor(
    private readonly commands: CommandBus,
    private readonly browsers: KnownBrowsers,
  ) {
    super('password');
  }

  override async validate(request: FastifyRequest): Promise<SignedInMember> {
    const { email, password } = (await this.validation.transform(request.body, {
      type: 'body',
      metatype: SignInRequest,
    })) as SignInRequest;
    return this.commands.execute(new SignIn(email, password, request.ip, this.browsers.cookieOf(request)));
  }
}
