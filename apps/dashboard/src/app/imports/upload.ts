import { signal } from '@angular/core';
import { toApiError, type ApiError, type InvitationsApi } from '@linkage/api-client';
import { MOST_ROWS_IN_PART, type CreatorRow, type ImportAccepted } from '@linkage/contracts';
import { firstValueFrom } from 'rxjs';
import type { MessageFields } from '../messages';
import { newUuid } from '../base/new-uuid';

const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 8_000];

const partsOf = (rows: readonly CreatorRow[]): CreatorRow[][] =>
  Array.from({ length: Math.ceil(rows.length / MOST_ROWS_IN_PART) }, (_, part) =>
    rows.slice(part * MOST_ROWS_IN_PART, (part + 1) * MOST_ROWS_IN_PART),
  );

/** Nothing was decided: a moment later it may go through. */
const isPassing = ({ status }: ApiError): boolean => status === 0 || status >= 500;

/**
 * The way of a file's rows to the server. Each piece may be sent again, under the same id, so a server that goes away
 * for a moment loses nothing.
 */
export class Upload {
  readonly importId = newUuid();
  /** Rows that are safe with the server, though no creator is invited yet. */
  readonly uploaded = signal(0);
  /** The server did not answer, and is asked again. */
  readonly waiting = signal(false);

  constructor(private readonly api: InvitationsApi) {}

  /** @throws ApiError rows-refused, and others that trying again does not mend */
  async send(fileName: string, rows: readonly CreatorRow[], message: MessageFields = {}): Promise<ImportAccepted> {
    const parts = partsOf(rows);
    this.uploaded.set(0);
    for (const [part, some] of parts.entries()) {
      await this.persist(() => firstValueFrom(this.api.uploadRows(this.importId, part, { rows: some })));
      this.uploaded.update((count) => count + some.length);
    }
    const request = { fileName: fileName.slice(-255), parts: parts.length, ...message };
    return this.persist(() => firstValueFrom(this.api.startImport(this.importId, request)));
  }

  private async persist<T>(ask: () => Promise<T>): Promise<T> {
    for (const pause of [...PAUSES_MS, null]) {
      try {
        const answer = await ask();
        this.waiting.set(false);
        return answer;
      } catch (thrown) {
        const error = toApiError(thrown);
        if (pause === null || !isPassing(error)) throw error;
        this.waiting.set(true);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    throw new Error('unreachable: the last try returns or throws');
  }
}
