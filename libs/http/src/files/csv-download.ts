import { Readable } from 'node:stream';
import { applyDecorators, type Logger } from '@nestjs/common';
import { ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import type { CsvColumns } from '@linkage/contracts';
import type { FastifyReply } from 'fastify';
import { BYTE_ORDER_MARK, csvLine } from './csv';
import { downloadHeaders, downloadName } from './download';

/** A CSV file as a route's only answer, as the OpenAPI document says it. */
export const ApiCsvFile = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'bom', required: false, enum: ['1'], description: 'Begin the file with a byte order mark' }),
    ApiOkResponse({ description: 'The file', content: { 'text/csv': { schema: { type: 'string' } } } }),
  );

export interface CsvDownload<Item> {
  /** Parts of the file's name, which ends on the day. */
  readonly name: readonly string[];
  readonly at: Date;
  readonly columns: CsvColumns<Item>;
  readonly pages: AsyncIterable<readonly Item[]>;
  /** Begin with the byte order mark, by which some spreadsheets know UTF-8. */
  readonly mark: boolean;
  readonly logger: Logger;
}

async function* written<Item>(
  { columns, mark }: CsvDownload<Item>,
  pages: AsyncIterable<readonly Item[]>,
): AsyncGenerator<string> {
  yield `${mark ? BYTE_ORDER_MARK : ''}${csvLine(columns.map(([name]) => name))}`;
  for await (const items of pages)
    if (items.length > 0) yield items.map((item) => csvLine(columns.map(([, of]) => of(item)))).join('');
}

/** The first is read already: what is refused is said before the answer begins. */
async function begun<Item>(pages: AsyncIterable<readonly Item[]>): Promise<AsyncIterable<readonly Item[]>> {
  const rest = pages[Symbol.asyncIterator]();
  const first = await rest.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => rest };
  })();
}

/**
 * Pages are read as fast as the browser takes them. What fails half-way breaks the line off, so that a part is not
 * taken for the whole.
 */
export const sendCsv = async <Item>(reply: FastifyReply, download: CsvDownload<Item>): Promise<void> => {
  const { name, at, logger } = download;
  const body = Readable.from(written(download, await begun(download.pages)), { objectMode: false });
  body.on('error', (error) => logger.error({ msg: 'an export broke off', err: error }));
  const fileName = downloadName([...name, at.toISOString().slice(0, 10)], 'csv');
  await reply.headers(downloadHeaders('text/csv; charset=utf-8', fileName)).send(body);
};
