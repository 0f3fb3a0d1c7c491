import type { SavedView, SavedViewList } from '@linkage/contracts';
import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** A member names how a list is shown, or changes a view that has a name. */
export class SaveView extends Command<SavedViewList> {
  constructor(
    readonly member: SignedInMember,
    readonly view: SavedView,
  ) {
    super();
  }
}
