import type { AttemptItem, CsvColumns, exportedColumns } from '@linkage/contracts';

type Cell = (item: AttemptItem) => string | number | null;
const named = (name: (typeof exportedColumns.attempts)[number], of: Cell): readonly [string, Cell] => [name, of];

/** One line for each attempt. */
export const attemptColumns: CsvColumns<AttemptItem> = [
  named('creator', ({ creatorName }) => creatorName),
  named('email', ({ creatorEmail }) => creatorEmail),
  named('platform', ({ platform }) => platform),
  named('started at', ({ startedAt }) => startedAt),
  named('result', ({ result }) => result),
  named('step', ({ step }) => step),
  named('reason', ({ reason }) => reason),
  named('what', ({ what }) => what),
  named('help', ({ help }) => help),
  named('tries', ({ tries }) => tries),
  named('connected since', ({ connectedSince }) => connectedSince),
  named('attempt id', ({ attemptId }) => attemptId),
  named('invitation id', ({ invitationId }) => invitationId),
];
