import { POSITION_HEADER } from '@linkage/contracts';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';

/**
 * What a command answers as `position` stands in the header, too, so that a client can hand it on without reading the
 * body.
 */
@Injectable()
export class PositionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((body: unknown) => {
        const position = positionOf(body);
        if (position) reply.header(POSITION_HEADER, position);
      }),
    );
  }
}

const positionOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'position' in body && typeof body.position === 'string'
    ? body.position
    : undefined;
