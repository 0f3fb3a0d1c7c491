import { Component, inject, signal } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import { OperatorApi } from '@linkage/api-client/operator';
import { STAGING, type OperatorWorkspace } from '@linkage/contracts';
import type { ChangePlanRequest } from '@linkage/contracts/requests';
import { Banner, Icon, Time } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { firstValueFrom } from 'rxjs';
import { Dialogs } from '../base/dialogs';
import { ServerClock } from '../base/server-clock';
import { PageHeading } from '../shared/shell/page-heading';
import { Toasts } from '../shared/toasts/toasts';

const DAY_MS = 86_400_000;

/** What each workspace may use, and how the operator gives it more. */
@Component({
  selector: 'app-workspaces',
  imports: [Banner, Control, Field, Icon, PageHeading, Time],
  templateUrl: './workspaces.html',
  styleUrl: './erase-person.css',
})
export class Workspaces {
  private readonly api = inject(OperatorApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly clock = inject(ServerClock);
  protected readonly days = STAGING.days;
  protected readonly search = signal('');
  /** undefined: not loaded yet. */
  protected readonly found = signal<readonly OperatorWorkspace[] | undefined>(undefined);
  protected readonly problem = signal<string | null>(null);
  protected readonly changing = signal<string | null>(null);

  constructor() {
    void this.find();
  }

  protected async find(): Promise<void> {
    this.problem.set(null);
    try {
      const { workspaces } = await firstValueFrom(this.api.workspaces(this.search().trim() || undefined));
      this.found.set(workspaces);
    } catch (error) {
      this.problem.set(toApiError(error).message);
    }
  }

  protected async grant(workspace: OperatorWorkspace): Promise<void> {
    const options = { data: workspace.name, role: 'alertdialog', ariaDescribedBy: 'production-text' } as const;
    const load = () => import('./confirm-production').then(({ ConfirmProduction }) => ConfirmProduction);
    const yes = await this.dialogs.show<boolean, string>(load, 'production-title', options);
    if (yes) await this.change(workspace, { plan: 'production' });
  }

  protected prolong(workspace: OperatorWorkspace): void {
    const left = workspace.stagingEndsAt === null ? 0 : Date.parse(workspace.stagingEndsAt) - this.clock.now();
    void this.change(workspace, { plan: 'staging', days: Math.max(0, Math.ceil(left / DAY_MS)) + STAGING.days });
  }

  private async change({ workspaceId, name }: OperatorWorkspace, request: ChangePlanRequest): Promise<void> {
    this.changing.set(workspaceId);
    try {
      const changed = await firstValueFrom(this.api.changePlan(workspaceId, request));
      this.found.update((all) => all?.map((one) => (one.workspaceId === workspaceId ? { ...one, ...changed } : one)));
      this.toasts.show(
        changed.plan === 'production'
          ? `${name} has production access now.`
          : `Staging access of ${name} was prolonged.`,
        'check',
      );
    } catch (error) {
      this.toasts.failed(`Nothing was changed. ${toApiError(error).message}`, () => void this.find());
    } finally {
      this.changing.set(null);
    }
  }
}
