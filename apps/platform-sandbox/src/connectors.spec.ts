import {
  createConnectors,
  isLoss,
  sandboxClient,
  sandboxHosts,
  type Read,
  type UnexpectedAnswer,
} from '@linkage/platforms';
import type { Figure } from '@linkage/platform-guide';
import {
  connectorContract,
  goThroughConsent,
  grantOf,
  readingOf,
  troubleOfCall,
  type ContractCase,
  type ContractSubject,
} from '@linkage/platforms/testing';
import { startSandbox } from './server';

const hour = 3_600_000;
const day = 24 * hour;

/** The connectors that talk to the real platforms, against the sandbox over HTTP. People act by its pages, tests by its control API. */
async function subjectOf(platform: 'instagram' | 'youtube'): Promise<ContractSubject> {
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
    fault: ({ kind, times, host = null, path = null }) =>
      control('PUT', `faults/${platform}`, { kind, calls: times, host, path }),
    clearFaults: () => control('DELETE', `faults/${platform}`),
    end: (person, because) =>
      control('POST', `people/${platform}/${person}/${because === 'revoked' ? 'revoke' : 'change-password'}`),
    close,
  };
}

const audienceParts = ['countries', 'cities', 'ages', 'genders'].map((part) => `audience.${part}`);
const ofPosts = (figure: string): string => `post.figures.${figure}`;

const instagram: ContractCase = {
  platform: 'instagram',
  start: () => subjectOf('instagram'),
  people: {
    ordinary: 'pixel.moth',
    small: 'tiny.tinsmith',
    silent: 'empty.shelf',
    sparing: 'sana.moves',
    busy: { id: 'dhakadiary', posts: 5000 },
  },
  calls: [
    { path: '/me', decides: true, costs: [] },
    {
      path: '/insights',
      costs: ['profile.reach28d', ...audienceParts, ...['reach', 'shares', 'saves', 'views'].map(ofPosts)],
    },
    { path: '/stories', costs: ['posts'] },
    { path: '/media', costs: ['posts'] },
  ],
  audiencePermission: 'instagram_business_manage_insights',
  accessLifeMs: 60 * day,
  expired: { outcome: 'needs-reauthorization', cause: 'expired' },
  endings: [
    { by: 'revoked', person: 'noor.alhadi', cause: 'permission-revoked' },
    { by: 'password-changed', person: 'el.faro.radio', cause: 'password-changed' },
  ],
  revokes: false,
};

const youtube: ContractCase = {
  platform: 'youtube',
  start: () => subjectOf('youtube'),
  people: {
    ordinary: 'luciaferngarden',
    small: 'tinyworkbench',
    silent: 'blankreel',
    sparing: 'kwamecuts',
    busy: { id: 'dhakadiary', posts: 5000 },
    notEligible: { id: 'pat.watches', trouble: { outcome: 'not-eligible', reason: 'no-channel' } },
  },
  calls: [
    { path: '/v3/channels', decides: true, costs: [] },
    { path: '/v3/playlists', costs: ['profile.playlists'] },
    { path: '/userinfo', costs: ['profile.email'] },
    {
      path: '/reports',
      costs: ['profile.watchTimeMinutes', ...audienceParts, ...['shares', 'saves'].map(ofPosts), 'post.url'],
    },
    { path: '/v3/playlistItems', costs: ['posts'] },
    { path: '/v3/videos', costs: ['posts'] },
  ],
  audiencePermission: 'https://www.googleapis.com/auth/yt-analytics.readonly',
  accessLifeMs: hour,
  expired: { outcome: 'refresh-token' },
  endings: [{ by: 'revoked', person: 'studioalqamar', cause: 'no-longer-valid' }],
  revokes: true,
};

connectorContract(instagram);
connectorContract(youtube);

describe('what only one platform does', () => {
  let subject: ContractSubject;
  afterEach(() => subject.close());

  it('YouTube: a used daily quota ends at midnight in Pacific time', async () => {
    subject = await subjectOf('youtube');
    const connector = subject.connector();
    const grant = await grantOf(connector, { person: 'luciaferngarden' });
    await subject.fault({ kind: 'quota', times: null, host: 'analytics' });
    const { ages } = await (await connector.open(grant)).audience();
    if (!isLoss(ages) || ages.retryAt === null) throw new Error('expected a rate limit');
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
});
