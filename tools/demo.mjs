// `npm run demo`, while `npm start` runs: fills a workspace through the same HTTP path that people take. Registers a
// brand, invites 30 creators, reads their mails, lets each go through the platform's own log-in and consent pages, and
// waits for the first refresh.
import { creators } from './demo/creators.mjs';
import { HttpBrowser } from './demo/http-browser.mjs';
import { connectLinkIn } from './demo/letters.mjs';
import { fail, readSettings } from './settings.mjs';

const linkage = await readSettings(({ readConfig }, environment) => readConfig(environment).publicUrl);
const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '');
const brand = {
  workspaceName: 'Nordlys Agency',
  name: 'Ingrid Solheim',
  email: `demo-${stamp}@nordlys.example`,
  password: 'midnight sun',
};

const json = async (answer) => {
  const body = await answer.json();
  if (!answer.ok) fail(`${answer.url}: ${body.detail ?? answer.status}`);
  return body;
};

/** Asks until `probe` gives something. */
const until = async (what, probe, seconds = 120) => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const found = await probe();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return fail(`${what} did not happen within ${seconds} s.`);
};

const about = await fetch(`${linkage}/api/about`).then(json, () =>
  fail(`Nothing answers at ${linkage}. Run "npm start" first, in another terminal.`),
);
if (about.mode !== 'demo' || !about.mailboxUrl || !about.sandboxUrl)
  fail(
    'The demo needs the mailbox and the platform sandbox: start Linkage without LINKAGE_MODE=production and LINKAGE_SMTP_URL.',
  );

const desk = new HttpBrowser(linkage);
await json(await desk.post('/api/registration', brand));
console.log(`Registered ${brand.workspaceName}.`);

/** The creator's side: mail, microsite, platform pages. */
const connect = async (creator, after) => {
  const link = await until(`The mail to ${creator.email}`, async () =>
    connectLinkIn(
      await json(await fetch(`${linkage}/mailbox/api/messages?to=${encodeURIComponent(creator.email)}`)),
      after,
    ),
  );
  const phone = new HttpBrowser(linkage);
  const outcomes = [];
  for (const { platform, as, decide = 'allow' } of creator.connects) {
    const { authorizeUrl, attemptId } = await json(await phone.post(`/api/microsite/${link}/connections/${platform}`));
    await phone.consent(authorizeUrl, as, decide);
    const attempt = `/api/microsite/${link}/attempts/${attemptId}`;
    const { choice } = await json(await phone.get(attempt));
    if (choice) await json(await phone.post(`${attempt}/choice`, { accounts: choice.accounts.map(({ id }) => id) }));
    const outcome = await json(await phone.get(attempt));
    outcomes.push(`${platform} ${outcome.result}`);
  }
  return outcomes;
};

for (const [index, creator] of creators.entries()) {
  const { id: newest } = await json(await fetch(`${linkage}/mailbox/api/newest`));
  await json(await desk.post('/api/invitations', { name: creator.name, email: creator.email }));
  const outcomes = await connect(creator, newest);
  console.log(
    `  [${String(index + 1).padStart(2)}/${creators.length}] ${creator.name}: ${outcomes.join(', ') || 'invited'}`,
  );
}

console.log('Waiting for the first figures …');
const accounts = await until(
  'The first refresh',
  async () => {
    const { items } = await json(await desk.get('/api/accounts?limit=200'));
    return items.every(({ lastUpdatedAt, health }) => lastUpdatedAt !== null || health.state !== 'ok') && items;
  },
  300,
);

console.log(`
${creators.length} creators, ${accounts.length} accounts.

  ${linkage}/
  E-mail    ${brand.email}
  Password  ${brand.password}
`);
