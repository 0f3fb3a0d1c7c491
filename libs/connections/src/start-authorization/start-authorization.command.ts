import type { ConnectionStarted } from '@linkage/contracts';
import type { ConnectionRequest } from '@linkage/contracts/requests';
import type { IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** `cookie` is the `Set-Cookie` value that binds the attempt to the browser. */
export interface AuthorizationUnderWay extends ConnectionStarted {
  readonly cookie: string;
}

/** A creator pressed Connect. The attempt is recorded, and the browser is told where to go. */
export class StartAuthorization extends Command<AuthorizationUnderWay> {
  constructor(
    readonly link: string,
    readonly platform: string,
    readonly request: ConnectionRequest = {},
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
