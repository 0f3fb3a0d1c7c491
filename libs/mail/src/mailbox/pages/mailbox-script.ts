/**
 * The list looks for new mail and takes the new list in place, so that focus and scroll stay. Times are shown in the
 * reader's zone. Plain JavaScript, served as it stands.
 */
export const mailboxScript = `'use strict';
const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const zone = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const showTimes = () => {
  for (const time of document.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    time.textContent = local.format(at);
    time.title = zone.format(at);
  }
};
showTimes();

const look = async () => {
  const list = document.getElementById('list');
  if (!list || !list.dataset.newest) return;
  try {
    if (!document.hidden) {
      const { id } = await (await fetch('/mailbox/api/newest')).json();
      if (id !== list.dataset.newest) {
        const page = new DOMParser().parseFromString(await (await fetch('/mailbox')).text(), 'text/html');
        const focused = document.activeElement?.getAttribute('href');
        list.replaceWith(page.getElementById('list'));
        showTimes();
        if (focused) document.querySelector('#list a[href="' + CSS.escape(focused).replaceAll('\\\\/', '/') + '"]')?.focus();
        document.getElementById('news').textContent = 'New mail has arrived.';
      }
    }
  } catch {
    // The server is away for a moment: look again later.
  }
  setTimeout(look, 2000);
};
setTimeout(look, 2000);
`;
