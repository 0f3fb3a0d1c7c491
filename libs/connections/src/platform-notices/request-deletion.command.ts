import type { DeletionRequested } from '@linkage/contracts';
import { Command } from '@nestjs/cqrs';

/** A platform says that a person wants what was read of them deleted. Refused unless the platform has signed it. */
export class RequestDeletion extends Command<DeletionRequested> {
  constructor(
    readonly platform: string,
    readonly form: Readonly<Record<string, string>>,
  ) {
    super();
  }
}
