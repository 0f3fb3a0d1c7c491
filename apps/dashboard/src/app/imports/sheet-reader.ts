import { brokenQuotes, faultsOf, likelyEmail, rowKey } from '@linkage/contracts';
import {
  creatorRows,
  foreignSize,
  readCreatorFile,
  type Columns,
  type CreatorFile,
  type ReadRow,
} from '@linkage/contracts/creator-file';
import type { Answered, Asked, Sheet, SheetRow } from './sheet';

const SAMPLES = 3;

const judged = ({ line, name, email, notes, broken }: ReadRow): SheetRow => {
  const faults = [...(broken ? [brokenQuotes] : []), ...faultsOf({ name, email })];
  const doubt = faults.some(({ field }) => field === 'email') ? null : likelyEmail(email);
  return { line, name, email, notes, faults, key: rowKey({ email }), doubt };
};

const sheetOf = (file: CreatorFile, columns: Columns, sure: boolean): Sheet => {
  const { table, encoding, delimiter } = file;
  const width = Math.max(...table.rows.slice(0, 200).map(({ cells }) => cells.length));
  const [first] = table.rows;
  const body = table.rows.slice(columns.header ? 1 : 0, SAMPLES + 1);
  const all = Array.from({ length: width }, (_, column) => column);
  return {
    encoding,
    delimiter,
    columns,
    sure,
    labels: all.map((column) => (columns.header && first?.cells[column]?.trim()) || `Column ${column + 1}`),
    samples: all.map((column) => body.slice(0, SAMPLES).map(({ cells }) => cells[column] ?? '')),
    rows: creatorRows(file, columns).map(judged),
  };
};

/** Reads a file once, and again with other columns. */
export class SheetReader {
  private file: CreatorFile | undefined;

  async answer(asked: Asked): Promise<Answered> {
    if ('columns' in asked) {
      if (this.file === undefined) throw new Error('Columns of a file that was not read');
      return { sheet: sheetOf(this.file, asked.columns, true) };
    }
    const tooLarge = foreignSize(asked.file.size);
    if (tooLarge) return { refused: tooLarge };
    const outcome = readCreatorFile(new Uint8Array(await asked.file.arrayBuffer()));
    if ('refused' in outcome) return outcome;
    this.file = outcome.file;
    return { sheet: sheetOf(outcome.file, outcome.file.columns, outcome.file.sure) };
  }
}
