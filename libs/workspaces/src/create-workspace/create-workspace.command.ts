import type { WorkspaceCreated } from '@linkage/contracts';
import { Command } from '@nestjs/cqrs';

/** The operator makes a workspace for its first member. Without a password a link is made to choose one. */
export class CreateWorkspace extends Command<WorkspaceCreated> {
  constructor(
    readonly asked: { readonly workspaceName: string; readonly name: string; readonly email: string },
    readonly password: string | undefined,
  ) {
    super();
  }
}
