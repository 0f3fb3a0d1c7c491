import { createConnectors, sandboxClient, sandboxHosts, type UnexpectedAnswer } from '@linkage/platforms';
import {
  batchesOf,
  connectorContract,
  goThroughConsent,
  grantOf,
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
    fault: (kind, times, host) => control('PUT', `faults/${platform}`, { kind, calls: times, host: host ?? null }),
    clearFaults: () => control('DELETE', `faults/${platform}`),
    end: (person, because) =>
      control('POST', `people/${platform}/${person}/${because === 'revoked' ? 'revoke' : 'change-password'}`),
    close,
  };
}

const instagram: ContractCase = {
  platform: 'instagram',
  start: () => subjectOf('instagram'),
  people: {
    ordinary: 'pixel.moth',
    small: 'tiny.tinsmith',
    silent: 'empty.shelf',
    busy: { id: 'dhakadiary', posts: 5000 },
  },
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
    busy: { id: 'dhakadiary', posts: 5000 },
    notEligible: { id: 'pat.watches', trouble: { outcome: 'not-eligible', reason: 'no-channel' } },
  },
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
    await subject.fault('quota', null, 'analytics');
    const trouble = await troubleOfCall(connector.fetchAudience(grant));
    if (trouble.outcome !== 'rate-limited') throw new Error(`expected a rate limit, not ${trouble.outcome}`);
    const hour = new Intl.DateTimeFormat('en', {
      timeZone: 'America/Los_Angeles',
      timeStyle: 'medium',
      hourCycle: 'h23',
    }).format(trouble.retryAt);
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
    expect((await connector.fetchProfile(hidden)).figures.followers).toEqual({ is: 'not-offered' });
  });

  it('Instagram: a personal account can only cancel', async () => {
    subject = await subjectOf('instagram');
    expect((await goThroughConsent(subject.connector(), { person: 'mira.quiet' })).answer).toEqual({ denied: true });
  });

  it('Instagram: hidden likes are in the insights, and posts from before the professional account have none', async () => {
    subject = await subjectOf('instagram');
    const connector = subject.connector();
    const [newest] = await batchesOf(connector.fetchContent(await grantOf(connector, { person: 'tanaka.no.niwa' })));
    expect(newest!.figures.filter(({ likes }) => likes?.is === 'value').length).toBeGreaterThan(20);
    const batches = await batchesOf(connector.fetchContent(await grantOf(connector, { person: 'darya.pechet' })));
    expect(
      batches
        .slice(0, 4)
        .flatMap(({ figures }) => figures)
        .some(({ reach }) => reach?.is === 'not-offered'),
    ).toBe(true);
  });

  it('Instagram: stories come with the end of their day, and their few viewers are no trouble', async () => {
    subject = await subjectOf('instagram');
    const connector = subject.connector();
    const batches = await batchesOf(connector.fetchContent(await grantOf(connector, { person: 'sana.moves' })));
    const stories = batches.flatMap(({ items }) => items).filter(({ type }) => type === 'story');
    expect(stories.length).toBeGreaterThan(0);
    for (const story of stories) expect(Date.parse(story.expiresAt!) - Date.parse(story.publishedAt)).toBe(day);
    const small = await batchesOf(connector.fetchContent(await grantOf(connector, { person: 'tiny.tinsmith' })));
    expect(small.flatMap(({ items }) => items).length).toBeGreaterThan(0);
  });
});
