export type Encoding =
  | 'UTF-8'
  | 'UTF-16'
  | 'Windows-1252'
  | 'Mac Roman'
  | 'Windows-1250'
  | 'Windows-1254'
  | 'ISO-8859-2'
  | 'Shift_JIS'
  | 'ISO-2022-JP';

/** `unclear`: words of which another encoding would make other ones that are as likely. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly unclear: readonly string[];
}
