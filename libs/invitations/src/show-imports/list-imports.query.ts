import type { ImportedState, ImportList, ImportProgress } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { importedInvitations } from './imported-invitations.projection';
import { imports, type ImportRow } from './imports.projection';

const MOST_SHOWN = 5;
const states: readonly ImportedState[] = ['waiting', 'sending', 'sent', 'failed', 'by-hand', 'withdrawn'];

/** How far the newest imports of a workspace are. */
export class ListImports extends Query<ImportList> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

@QueryHandler(ListImports)
export class ListImportsHandler implements IQueryHandler<ListImports> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ workspaceId }: ListImports): Promise<ImportList> {
    const { rows } = await this.readModels.page(imports, {
      where: { workspaceId },
      sort: [{ field: 'startedAt', direction: 'desc' }],
      limit: MOST_SHOWN,
    });
    return { imports: await Promise.all(rows.map((row) => this.progressOf(row))) };
  }

  private async progressOf({ workspaceId, ...row }: ImportRow): Promise<ImportProgress> {
    const { importId } = row;
    const counted = await this.readModels.countEach(importedInvitations, states, (state) => ({
      workspaceId,
      importId,
      state,
    }));
    return { ...row, states: counted };
  }
}
