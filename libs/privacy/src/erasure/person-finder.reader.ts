import { foldEmail, LONGEST_EMAIL, type PersonToErase } from '@linkage/contracts';
import { Erasures, FactLog, ReadModels, sortKey, type LeavingPerson } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { people, type PersonRow } from './people.projection';
import { workspaceNames } from './workspace-names.projection';

/** Whom an operator means: by id, or by e-mail, in one workspace (its id or name) or in all. */
export type PersonAsked = { readonly id: string } | { readonly email: string; readonly workspace?: string | undefined };

/** A process that folds slowly is waited for. */
const PATIENCE_MS = 30_000;
const MOST = 100;

/** From what an operator types to the persons who are meant. */
@Injectable()
export class PersonFinder {
  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly erasures: Erasures,
  ) {}

  /** With what erasing each would end. */
  async find(asked: PersonAsked): Promise<readonly PersonToErase[]> {
    await this.settled();
    const rows = 'id' in asked ? [await this.readModels.get(people, asked.id)] : await this.byEmail(asked);
    return Promise.all(rows.filter((row) => row !== undefined).map((row) => this.toErase(row)));
  }

  async person(subject: string): Promise<LeavingPerson | undefined> {
    await this.settled();
    return this.readModels.get(people, subject);
  }

  async nameOf(workspaceId: string): Promise<string> {
    return (await this.readModels.get(workspaceNames, workspaceId))?.name ?? 'unknown';
  }

  private async byEmail({ email, workspace }: { email: string; workspace?: string | undefined }): Promise<PersonRow[]> {
    if (email.length > LONGEST_EMAIL) return [];
    const { rows } = await this.readModels.page(people, {
      where: { emailKey: foldEmail(email) },
      sort: [{ field: 'emailKey', direction: 'asc' }],
      limit: MOST,
    });
    if (workspace === undefined) return [...rows];
    const ids = await this.workspaces(workspace);
    return rows.filter(({ workspaceId }) => ids.has(workspaceId));
  }

  private async workspaces(idOrName: string): Promise<ReadonlySet<string>> {
    const { rows } = await this.readModels.page(workspaceNames, {
      where: { nameKey: sortKey(idOrName) },
      sort: [{ field: 'nameKey', direction: 'asc' }],
      limit: MOST,
    });
    return new Set([idOrName, ...rows.map(({ workspaceId }) => workspaceId)]);
  }

  private async toErase(row: PersonRow): Promise<PersonToErase> {
    const { subject, kind, workspaceId, since, erasedAt } = row;
    const consequences = await Promise.all(this.erasures.steps.map((step) => step.foretell(row)));
    return {
      subject,
      kind,
      workspaceId,
      workspaceName: await this.nameOf(workspaceId),
      since,
      erasedAt,
      consequences: consequences.flat(),
    };
  }

  private async settled(): Promise<void> {
    const head = await this.log.head();
    if (head === null) return;
    await Promise.all([
      this.readModels.reached(people, head, PATIENCE_MS),
      this.readModels.reached(workspaceNames, head, PATIENCE_MS),
    ]);
  }
}
