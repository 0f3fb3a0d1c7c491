const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const TOP = /^(\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/iu;
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Whether a text looks like a complete e-mail address, international ones included. The server has the last word. */
export const looksLikeEmail = (text: string): boolean => {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (at < 1 || bytes(local) > 64 || bytes(text) > 254 || !LOCAL.test(local)) return false;
  const labels = domain.split('.');
  const top = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every((label) => LABEL.test(label) && label.length <= 63) && TOP.test(top);
};
