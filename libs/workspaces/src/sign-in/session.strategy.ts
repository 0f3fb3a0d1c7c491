import type { SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookies } from '../session/session-cookies.service';
import { PassportAdapter } from './passport-adapter.strategy';
import { SignedInReader } from './signed-in-reader.service';

/** The session cookie. */
@Injectable()
export class SessionStrategy extends PassportAdapter {
  constructor(
    private readonly signedIn: SignedInReader,
    private readonly cookies: SessionCookies,
  ) {
    super('session');
  }

  /** The member signed in by this cookie a moment ago: a page asks many times in a second, and this costs a hash. */
  recall(request: FastifyRequest): SignedInMember | undefined {
    return this.signedIn.recall(request);
  }

  override async validate(request: FastifyRequest & { reply?: FastifyReply }): Promise<SignedInMember | undefined> {
    const found = await this.signedIn.read(request);
    if (found?.renewed && request.reply) this.cookies.send(request.reply, found.renewed.token, found.renewed.lastsMs);
    return found?.member;
  }
}
