import { checkShownWorkspace, isPublic, ProblemException, scopeOf, type SignedInMember } from '@linkage/http';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionStrategy } from './session.strategy';

/** On every route of the server: a caller without a session sees only what is `@Public()`. */
@Injectable()
export class SessionGuard extends AuthGuard() {
  constructor(
    private readonly reflector: Reflector,
    private readonly strategy: SessionStrategy,
  ) {
    super({ defaultStrategy: strategy.name });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isPublic(context, this.reflector)) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & { reply?: FastifyReply; user?: SignedInMember }>();
    const known = this.strategy.recall(request);
    if (known) request.user = known;
    else {
      request.reply = http.getResponse<FastifyReply>();
      await super.canActivate(context);
    }
    if (!request.user) return true;
    scopeOf(request).member = request.user;
    checkShownWorkspace(request, request.user);
    return true;
  }

  override handleRequest<Member>(error: unknown, member: Member | false): Member {
    if (error) throw error;
    if (!member) throw ProblemException.notSignedIn();
    return member;
  }
}
