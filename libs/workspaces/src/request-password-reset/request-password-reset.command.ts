import { Command } from '@nestjs/cqrs';

/**
 * The password of this e-mail is said to be forgotten. Attempts are counted by `address`, where the request came from.
 */
export class RequestPasswordReset extends Command<void> {
  constructor(
    readonly email: string,
    readonly address: string,
  ) {
    super();
  }
}
