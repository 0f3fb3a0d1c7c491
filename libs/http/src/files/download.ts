/** `history-nordlys-agency-2026-11-25.csv`; letters of any script, nothing that a file name must not hold. */
export const downloadName = (parts: readonly string[], ending: string): string =>
  `${parts
    .map(plain)
    .filter((part) => part !== '')
    .join('-')}.${ending}`;

const LONGEST_PART = 60;

const plain = (part: string): string =>
  part
    .slice(0, LONGEST_PART)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_PART);

/** RFC 6266: the name in ASCII, and as it is. */
export const attachment = (fileName: string): string =>
  `attachment; filename="${fileName.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;

/** What a browser is told of a file that was made for this request alone. */
export const downloadHeaders = (contentType: string, fileName: string): Record<string, string> => ({
  'content-type': contentType,
  'content-disposition': attachment(fileName),
  'cache-control': 'no-store',
});
