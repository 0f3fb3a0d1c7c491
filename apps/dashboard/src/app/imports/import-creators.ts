import {
  Component,
  DOCUMENT,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Banner, Icon, formatExact } from '@linkage/ui';
import { whileShown } from '../base/while-shown';
import { Changes } from '../shared/changes/changes';
import { MessageEditor, MessageTools } from '../messages';
import { CheckRows } from './check-rows';
import { ChooseColumns } from './choose-columns';
import { ChooseFile } from './choose-file';
import { faultyRowsFile } from './csv-files';
import { save } from '../base/save';
import { FileReading } from './file-reading';
import { ImportReport } from './import-report';
import { ServerClock } from '../base/server-clock';
import { NoMails } from '../shared/session/no-mails';
import { PlanNotice } from '../shared/plan/plan-notice';
import { PlanStore } from '../shared/plan/plan-store';
import { ImportState } from './import-state';

const delimiterWords = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' } as const;
const counted = (count: number, one: string): string => `${formatExact(count)} ${one}${count === 1 ? '' : 's'}`;

/** Invite many creators by a file: choose, check every row, confirm, upload, report. */
@Component({
  selector: 'app-import-creators',
  imports: [
    Banner,
    CheckRows,
    ChooseColumns,
    ChooseFile,
    Icon,
    ImportReport,
    MessageEditor,
    MessageTools,
    NoMails,
    PlanNotice,
  ],
  templateUrl: './import-creators.html',
  styleUrls: ['../base/dialog.css', './import-creators.css'],
  host: { tabindex: '-1' },
})
export class ImportCreators {
  private readonly dialog = inject<MatDialogRef<unknown>>(MatDialogRef);
  private readonly changes = inject(Changes);
  private readonly page = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly columns = viewChild(ChooseColumns);
  protected readonly state = new ImportState();
  protected readonly sendsMail = inject(ServerClock).sendsMail;
  private readonly plan = inject(PlanStore);
  /** No new creator can be invited. */
  protected readonly hasEnded = computed(() => this.plan.end() !== undefined);
  protected readonly exact = formatExact;
  protected readonly counted = counted;
  /** It is what the dialog shows. */
  readonly shown = input(true);
  readonly left = output();
  readonly unsaved = this.state.unsaved;
  protected readonly counts = computed(() => this.state.rows()?.counts() ?? { all: 0, faulty: 0, ready: 0, out: 0 });
  protected readonly told = computed(() => {
    const sheet = this.state.sheet();
    if (sheet === null) return '';
    const lines = [sheet.rows[0]?.line, sheet.rows.at(-1)?.line].filter((line) => line !== undefined);
    const { length } = sheet.rows;
    return `${counted(length, 'row')} · ${delimiterWords[sheet.delimiter]}, ${sheet.encoding} · lines ${lines.join('–')}`;
  });
  /** Why not all of them can be sent; null: they can. */
  protected readonly obstacle = computed(() => {
    const { all, faulty } = this.counts();
    if (all === 0) return 'No row is left to send.';
    return faulty === 0 ? null : `Fix or leave out ${counted(faulty, 'row')} to send all ${this.exact(all)}.`;
  });

  constructor() {
    effect(() => {
      for (const [step, panel] of [
        ['check', 'wide'],
        ['message', 'writing'],
      ] as const)
        if (this.shown() && this.state.step() === step) this.dialog.addPanelClass(panel);
        else this.dialog.removePanelClass(panel);
    });
    effect(() => {
      this.state.step();
      afterNextRender(() => this.keepFocus(), { injector: this.injector });
    });
    const reading = inject(FileReading);
    whileShown(() => reading.end());
  }

  /** The button that led to this step is gone: keys go on working within the dialog. */
  private keepFocus(): void {
    if (this.page.activeElement === this.page.body) this.host.focus();
  }

  protected useColumns(): void {
    const columns = this.columns()?.columns();
    if (columns) void this.state.useColumns(columns);
  }

  protected sendGood(): void {
    this.state.rows()?.leaveFaulty();
    this.state.write();
  }

  protected async send(): Promise<void> {
    await this.state.send();
    this.changes.announce('invitations');
  }

  protected downloadFaulty(): void {
    const rows = this.state.rows();
    if (rows) save(faultyRowsFile(rows), `to-fix-${this.state.fileName().replace(/\.\w+$/, '')}.csv`, this.page);
  }
}
