const LONGEST = 300;

/** What a mail server wrote, as a line of text: no codes, no addresses, nothing that cannot be seen. */
export const serverWords = (response: string): string => {
  const text = response
    .split(/\r?\n/)
    .map((line) => line.replace(/^\d{3}[ -]?(?:[245]\.\d{1,3}\.\d{1,3}\b)?/, ''))
    .join(' ')
    // Lines that a report has folded into one.
    .replace(/\s[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3}\s/g, ' ')
    .replace(/<[^<>\s]*@[^<>\s]*>|[^\s<>@/:;,()"']+@[^\s<>@/;,()"']+/gu, '…')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
};
