import type { MemberPreferences, PreferencesChange } from '@linkage/contracts';
import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** What is left out stays as it is. */
export class ChangePreferences extends Command<MemberPreferences> {
  constructor(
    readonly member: SignedInMember,
    readonly change: PreferencesChange,
  ) {
    super();
  }
}
