import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientDisconnected } from '../request/client-disconnected';
import { scopeOf } from '../request/scope-of';
import { problemOf } from './problem-of';
import { sendProblem } from './send-problem';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    if (error instanceof ClientDisconnected) return;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const { correlationId: reference, heedsKey = false } = scopeOf(request);
    const problem = problemOf(error, request.routeOptions.bodyLimit, heedsKey);
    if (problem.status >= 500) this.logger.error({ reference, err: error }, `${problem.code} ${reference}`);
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(request, reply, problem, reference);
  }
}
