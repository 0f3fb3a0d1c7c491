import { Component, computed, inject, signal } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import { OperatorApi } from '@linkage/api-client/operator';
import type { PersonToErase } from '@linkage/contracts';
import { Banner, Icon, Time } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';
import { firstValueFrom } from 'rxjs';
import { Dialogs } from '../base/dialogs';
import { whileShown } from '../base/while-shown';
import { PageHeading } from '../shared/shell/page-heading';
import { Certificate } from './certificate';
import { Erasing, stateInWords } from './erasing';
import { personQuery } from './person-query';

/** Finds one person of any workspace, and erases them. */
@Component({
  selector: 'app-erase-person',
  imports: [Banner, Certificate, Control, Field, Icon, PageHeading, Time],
  templateUrl: './erase-person.html',
  styleUrl: './erase-person.css',
})
export class ErasePerson {
  private readonly api = inject(OperatorApi);
  private readonly dialogs = inject(Dialogs);
  protected readonly whom = signal('');
  protected readonly workspace = signal('');
  protected readonly looking = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** What the answer is about; null: not asked yet. */
  protected readonly asked = signal<string | null>(null);
  protected readonly people = signal<readonly PersonToErase[]>([]);
  protected readonly erasing = signal<Erasing | null>(null);
  protected readonly erasure = computed(() => this.erasing()?.erasure() ?? null);
  protected readonly said = stateInWords;

  constructor() {
    whileShown(() => this.erasing()?.stop());
  }

  protected async find(): Promise<void> {
    if (this.whom().trim() === '') return this.problem.set('Enter an e-mail, a name or an id.');
    this.looking.set(true);
    this.problem.set(null);
    this.leaveErasure();
    try {
      const { people } = await firstValueFrom(this.api.people(personQuery(this.whom(), this.workspace())));
      this.people.set(people);
      this.asked.set(this.whom().trim());
    } catch (error) {
      this.problem.set(toApiError(error).message);
    } finally {
      this.looking.set(false);
    }
  }

  protected async confirm(person: PersonToErase): Promise<void> {
    const options = { data: person, role: 'alertdialog', ariaDescribedBy: 'erase-text' } as const;
    const load = () => import('./confirm-erasure').then(({ ConfirmErasure }) => ConfirmErasure);
    if (await this.dialogs.show<boolean, PersonToErase>(load, 'erase-title', options)) this.erase(person);
  }

  /** For an erased person, too: the certificate then comes at once, and an interrupted erasure is finished. */
  protected erase({ subject }: PersonToErase): void {
    this.leaveErasure();
    const erasing = new Erasing(this.api, subject);
    this.erasing.set(erasing);
    void erasing.begin();
  }

  private leaveErasure(): void {
    this.erasing()?.stop();
    this.erasing.set(null);
  }
}
