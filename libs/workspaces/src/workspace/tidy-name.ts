import { unsuitableName } from './workspace.errors';

/** Control characters, halves of characters, line ends, and marks that turn the direction of the text behind them. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E]/u;
const somethingVisible = /[^\p{White_Space}\p{Cf}]/u;

/** Checked here, too, because a text without a bound must not be normalised. */
const LONGEST_NAME = 200;

/** The name as typed, in NFC and without white space around it. @throws invalid-request, naming `field` */
export const tidyName = (typed: string, field: string, whenEmpty: string): string => {
  if (typed.length > LONGEST_NAME) throw unsuitableName(field, `Use at most ${LONGEST_NAME} characters.`);
  const name = typed.normalize('NFC').trim();
  if (!somethingVisible.test(name)) throw unsuitableName(field, whenEmpty);
  if (unprintable.test(name))
    throw unsuitableName(field, 'The name holds characters that cannot be shown. Type it again without line breaks.');
  return name;
};
