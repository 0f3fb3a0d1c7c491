import { Readable } from 'node:stream';
import type { Logger } from '@nestjs/common';
import type { CsvColumns } from '@linkage/contracts';
import type { FastifyReply } from 'fastify';
import { BYTE_ORDER_MARK, csvLine } from './csv';
import { downloadHeaders } from './download';

export interface CsvDownload<Item> {
  readonly fileName: string;
  readonly columns: CsvColumns<Item>;
  readonly pages: AsyncIterable<readonly Item[]>;
  /** Begin with the byte order mark, by which some spreadsheets know UTF-8. */
  readonly mark: boolean;
  readonly logger: Logger;
}

async function* written<Item>({ columns, pages, mark }: CsvDownload<Item>): AsyncGenerator<string> {
  yield `${mark ? BYTE_ORDER_MARK : ''}${csvLine(columns.map(([name]) => name))}`;
  for await (const items of pages)
    if (items.length > 0) yield items.map((item) => csvLine(columns.map(([, of]) => of(item)))).join('');
}

/** Pages are read as fast as the browser takes them. What fails half-way breaks the line off, so that a part is not taken for the whole. */
export const sendCsv = async <Item>(reply: FastifyReply, download: CsvDownload<Item>): Promise<void> => {
  const body = Readable.from(written(download), { objectMode: false });
  body.on('error', (error) => download.logger.error({ msg: 'an export broke off', err: error }));
  await reply.headers(downloadHeaders('text/csv; charset=utf-8', download.fileName)).send(body);
};
