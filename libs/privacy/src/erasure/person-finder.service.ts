import { foldEmail, LONGEST_EMAIL, type PersonToErase } from '@linkage/contracts';
import { Erasures, FactLog, ReadModels, foldedName, type LeavingPerson } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { accountCreators } from './account-creators.projection';
import { people, type PersonRow } from './people.projection';
import { workspaceNames } from './workspace-names.projection';

/**
 * Whom an operator means: by the id of a member, an invitation or an account, or by e-mail or name, in one workspace
 * (its id or name) or in all.
 */
export type PersonAsked =
  | { readonly id: string }
  | ({ readonly workspace?: string | undefined } & ({ readonly email: string } | { readonly name: string }));

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
    const rows = await this.rowsOf(asked);
    return Promise.all(rows.map((row) => this.toErase(row, 'name' in asked)));
  }

  async person(subject: string): Promise<LeavingPerson | undefined> {
    await this.settled();
    return this.readModels.get(people, subject);
  }

  async nameOf(workspaceId: string): Promise<string> {
    return (await this.readModels.get(workspaceNames, workspaceId))?.name ?? 'unknown';
  }

  private async rowsOf(asked: PersonAsked): Promise<readonly PersonRow[]> {
    if ('id' in asked) {
      const account = await this.readModels.get(accountCreators, asked.id);
      const row = await this.readModels.get(people, account?.subject ?? asked.id);
      return row === undefined ? [] : [row];
    }
    if ('email' in asked && asked.email.length > LONGEST_EMAIL) return [];
    const { rows } = await this.readModels.page(people, {
      ...('email' in asked ? { where: { emailKey: foldEmail(asked.email) } } : { where: {}, search: asked.name }),
      sort: [{ field: 'emailKey', direction: 'asc' }],
      limit: MOST,
    });
    if (asked.workspace === undefined) return rows;
    const ids = await this.workspaces(asked.workspace);
    return rows.filter(({ workspaceId }) => ids.has(workspaceId));
  }

  private async workspaces(idOrName: string): Promise<ReadonlySet<string>> {
    const { rows } = await this.readModels.page(workspaceNames, {
      where: { nameKey: foldedName(idOrName) },
      sort: [{ field: 'nameKey', direction: 'asc' }],
      limit: MOST,
    });
    return new Set([idOrName, ...rows.map(({ workspaceId }) => workspaceId)]);
  }

  private async toErase(row: PersonRow, withHint: boolean): Promise<PersonToErase> {
    const { subject, kind, workspaceId, since, erasedAt } = row;
    const consequences = await Promise.all(this.erasures.steps.map((step) => step.foretell(row)));
    return {
      subject,
      kind,
      workspaceId,
      workspaceName: await this.nameOf(workspaceId),
      emailHint: withHint ? hintOf(row.email) : null,
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
      this.readModels.reached(accountCreators, head, PATIENCE_MS),
      this.readModels.reached(workspaceNames, head, PATIENCE_MS),
    ]);
  }
}

const hintOf = (email: string | null): string | null => email && email.replace(/^(.)[^@]*/u, '$1…');
