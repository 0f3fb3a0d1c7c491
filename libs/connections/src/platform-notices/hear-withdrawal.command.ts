import { Command } from '@nestjs/cqrs';

/** A platform says that a person removed the app. Refused unless the platform has signed it. */
export class HearWithdrawal extends Command<void> {
  constructor(
    readonly platform: string,
    readonly form: Readonly<Record<string, string>>,
  ) {
    super();
  }
}
