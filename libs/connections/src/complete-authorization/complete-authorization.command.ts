import { Command } from '@nestjs/cqrs';

/** A platform sent a browser back. Gives the address where the browser goes next; it holds neither code nor state. */
export class CompleteAuthorization extends Command<string> {
  constructor(
    readonly platform: string,
    readonly query: Readonly<Record<string, string | undefined>>,
    /** The request's `Cookie` header. */
    readonly cookies: string | undefined,
  ) {
    super();
  }
}
