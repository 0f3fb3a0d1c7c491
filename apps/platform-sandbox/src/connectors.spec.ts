import {
  createConnectors,
  isLoss,
  sandboxClient,
  sandboxHosts,
  type Read,
  type UnexpectedAnswer,
} from '@linkage/platforms';
import { platformIds, type Figure, type PlatformId } from '@linkage/platform-guide';
import {
  connectorContract,
  contractCases,
  goThroughConsent,
  grantOf,
  readingOf,
  troubleOfCall,
  type ContractSubject,
} from '@linkage/platforms/testing';
import { facebook as facebookTraits } from './facebook/population';
import { startSandbox } from './server';

const day = 86_400_000;

/**
 * The connectors that talk to the real platforms, against the sandbox over HTTP. People act by its pages, tests by its
 * control API.
 */
async function subjectOf(platform: PlatformId): Promise<ContractSubject> {
  const { url, sandbox, close } = await startSandbox({ port: 0, holdMs: 2_000 });
  // Figures grow by the second: two readings are compared as of one moment.
  sandbox.clock.pause();
  const reports: UnexpectedAnswer[] = [];
  const now = (): Date => new Date(sandbox.clock.now());
  const control = async (method: string, path: string, body?: object): Promise<void> => {
    const answer = await fetch(`${url}/control/api/${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
  };
  return {
    reports,
    now,
    connector({ timeoutMs, clientSecret } = {}) {
      const settings = {
        ...sandboxClient,
        hosts: sandboxHosts(url)[platform],
        ...(clientSecret !== undefined && { clientSecret }),
      };
      const registry = createConnectors(
        { [platform]: settings },
        {
          clock: { now },
          report: (report) => void reports.push(report),
          ...(timeoutMs !== undefined && { timeoutMs }),
        },
      );
      return registry.find(platform)!;
    },
    advance: (ms) => control('POST', 'clock', { advanceMs: ms }),
    fault: ({ kind, times, host = null, path }) =>
      control('PUT', `faults/${platform}`, {
        kind,
        calls: times,
        host,
        path: path?.replace(':page', pageRead) ?? null,
      }),
    clearFaults: () => control('DELETE', `faults/${platform}`),
    end: (person, because) =>
      control('POST', `people/${platform}/${person}/${because === 'revoked' ? 'revoke' : 'change-password'}`),
    close,
  };
}

const idOfPage = (person: string): string =>
  facebookTraits.accounts('linkage').find((account) => account.person.id === person)?.pageId ?? '';
const pageRead = idOfPage(contractCases.facebook.people.sparing);

for (const platform of platformIds) connectorContract({ ...contractCases[platform], start: () => subjectOf(platform) });

describe('what only one platform does', () => {
  let subject: ContractSubject;
  afterEach(() => subject.close());

  it('YouTube: a used daily quota ends at midnight in Pacific time', async () => {
    subject = await subjectOf('youtube');
    const connector = subject.connector();
    const grant = await grantOf(connector, { person: 'luciaferngarden' });
    await subject.fault({ kind: 'quota', times: null, host: 'analytics' });
    const { ages } = await (await connector.open(grant)).audience();
    if (!isLoss(ages) || ages.retryAt === null) throw new Error('expected a quota that is used up');
    expect(ages.lost).toBe('app-over-cap');
    const hour = new Intl.DateTimeFormat('en', {
      timeZone: 'America/Los_Angeles',
      timeStyle: 'medium',
      hourCycle: 'h23',
    }).format(ages.retryAt);
    expect(hour).toBe('00:00:00');
    expect((await connector.identify(grant)).username).toBe('luciaferngarden');
  });

  it('YouTube: a new password leaves the access as it is', async () => {
    subject = await subjectOf('youtube');
    const connector = subject.connector();
    const grant = await grantOf(connector, { person: 'luciaferngarden' });
    await subject.end('luciaferngarden', 'password-changed');
    expect((await connector.identify(grant)).username).toBe('luciaferngarden');
  });

  it('YouTube: a channel may be unused, suspended or hide its subscribers', async () => {
    subject = await subjectOf('youtube');
    const connector = subject.connector();
    const unused = await grantOf(connector, { person: 'sam.neversigned' });
    expect(await troubleOfCall(connector.identify(unused))).toEqual({ outcome: 'not-eligible', reason: 'no-channel' });
    const suspended = await grantOf(connector, { person: 'seizedsignal' });
    expect(await troubleOfCall(connector.identify(suspended))).toEqual({
      outcome: 'needs-reauthorization',
      cause: 'account-gone',
    });
    const hidden = await grantOf(connector, { person: 'hiddenharbour' });
    expect((await readingOf(connector, hidden)).profile.figures.followers).toEqual({ is: 'not-offered' });
  });

  describe.each([
    ['cap', 'app-over-cap'],
    ['credits', 'app-out-of-credits'],
  ] as const)('X: under the fault %s', (kind, outcome) => {
    const open = async () => {
      subject = await subjectOf('twitter');
      const connector = subject.connector();
      return { connector, grant: await grantOf(connector, { person: 'hiddenharbour' }) };
    };

    it(`nothing is said against the account, and the operator hears ${outcome}`, async () => {
      const { connector, grant } = await open();
      await subject.fault({ kind, times: null });
      for (const ask of [() => connector.identify(grant), () => connector.open(grant)])
        expect((await troubleOfCall(ask())).outcome).toBe(outcome);
      expect(subject.reports.at(-1)).toMatchObject({ call: 'GET /2/users/me' });
      const stale = { ...grant, accessExpiresAt: subject.now().toISOString() };
      expect(await connector.refreshAccess(stale, subject.now())).not.toBeNull();
    });

    it.each(['/2/users/1', '/2/tweets'])('%s costs its posts or their impressions', async (path) => {
      const { connector, grant } = await open();
      await subject.fault({ kind, times: null, path });
      const { profile, batches } = await readingOf(connector, grant);
      expect(profile).toMatchObject({ username: 'hiddenharbour', email: { is: 'value' } });
      const [first] = batches.flatMap(({ posts }) => posts);
      if (path === '/2/tweets')
        expect(first?.figures).toMatchObject({ likes: { is: 'value' }, impressions: { lost: outcome } });
      expect(batches.flatMap(({ missing }) => missing.map(({ loss }) => loss.lost))).toEqual([outcome]);
      expect(batches.at(-1)?.end?.completeFor).toEqual([]);
    });
  });

  it('X: an account may be suspended, deactivated, protected, or told of in newer words', async () => {
    subject = await subjectOf('twitter');
    const connector = subject.connector();
    const troubleOf = async (person: string) => troubleOfCall(connector.identify(await grantOf(connector, { person })));
    expect(await troubleOf('seizedsignal')).toEqual({ outcome: 'needs-reauthorization', cause: 'account-gone' });
    expect(await troubleOf('gone_gwen')).toEqual({ outcome: 'gone' });
    for (const person of ['quietgarden', 'newwords_noa', 'chatty_carlos', 'bold_and_sons']) {
      const { profile, batches } = await readingOf(connector, await grantOf(connector, { person }));
      expect(profile.figures.tweets).toMatchObject({ is: 'value' });
      const posts = batches.flatMap((batch) => batch.posts);
      expect(posts.length).toBeGreaterThan(40);
      expect(posts.every(({ figures }) => !isLoss(figures.shares) && figures.shares?.is === 'value')).toBe(true);
      expect(JSON.stringify(posts)).not.toMatch(/&amp;|&lt;/);
    }
  });

  it('X: what is not read because it is older than X gives is not said to be gone', async () => {
    subject = await subjectOf('twitter');
    const connector = subject.connector();
    const { batches } = await readingOf(connector, await grantOf(connector, { person: 'dhakadiary' }));
    const oldest = batches.flatMap(({ posts }) => posts).at(-1);
    expect(batches.at(-1)?.end).toMatchObject({ since: oldest?.publishedAt });
  });

  it('X: a refresh token works once', async () => {
    subject = await subjectOf('twitter');
    const connector = subject.connector();
    const grant = await grantOf(connector, { person: 'sanamoves' });
    const stale = { ...grant, accessExpiresAt: subject.now().toISOString() };
    const next = await connector.refreshAccess(stale, subject.now());
    expect(next?.refreshToken).not.toBe(grant.refreshToken);
    expect(await troubleOfCall(connector.refreshAccess(stale, subject.now()))).toEqual({
      outcome: 'needs-reauthorization',
      cause: 'no-longer-valid',
    });
  });

  it('Instagram: a personal account can only cancel', async () => {
    subject = await subjectOf('instagram');
    expect((await goThroughConsent(subject.connector(), { person: 'mira.quiet' })).answer).toEqual({ denied: true });
  });

  it('Instagram: hidden likes are in the insights, and posts from before the professional account have none', async () => {
    subject = await subjectOf('instagram');
    const connector = subject.connector();
    const is = (figure: Read<Figure> | undefined) => (figure === undefined || isLoss(figure) ? undefined : figure.is);
    const read = async (person: string) => (await readingOf(connector, await grantOf(connector, { person }))).batches;
    const [newest] = await read('tanaka.no.niwa');
    expect(newest!.posts.filter(({ figures }) => is(figures.likes) === 'value').length).toBeGreaterThan(20);
    const posts = (await read('darya.pechet')).slice(0, 4).flatMap((batch) => batch.posts);
    expect(posts.some(({ figures }) => is(figures.reach) === 'not-offered')).toBe(true);
  });

  it('Instagram: stories come with the end of their day, and their few viewers are no trouble', async () => {
    subject = await subjectOf('instagram');
    const connector = subject.connector();
    const posts = async (person: string) =>
      (await readingOf(connector, await grantOf(connector, { person }))).batches.flatMap((batch) => batch.posts);
    const stories = (await posts('sana.moves')).filter(({ type }) => type === 'story');
    expect(stories.length).toBeGreaterThan(0);
    for (const story of stories)
      expect(Date.parse(story.expiresAt!) - Date.parse(story.publishedAt as string)).toBe(day);
    expect((await posts('tiny.tinsmith')).length).toBeGreaterThan(0);
  });

  it('YouTube: a log-in with brand accounts says as which it goes on, and the token is for that channel alone', async () => {
    subject = await subjectOf('youtube');
    const connector = subject.connector();
    const person = 'mosaicstudio';
    const offeredTo = async (identity: string) => {
      const grant = await grantOf(connector, { person, identity });
      return (await connector.accounts?.(grant))?.map((offered) => [offered.identity.username, offered.followers]);
    };
    expect(await offeredTo(person)).toEqual([['mosaicstudio', expect.any(Number)]]);
    expect(await offeredTo('shortcutsonly')).toEqual([['shortcutsonly', expect.any(Number)]]);
  });

  it.each(['instagram', 'twitter', 'twitch', 'tiktok'] as const)(
    '%s: offers the one account, with its followers and the log-in that it lives on',
    async (platform) => {
      subject = await subjectOf(platform);
      const connector = subject.connector();
      const person = { instagram: 'kwameshoots', twitter: 'kwameshoots', twitch: 'kwamecuts', tiktok: 'kwamecuts' }[
        platform
      ];
      const grant = await grantOf(connector, { person });
      const identity = await connector.identify(grant);
      expect(await connector.accounts?.(grant)).toEqual([
        { identity, followers: expect.any(Number), grant: { ...grant, loginId: identity.platformAccountId } },
      ]);
    },
  );

  it('Facebook: offers the Pages that were chosen, each with access to it alone', async () => {
    subject = await subjectOf('facebook');
    const connector = subject.connector();
    const chosen = ['tiny.tinsmith', 'brotzeitmitjana'];
    const { answer } = await goThroughConsent(connector, {
      person: 'agentur.amsel',
      accounts: [...chosen, 'pat.noprofile'].map(idOfPage),
    });
    const redirectUri = 'http://localhost:3000/api/oauth/facebook/callback';
    const grant = await connector.exchangeCode({ code: 'code' in answer ? answer.code : '', redirectUri });
    const offered = (await connector.accounts?.(grant)) ?? [];
    expect(offered.map(({ identity }) => identity.username).sort()).toEqual([...chosen].sort());
    for (const { identity, grant: own } of offered) {
      expect(await connector.identify(own)).toEqual(identity);
      const other = { ...own, accountId: idOfPage('secret.garden') };
      expect((await troubleOfCall(connector.identify(other))).outcome).toBe('unexpected');
    }
  });

  it('Facebook: a Page may be hidden, may count likes only, and a role may not see insights', async () => {
    subject = await subjectOf('facebook');
    const connector = subject.connector();
    const read = async (person: string) => readingOf(connector, await grantOf(connector, { person }));
    const old = await read('oldschool.opa');
    expect(old.profile).toMatchObject({ username: idOfPage('oldschool.opa'), avatarUrl: null });
    expect(old.profile.figures.followers).toMatchObject({ is: 'value' });
    expect((await read('secret.garden')).profile.figures.posts).toMatchObject({ is: 'value' });
    const moderated = await read('maja.moderates');
    expect(moderated.audience.countries).toEqual({ is: 'permission-missing' });
    expect(moderated.profile.email).toEqual({ is: 'not-offered' });
  });

  it('Facebook: films that were live are streams', async () => {
    subject = await subjectOf('facebook');
    const connector = subject.connector();
    const { batches } = await readingOf(connector, await grantOf(connector, { person: 'el.faro.radio' }));
    const types = new Set(batches.flatMap(({ posts }) => posts.map(({ type }) => type)));
    expect([...types].sort()).toEqual(['image', 'reels', 'story', 'stream', 'video']);
  });
});
