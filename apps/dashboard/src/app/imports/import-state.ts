import { computed, effect, inject, signal } from '@angular/core';
import { InvitationsApi, toApiError, type ApiError } from '@linkage/api-client';
import { MOST_ROWS_IN_PART, type ImportAccepted } from '@linkage/contracts';
import type { Columns, FileRefusal } from '@linkage/contracts/creator-file';
import { firstValueFrom } from 'rxjs';
import { Drafts } from '../shared/drafts/drafts';
import { MessageDraft, type MessageReader } from '../messages';
import { CheckedRows } from './checked-rows';
import { FileReading } from './file-reading';
import type { Asked, Sheet } from './sheet';
import { Upload } from './upload';

export type ImportStep = 'file' | 'reading' | 'columns' | 'check' | 'message' | 'confirm' | 'sending' | 'report';

/** Under this name the message for a file is kept, over a page that is loaded again. */
export const CSV_MESSAGE_DRAFT = 'csv-message';

/** One file on its way to invitations. */
export class ImportState {
  private readonly api = inject(InvitationsApi);
  private readonly reading = inject(FileReading);
  readonly upload = signal(new Upload(this.api));
  readonly step = signal<ImportStep>('file');
  readonly fileName = signal('');
  readonly sheet = signal<Sheet | null>(null);
  readonly rows = signal<CheckedRows | null>(null);
  readonly refused = signal<FileRefusal | null>(null);
  /** E-mails that the server was asked about; null: all of them. */
  readonly asked = signal<number | null>(null);
  readonly unsent = signal<ApiError | null>(null);
  readonly accepted = signal<ImportAccepted | null>(null);
  /** What the mails of all rows say. */
  readonly message = new MessageDraft();
  /** The first recipient, to see the mail with. */
  readonly reader = computed<MessageReader>(() => {
    const { name = '', email = '' } = this.rows()?.ready()[0] ?? {};
    return { name, email };
  });
  /** A file was chosen and is not sent: closing would lose what was mended. */
  readonly unsaved = computed(() => ['columns', 'check', 'message', 'confirm', 'sending'].includes(this.step()));

  private readonly drafts = inject(Drafts);

  constructor() {
    this.message.restore(this.drafts.read(CSV_MESSAGE_DRAFT));
    effect(() => {
      const { messageSubject, messageText } = this.message.kept();
      this.drafts.keep(CSV_MESSAGE_DRAFT, messageText === undefined ? undefined : { messageSubject, messageText });
    });
  }

  async choose(file: File): Promise<void> {
    this.fileName.set(file.name);
    this.upload.set(new Upload(this.api));
    await this.read({ file });
  }

  async useColumns(columns: Columns): Promise<void> {
    await this.read({ columns });
  }

  startOver(): void {
    this.reading.end();
    this.refused.set(null);
    this.step.set('file');
  }

  write(): void {
    this.message.look();
    void this.message.load();
    this.step.set('message');
  }

  async send(): Promise<void> {
    const rows = this.rows()?.ready() ?? [];
    this.unsent.set(null);
    this.step.set('sending');
    try {
      this.accepted.set(await this.upload().send(this.fileName(), rows, this.message.request()));
      this.drafts.keep(CSV_MESSAGE_DRAFT, undefined);
      this.step.set('report');
    } catch (thrown) {
      const error = toApiError(thrown);
      if (error.code === 'rows-refused') await this.askServer();
      this.unsent.set(error);
      this.step.set(error.code === 'rows-refused' ? 'check' : 'confirm');
    }
  }

  /** Which e-mails were invited before; as many at once as the server takes. */
  async askServer(): Promise<void> {
    const rows = this.rows();
    if (rows === null) return;
    const emails = rows.emails();
    for (let from = 0; from < emails.length; from += MOST_ROWS_IN_PART) {
      this.asked.set(from);
      const some = emails.slice(from, from + MOST_ROWS_IN_PART);
      try {
        const { invited, optedOut } = await firstValueFrom(this.api.invitedBefore(some.map(({ email }) => email)));
        if (this.rows() !== rows) return;
        const keysOf = (places: readonly number[]) => places.flatMap((index) => some[index]?.key ?? []);
        rows.knowBarred(keysOf(invited), keysOf(optedOut));
      } catch {
        // What is not known here is refused when the rows are sent, and said then.
        break;
      }
    }
    this.asked.set(null);
  }

  private async read(asked: Asked): Promise<void> {
    this.step.set('reading');
    this.refused.set(null);
    this.unsent.set(null);
    const answer = await this.reading.ask(asked);
    if (this.step() !== 'reading') return;
    if ('refused' in answer) {
      this.refused.set(answer.refused);
      this.step.set('file');
      return;
    }
    this.sheet.set(answer.sheet);
    this.rows.set(new CheckedRows(answer.sheet.rows));
    this.step.set(answer.sheet.sure ? 'check' : 'columns');
    if (answer.sheet.sure) await this.askServer();
  }
}
