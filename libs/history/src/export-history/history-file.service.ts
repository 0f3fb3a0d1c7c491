import { sentenceText, type HistoryExportFormat, type HistoryItem } from '@linkage/contracts';
import { BYTE_ORDER_MARK, csvLine } from '@linkage/http';

/** How a file of the history is written. */
export interface HistoryFile {
  readonly contentType: string;
  readonly head: string;
  line(item: HistoryItem): string;
}

const columns: readonly (readonly [name: string, of: (item: HistoryItem) => string | number | null])[] = [
  ['time', ({ at }) => at],
  ['kind', ({ kind }) => kind],
  ['what', ({ sentence }) => sentenceText(sentence)],
  ['detail', ({ detail }) => detail],
  ['actor', ({ actor }) => actor.name],
  ['actor kind', ({ actor }) => actor.kind],
  ['actor id', ({ actor }) => actor.id],
  ['person', ({ person }) => person?.name ?? null],
  ['person id', ({ person }) => person?.personId ?? null],
  ['platform', ({ platform }) => platform],
  ['account id', ({ subjects }) => subjects.accountId],
  ['attempt id', ({ subjects }) => subjects.attemptId],
  ['fact', ({ type }) => type],
  ['fact id', ({ factId }) => factId],
  ['correlation id', ({ correlationId }) => correlationId],
  ['causation id', ({ causationId }) => causationId],
  ['stream', ({ stream }) => stream],
  ['revision', ({ revision }) => revision],
];

/** `mark`: begin with the byte order mark, by which some spreadsheets know UTF-8. */
export const historyFile = (format: HistoryExportFormat, mark: boolean): HistoryFile =>
  format === 'ndjson'
    ? {
        contentType: 'application/x-ndjson; charset=utf-8',
        head: '',
        line: (item) => `${JSON.stringify({ ...item, text: sentenceText(item.sentence) })}\n`,
      }
    : {
        contentType: 'text/csv; charset=utf-8',
        head: `${mark ? BYTE_ORDER_MARK : ''}${csvLine(columns.map(([name]) => name))}`,
        line: (item) => csvLine(columns.map(([, of]) => of(item))),
      };
