import { defaultPreferences } from '@linkage/contracts';
import { ERASED, fold } from '@linkage/event-sourcing';
import { preferences } from '../workspace/preferences';
import type { PreferencesChanged } from '../workspace/preferences.events';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';
import { changePreferences } from './change-preferences';

const memberId = 'm1';
const changed = (data: Partial<PreferencesChanged['data']>): PreferencesChanged => ({
  type: 'PreferencesChanged',
  data: { memberId, ...defaultPreferences, ...data },
});

describe('change preferences', () => {
  const when = (change: Parameters<typeof changePreferences>[1], ...given: PreferencesChanged[]) =>
    changePreferences(memberId, change, fold(preferences, given));

  it('given nothing: what is chosen, with the rest as it was', () =>
    expect(when({ theme: 'dark' })).toEqual([changed({ theme: 'dark' })]));
  it('given nothing: also what is usual, once it is chosen', () => expect(when({ theme: 'system' })).toHaveLength(1));
  it('given others: only what is named changes', () =>
    expect(when({ firstDay: 'sunday' }, changed({ timeZone: 'Asia/Tokyo' }))).toEqual([
      changed({ timeZone: 'Asia/Tokyo', firstDay: 'sunday' }),
    ]));
  it('given a time zone: back to that of the device', () =>
    expect(when({ timeZone: null }, changed({ timeZone: 'Asia/Tokyo' }))).toEqual([changed({})]));
  it('given the same: nothing', () => expect(when({ theme: 'dark' }, changed({ theme: 'dark' }))).toEqual([]));
  it('knows no time zone of a person who was erased', () =>
    expect(fold(preferences, [changed({ timeZone: ERASED })]).preferences.timeZone).toBeNull());
});

describe('the preferences of a member', () => {
  let linkage: WorkspacesUnderTest;
  let cookie: string | undefined;
  beforeAll(async () => {
    linkage = await workspacesUnderTest();
    cookie = (await register('ana@example.com')).cookie;
  });
  afterAll(() => linkage.close());
  const register = (email: string): Promise<Answered> =>
    linkage.send('POST', '/api/registration', {
      body: { workspaceName: 'Bright', name: 'Ana', email, password: 'correct horse battery' },
    });
  const change = (body: object): Promise<Answered> =>
    linkage.send('POST', '/api/account/preferences', { body, cookie });
  const known = async (of = cookie) => (await linkage.send('GET', '/api/account/preferences', { cookie: of })).body;

  it('are the usual ones until they are chosen, and belong to the member alone', async () => {
    expect(await known()).toEqual({ ...defaultPreferences, chosen: false });
    const answered = await change({ theme: 'dark', timeZone: 'Asia/Tokyo' });
    expect(answered).toMatchObject({ status: 200, body: { theme: 'dark', timeZone: 'Asia/Tokyo', chosen: true } });
    expect(await known()).toEqual(answered.body);
    const elsewhere = await linkage.send('POST', '/api/session', {
      body: { email: 'ana@example.com', password: 'correct horse battery' },
    });
    expect(await known(elsewhere.cookie)).toEqual(answered.body);
    expect(await known((await register('ben@example.com')).cookie)).toMatchObject({ theme: 'system', chosen: false });
    expect(await change({ timeZone: null, theme: null })).toMatchObject({ body: { theme: 'dark', timeZone: null } });
  });

  it.each([
    { theme: 'pink' },
    { density: 1 },
    { timeZone: 'Mars/Olympus' },
    { timeZone: 'x'.repeat(500) },
    { timeZone: '+01:00' },
    { firstDay: 'friday' },
  ])('refuses %j', async (body) => expect((await change(body)).status).toBe(400));

  it('cannot be changed without end', async () => {
    const statuses = [];
    for (let time = 0; time < 130; time += 1)
      statuses.push((await change({ theme: time % 2 ? 'dark' : 'light' })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
