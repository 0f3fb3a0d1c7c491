import { ImportRefused } from './log-line';

/** A longer line means the file is no export. */
const LONGEST = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** Only `\n` ends a line: other Unicode line ends may stand within JSON. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      [rest, length, from] = [[], 0, end + 1];
    }
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST)
      throw new ImportRefused('The file has a line that is longer than any fact. It is no export of a Linkage log.');
  }
  if (length > 0) yield Buffer.concat(rest).toString('utf8');
}
