/** Per character, so that a final sigma folds like any other; the dotless i is a letter of its own. */
const foldCharacter = (character: string): string =>
  character === 'ı' ? character : character.toUpperCase().toLowerCase();

/**
 * What makes two e-mails the same: trimmed, NFC, case-folded. `a+x@…` is not `a@…`.
 * Only for comparing; mail goes to the address as typed.
 */
export const foldEmail = (email: string): string =>
  [...email.trim().normalize('NFC')].map(foldCharacter).join('').normalize('NFC');
