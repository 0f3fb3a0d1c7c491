import type { SavedViewList } from '@linkage/contracts';
import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** A member needs a view no more. Saved again under its id, it is back. */
export class DeleteView extends Command<SavedViewList> {
  constructor(
    readonly member: SignedInMember,
    readonly viewId: string,
  ) {
    super();
  }
}
