import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** By the member who is signed in, or by the reader of the former address, through the link in the mail. */
export class StopEmailChange extends Command<void> {
  constructor(readonly by: { readonly member: SignedInMember } | { readonly link: string }) {
    super();
  }
}
