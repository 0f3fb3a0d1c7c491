import { ProblemException, Public, readCookie } from '@linkage/http';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OperatorAccess } from './operator-access';
import { OperatorAttempts } from './operator-attempts';
import { OperatorCookies } from './operator-cookies.service';

const OPERATOR = 'linkage:operator';

/**
 * A controller for the operator of this installation: the guard asks for the key, and no session of a workspace is
 * needed.
 */
export const ForOperator = (): ClassDecorator =>
  applyDecorators(ApiTags('operator'), Public(), UseGuards(OperatorGuard), SetMetadata(OPERATOR, true));
export const isForOperator = (controller: object): boolean => Reflect.getMetadata(OPERATOR, controller) === true;

const wrongKey = (): ProblemException =>
  new ProblemException({
    status: 401,
    code: 'wrong-credentials',
    detail: 'This is not the operator key. "npm run linkage -- operator-key" prints it.',
  });

/**
 * Lets in a caller with the operator key (`Authorization: Bearer …`) or the cookie of the operator page. No member of a
 * workspace gets in by being one.
 */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(
    private readonly access: OperatorAccess,
    private readonly attempts: OperatorAttempts,
    private readonly cookies: OperatorCookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      await this.expectKey(bearer, request);
      return true;
    }
    const cookie = readCookie(request.headers.cookie, this.cookies.name);
    if (cookie !== undefined && this.access.isSession(cookie)) return true;
    throw ProblemException.notSignedIn();
  }

  /** @throws wrong-credentials, too-many-attempts */
  async expectKey(given: string, request: FastifyRequest): Promise<void> {
    await this.attempts.check(request);
    if (this.access.isKey(given)) return;
    await this.attempts.recordFailure(request);
    throw wrongKey();
  }
}
