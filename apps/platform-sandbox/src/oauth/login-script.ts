/** Finds one among hundreds on the log-in page. Without it the page shows them all. */
export const loginScript = `'use strict';
const box = document.querySelector('[data-find]'), said = document.querySelector('[data-found]');
box.parentElement.hidden = false;
box.addEventListener('input', () => {
  const words = box.value.trim().toLowerCase().split(/\\s+/).filter(Boolean);
  let found = 0;
  for (const row of document.querySelectorAll('.who li')) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) found += 1;
  }
  for (const fold of document.querySelectorAll('details')) fold.open = words.length > 0;
  said.textContent = words.length === 0 ? '' : found === 0 ? 'No person has these words.' : found + (found === 1 ? ' person' : ' people');
});
`;
