import type { FactToStore, StoredFact } from '../facts/stored-fact';

export interface LineFact extends FactToStore {
  readonly stream: string;
  readonly revision: number;
}

export class ImportRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImportRefused';
  }
}

const FORMAT = 'linkage-log';
const VERSION = 1;
const BYTE_ORDER_MARK = /^\uFEFF/;

export const headerLine = (): string => JSON.stringify({ format: FORMAT, version: VERSION });

/** Without this last line the file was cut off. */
export const closingLine = (facts: number): string => JSON.stringify({ end: true, facts });

export const toLine = ({ stream, revision, id, type, data, meta }: StoredFact): string =>
  JSON.stringify({ stream, revision, id, type, data, meta });

export const readHeader = (text: string | undefined): void => {
  const header = text === undefined ? undefined : parsed(text.replace(BYTE_ORDER_MARK, ''));
  if (header?.['format'] !== FORMAT)
    throw new ImportRefused(
      'Line 1: this is no export of a Linkage log. Make one with: npm run linkage -- export-log <file>',
    );
  const version = header['version'];
  if (version !== VERSION) {
    throw new ImportRefused(
      `Line 1: the export has format version ${String(version)}, this Linkage reads version ${VERSION}. Import it with the Linkage that wrote it, or a newer one.`,
    );
  }
};

export const readLine = (text: string, line: number): LineFact | number => {
  const value = parsed(text);
  if (value?.['end'] === true && Number.isSafeInteger(value['facts'])) return value['facts'] as number;
  const wrong = value ? wrongField(value) : 'it is no JSON object';
  if (wrong)
    throw new ImportRefused(`Line ${line} is broken: ${wrong}. It was changed or cut off; make the export again.`);
  return value as unknown as LineFact;
};

type Value = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const parsed = (text: string): Value | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const wrongField = ({ stream, revision, id, type, data, meta }: Value): string | undefined => {
  if (!isText(stream)) return 'it names no stream';
  if (!Number.isSafeInteger(revision) || (revision as number) < 0) return 'its revision is no number from 0';
  if (typeof id !== 'string' || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return 'its id is no UUID';
  if (!isText(type) || (type as string).startsWith('$')) return 'it names no fact type';
  if (!isObject(data)) return 'it has no data';
  return isObject(meta) ? wrongMeta(meta) : 'it has no meta';
};

const wrongMeta = ({ v, at, ws, actor, cor, cau }: Value): string | undefined => {
  if (!Number.isSafeInteger(v)) return 'meta.v is no version';
  if (!isText(at) || Number.isNaN(Date.parse(at as string))) return 'meta.at is no time';
  if (!isText(ws)) return 'meta.ws names no workspace';
  if (!isObject(actor) || !isText(actor['kind']) || !isText(actor['id'])) return 'meta.actor names no actor';
  return isText(cor) && (cau === null || isText(cau)) ? undefined : 'meta.cor or meta.cau is no id';
};
