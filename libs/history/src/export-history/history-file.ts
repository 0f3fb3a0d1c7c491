import { sentenceText, type HistoryExportFormat, type HistoryItem } from '@linkage/contracts';
import { csvLine } from './csv';

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
export const historyFile = (format: HistoryExportFormat, mark: boolean): HistoryFile => (format === 'ndjson'
  ? { contentType: 'application/x-ndjson; charset=utf-8', head: '', line: (item) => `${JSON.stringify({ ...item, text: sentenceText(item.sentence) })}\n` }
  : {
    contentType: 'text/csv; charset=utf-8',
    head: `${mark ? '\uFEFF' : ''}${csvLine(columns.map(([name]) => name))}`,
    line: (item) => csvLine(columns.map(([, of]) => of(item))),
  });

/** `history-nordlys-agency-2026-11-25.csv`; letters of any script, nothing that a file name must not hold. */
export const historyFileName = (workspaceName: string, date: string, format: HistoryExportFormat): string => {
  const name = workspaceName.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  return `${['history', name, date].filter((part) => part !== '').join('-')}.${format}`;
};

/** RFC 6266: the name in ASCII, and as it is. */
export const attachment = (fileName: string): string =>
  `attachment; filename="${fileName.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
