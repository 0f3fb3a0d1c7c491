/**
 * The part of a letter's link that opens the microsite; of the newest letter that came after the one with the id
 * `after`: another run wrote to the same creators.
 */
export const connectLinkIn = (letters, after) => {
  const [newest] = letters.filter(({ id }) => Number(id) > Number(after));
  return newest?.links.map((url) => /\/connect\/([^/?#]+)/.exec(url)?.[1]).find(Boolean);
};
