import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** The client has closed the connection: there is no one to answer, and nothing went wrong. */
export class ClientDisconnected extends Error {
  constructor() {
    super('The client has closed the connection.');
    this.name = 'ClientDisconnected';
  }
}

/** Aborted, with `ClientDisconnected`, as soon as the client does not wait for the answer any more. */
export const disconnectSignalOf = (context: ExecutionContext): AbortSignal => {
  const { raw: response } = context.switchToHttp().getResponse<FastifyReply>();
  const gone = new AbortController();
  const look = (): void => {
    if (!response.writableFinished) gone.abort(new ClientDisconnected());
  };
  if (response.destroyed) look();
  else response.once('close', look);
  return gone.signal;
};

/** For a handler: aborted as soon as the client does not wait for the answer any more. */
export const DisconnectSignal = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal =>
  disconnectSignalOf(context),
);
