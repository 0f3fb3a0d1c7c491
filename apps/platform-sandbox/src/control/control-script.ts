/**
 * What the control page does in a browser: ticks, sends what a knob says, and reads a part anew when it has changed.
 */
export const controlScript = `'use strict';
const part = (name) => document.querySelector('[data-part="' + name + '"]');
const say = (text, bad) => {
  const box = document.querySelector('.say[role]');
  box.textContent = text; box.hidden = !text; box.classList.toggle('bad', bad);
};

async function send(method, path, body) {
  try {
    const answer = await fetch(path, body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    say(answer.ok ? '' : (await answer.json()).error, !answer.ok);
  } catch { say('The sandbox does not answer. Is it still running?', true); }
}

document.addEventListener('click', (event) => {
  const { method, path, body } = event.target.closest('button[data-path]')?.dataset ?? {};
  if (path) send(method, path, body && JSON.parse(body));
});

document.addEventListener('submit', (event) => {
  event.preventDefault();
  if (event.target.matches('[data-find]')) return;
  const form = event.target, values = new FormData(form);
  if (form.dataset.fault) {
    send('PUT', '/control/api/faults/' + form.dataset.fault, { kind: values.get('kind'), calls: values.get('calls') ? Number(values.get('calls')) : null, host: values.get('host') || null, path: values.get('path') || null, person: values.get('person')?.replace(/^@/, '') || null });
  } else send('POST', '/control/api/clock', { set: values.get('at') + ':00Z' });
});

// Search and tabs stay when the list is read anew.
const find = document.querySelector('[data-find]');
const tabs = [...find.querySelectorAll('[data-tab]')];
function filterPeople() {
  const words = find.elements.q.value.trim().toLowerCase().split(/\\s+/).filter(Boolean), tab = tabs.find((one) => one.getAttribute('aria-pressed') === 'true').dataset.tab;
  let found = 0;
  for (const block of part('people').querySelectorAll('[data-platform]')) {
    let here = 0;
    for (const row of block.querySelectorAll('[data-person]')) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) here += 1;
    }
    block.hidden = (tab && block.dataset.platform !== tab) || (words.length > 0 && here === 0);
    if (words.length && here) block.querySelector('details').open = true;
    if (!block.hidden) found += here;
  }
  find.querySelector('[data-found]').textContent = words.length ? (found === 0 ? 'No person has these words.' : found + (found === 1 ? ' person' : ' people')) : '';
}
find.addEventListener('input', filterPeople);
for (const tab of tabs) tab.addEventListener('click', () => {
  for (const one of tabs) one.setAttribute('aria-pressed', String(one === tab));
  filterPeople();
});

const reading = new Set();
async function refresh(name) {
  if (reading.has(name)) return;
  reading.add(name);
  await new Promise((done) => setTimeout(done, 120));
  reading.delete(name);
  const answer = await fetch('/control/parts/' + name);
  if (!answer.ok) return;
  const place = part(name), open = [...place.querySelectorAll('details[open]')].map(({ id }) => id);
  const buttons = () => [...place.querySelectorAll('button')], focused = buttons().indexOf(document.activeElement), was = document.activeElement?.dataset;
  place.innerHTML = await answer.text();
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused >= 0) (buttons().find(({ dataset }) => dataset.path && dataset.path === was.path && dataset.body === was.body) ?? buttons()[focused])?.focus();
  if (name === 'clock') anchor();
  if (name === 'people') filterPeople();
}

// The clock's face goes on by itself between two events.
const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, timeZone: 'UTC' });
let shown, since;
function anchor() { shown = Date.parse(part('clock').querySelector('time').dateTime); since = performance.now(); }
setInterval(() => {
  const face = part('clock').querySelector('time');
  if (face.dataset.running === 'true') face.textContent = format.format(shown + performance.now() - since).replaceAll(',', '') + ' UTC';
}, 250);
anchor();

const changes = new EventSource('/control/api/stream');
for (const name of ['clock', 'faults', 'people', 'calls', 'app']) changes.addEventListener(name, () => refresh(name));
changes.addEventListener('clock', () => refresh('people'));
changes.addEventListener('open', () => say('', false));
changes.addEventListener('error', () => say('The sandbox does not answer. Is it still running?', true));
`;
