import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Whoever asked has closed the connection: there is nobody to answer, and nothing went wrong. */
export class RequestGone extends Error {
  constructor() {
    super('Whoever asked has closed the connection.');
    this.name = 'RequestGone';
  }
}

/** Aborted, with `RequestGone`, as soon as nobody waits for the answer any more. */
export const whenGone = (context: ExecutionContext): AbortSignal => {
  const { raw: response } = context.switchToHttp().getResponse<FastifyReply>();
  const gone = new AbortController();
  const look = (): void => {
    if (!response.writableFinished) gone.abort(new RequestGone());
  };
  if (response.destroyed) look();
  else response.once('close', look);
  return gone.signal;
};

/** For a handler: aborted as soon as nobody waits for the answer any more. */
export const WhenGone = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => whenGone(context));
