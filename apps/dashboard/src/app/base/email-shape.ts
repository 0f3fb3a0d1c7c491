/** Controls, invisible marks, halves of characters and every kind of space. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u;
const WORD = String.raw`[^\x00-\x7f]|[a-z\d!#$%&'*+\-/=?^_\x60{|}~]`;
const LOCAL = new RegExp(String.raw`^(?:(?:${WORD})+(?:\.(?:${WORD})+)*|"(?:[^"\\]|\\.)+")$`, 'iu');
/** Letters of any script with their marks; no full-width forms. */
const LABEL = /^(?![-])[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u;
const TOP = /^(?:[\p{L}\p{M}]{2,}|xn--[a-z\d-]+)$/iu;
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Whether a trimmed text looks like a complete e-mail address, international ones included. The server has the last word. */
export const looksLikeEmail = (text: string): boolean => {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (at < 1 || unseen.test(text) || bytes(local) > 64 || bytes(text) > 254 || !LOCAL.test(local)) return false;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && TOP.test(labels.at(-1) ?? '');
};
