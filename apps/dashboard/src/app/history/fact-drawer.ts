import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogClose } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { HistoryApi } from '@linkage/api-client/history';
import type { HistoryItem } from '@linkage/contracts';
import { Banner, Icon, Time } from '@linkage/ui';
import { NEVER } from 'rxjs';
import { AsOf } from '../shared/as-of/as-of';
import { Kept } from '../base/kept';
import { Toasts } from '../shared/toasts/toasts';
import { FactLinks } from './fact-links';
import { iconOf } from './kinds';
import { rawFact } from './raw-fact';
import { Sentence } from './sentence';

/** One fact as it was recorded, with what led to it and what came of it. Those open in the same drawer. */
@Component({
  selector: 'app-fact-drawer',
  imports: [MatDialogClose, RouterLink, Banner, FactLinks, Icon, Sentence, Time],
  templateUrl: './fact-drawer.html',
  styleUrls: ['../base/dialog.css', '../base/drawer.css'],
})
export class FactDrawer {
  private readonly api = inject(HistoryApi);
  private readonly asOf = inject(AsOf);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  protected readonly dialogs = inject(MatDialog);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  /** The facts gone through, the one shown last. */
  protected readonly trail = signal<readonly string[]>([inject<{ factId: string }>(MAT_DIALOG_DATA).factId]);
  protected readonly fact = new Kept(
    computed(() => this.trail().at(-1) ?? ''),
    (factId) => this.api.fact(factId),
    NEVER,
  );
  protected readonly icon = computed(() => iconOf(this.fact.value()?.item ?? { type: '', kind: 'people' }));
  protected readonly raw = computed(() => {
    const fact = this.fact.value();
    return fact === undefined ? '' : JSON.stringify(rawFact(fact), null, 2);
  });
  protected readonly links = computed(() => {
    const fact = this.fact.value();
    if (fact === undefined) return [];
    const groups: { label: string; items: readonly HistoryItem[] }[] = [
      { label: 'Because of', items: fact.cause === null ? [] : [fact.cause] },
      { label: 'Led to', items: fact.effects },
      { label: 'Happened together with', items: fact.together },
    ];
    return groups
      .map(({ label, items }) => ({ label, items: items.filter(({ at }) => this.asOf.reaches(at)) }))
      .filter(({ items }) => items.length > 0);
  });

  protected go(factId: string): void {
    this.trail.update((trail) => [...trail, factId]);
    this.title().nativeElement.focus();
  }

  protected back(): void {
    this.trail.update((trail) => trail.slice(0, -1));
    this.title().nativeElement.focus();
  }

  protected copy(): void {
    if (this.clipboard.copy(this.raw())) this.toasts.show('The fact is copied.', 'copy');
    else this.toasts.failed('The fact was not copied.', () => this.copy());
  }
}
