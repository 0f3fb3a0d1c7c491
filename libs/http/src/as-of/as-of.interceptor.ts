import { AS_OF_HEADER } from '@linkage/contracts';
import { readAsOf, type Clock } from '@linkage/event-sourcing';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { ProblemException } from '../problems/problem-exception';
import { disconnectSignalOf } from '../request/client-disconnected';
import { memberOf } from '../request/signed-in-member';
import { canShowThePast } from './as-of.decorator';
import { pastMoment } from './past-moment';

/**
 * `?asOf=` on a route marked with `@AsOf()`: its query handler is run as of that moment, as long as the client waits
 * for it. Everywhere else it is refused, above all by commands.
 */
export class AsOfInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  constructor(private readonly clock: Clock) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Record<string, unknown> }>>();
    const moment = pastMoment(request.query, 'asOf', this.clock.now());
    if (moment === undefined) return next.handle();
    if (!canShowThePast(context, this.reflector))
      throw ProblemException.invalid(
        'asOf',
        'Only lists and accounts can be shown as of a moment, and nothing can be changed then. Leave asOf out.',
      );
    const { workspaceId } = memberOf(context);
    context.switchToHttp().getResponse<FastifyReply>().header(AS_OF_HEADER, moment.toISOString());
    return readAsOf({ workspaceId, moment, signal: disconnectSignalOf(context) }, () => next.handle());
  }
}
