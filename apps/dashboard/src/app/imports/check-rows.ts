import { ScrollingModule, VIRTUAL_SCROLL_STRATEGY } from '@angular/cdk/scrolling';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Icon, formatExact } from '@linkage/ui';
import { Screen } from '../base/screen';
import { PlanStore } from '../shared/plan/plan-store';
import type { CheckedRow, CheckedRows, RowFilter } from './checked-rows';
import { RowHeightsScroll } from './row-heights-scroll';

interface Verdict {
  readonly tone: 'ready' | 'bad' | 'doubt' | 'fixed' | 'out';
  readonly text: string;
  readonly likely: string | null;
}

/** In pixels. On a phone a row is as high as what it says. */
const HEIGHTS = { desk: 56, open: 160, brief: 68, short: 90, wordy: 112 } as const;
/** Letters that a phone has room for in one line. */
const ONE_LINE = 44;

/**
 * Every row of the file with its verdict. Faulty ones are mended in place or left out; of 50,000 only those on the
 * screen are drawn.
 */
@Component({
  selector: 'app-check-rows',
  imports: [Icon, ScrollingModule],
  providers: [RowHeightsScroll, { provide: VIRTUAL_SCROLL_STRATEGY, useExisting: RowHeightsScroll }],
  templateUrl: './check-rows.html',
  styleUrl: './check-rows.css',
})
export class CheckRows {
  private readonly screen = inject(Screen);
  readonly rows = input.required<CheckedRows>();
  readonly filter = signal<RowFilter>('all');
  protected readonly exact = formatExact;
  protected readonly counts = computed(() => this.rows().counts());
  protected readonly shown = computed(() => this.rows().shown(this.filter()));
  private readonly plan = inject(PlanStore);
  /** So many accounts more can be connected; null: there is no limit, it is not known, or no invite goes out at all. */
  protected readonly room = computed(() => {
    const { used = 0, limit = null } = this.plan.plan()?.accounts ?? {};
    return limit === null || this.plan.end() === 'staging-expired' ? null : Math.max(0, limit - used);
  });
  /** Ready rows for which staging access has no account left, if each creator before them connects one. */
  private readonly beyond = computed((): ReadonlySet<number> => {
    const room = this.room();
    return room === null ? new Set() : this.rows().beyond(room);
  });
  protected readonly overLimit = computed(() => this.beyond().size);
  /** Rows that a person works on stay open when they are right. */
  protected readonly touched = signal<ReadonlySet<number>>(new Set());
  protected readonly chips = computed(() => {
    const { all, faulty, ready, out } = this.counts();
    return [
      { filter: 'all' as const, label: 'All', count: all + out, icon: null, tone: '' },
      { filter: 'faulty' as const, label: 'To fix', count: faulty, icon: 'alert' as const, tone: 'lk-bad' },
      { filter: 'ready' as const, label: 'Ready', count: ready, icon: 'check' as const, tone: 'lk-ok' },
      ...(out > 0 ? [{ filter: 'out' as const, label: 'Left out', count: out, icon: null, tone: '' }] : []),
    ];
  });

  constructor() {
    const scroll = inject(RowHeightsScroll);
    effect(() => {
      const isPhone = this.screen.phone();
      scroll.use(this.shown().map((row) => (isPhone ? this.heightOf(row, this.verdictOf(row)) : HEIGHTS.desk)));
    });
  }

  protected heightOf(row: CheckedRow, verdict: Verdict): number {
    if (!this.screen.phone()) return HEIGHTS.desk;
    if (this.isOpen(row, verdict)) return HEIGHTS.open;
    if (this.isBrief(verdict)) return HEIGHTS.brief;
    return verdict.likely === null && verdict.text.length <= ONE_LINE ? HEIGHTS.short : HEIGHTS.wordy;
  }

  /** Its verdict stands beside the name where there is little room. */
  protected isBrief({ text }: Verdict): boolean {
    return text === 'Ready' || text === 'Fixed';
  }

  protected verdictOf(row: CheckedRow): Verdict {
    if (row.left) return { tone: 'out', text: 'Left out', likely: null };
    const faults = this.rows().faultsOf(row);
    if (faults.length > 0) {
      const likely = faults.find((fault) => fault.likely !== null)?.likely ?? null;
      return { tone: 'bad', text: faults.map(({ message }) => message).join(' '), likely };
    }
    if (row.doubt !== null) return { tone: 'doubt', text: 'Ready, but perhaps mistyped.', likely: row.doubt };
    if (this.beyond().has(row.index))
      return { tone: 'doubt', text: ['Ready, but over the staging limit.', ...row.notes].join(' '), likely: null };
    if (row.was !== null) return { tone: 'fixed', text: 'Fixed', likely: null };
    return { tone: 'ready', text: row.notes.length > 0 ? row.notes.join(' ') : 'Ready', likely: null };
  }

  protected isOpen(row: CheckedRow, { tone }: Verdict): boolean {
    return !row.left && (tone === 'bad' || this.touched().has(row.index));
  }

  protected isBad(row: CheckedRow, field: 'name' | 'email'): boolean {
    return this.rows()
      .faultsOf(row)
      .some((fault) => fault.field === field);
  }

  protected mend(row: CheckedRow, change: { name?: string; email?: string }): void {
    this.touched.update((touched) => new Set(touched).add(row.index));
    this.rows().mend(row.index, change);
  }

  protected readonly byIndex = (_: number, row: CheckedRow): number => row.index;
}
