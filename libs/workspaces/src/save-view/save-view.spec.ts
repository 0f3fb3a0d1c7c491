import { MOST_VIEWS, type SavedView } from '@linkage/contracts';
import { fold } from '@linkage/event-sourcing';
import { deleteView } from '../delete-view/delete-view';
import { savedViews } from '../workspace/saved-views';
import type { SavedViewFact, ViewSaved } from '../workspace/saved-views.events';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';
import { saveView } from './save-view';

const memberId = 'm1';
const view = (more: Partial<SavedView> = {}): SavedView => ({
  viewId: 'v1',
  list: 'invitations',
  name: 'Not opened',
  query: 'status=invited',
  ...more,
});
const saved = (more: Partial<SavedView> = {}): ViewSaved => ({
  type: 'ViewSaved',
  data: { memberId, ...view(more) },
});
const many = (count: number): ViewSaved[] =>
  Array.from({ length: count }, (_, number) => saved({ viewId: `v${number}`, name: `View ${number}` }));

describe('save a view', () => {
  const when = (more: Partial<SavedView>, ...given: SavedViewFact[]) =>
    saveView(memberId, view(more), fold(savedViews, given));
  const refusal = (message: unknown) =>
    expect.objectContaining({ code: 'invalid-request', message, details: { field: 'name' } });

  it('given nothing: saved, with a tidy name', () => expect(when({ name: ' Not opened ' })).toEqual([saved()]));
  it('given the same: nothing', () => expect(when({}, saved())).toEqual([]));
  it('given one under this id: renamed, or showing something else', () => {
    expect(when({ name: 'Quiet' }, saved())).toEqual([saved({ name: 'Quiet' })]);
    expect(when({ query: 'sort=name' }, saved())).toEqual([saved({ query: 'sort=name' })]);
    expect(when({ name: 'NOT opened' }, saved())).toEqual([saved({ name: 'NOT opened' })]);
  });
  it('given another one of this name: refused, in whatever letters', () =>
    expect(() => when({ viewId: 'v2', name: 'NOT OPENED' }, saved())).toThrow(
      refusal(expect.stringContaining('“NOT OPENED”')),
    ));
  it('given one of this name in another list: saved', () =>
    expect(when({ list: 'accounts', viewId: 'v2' }, saved())).toHaveLength(1));
  it('given as many as there may be: refused with the cure, but each of them can be changed, and one that is deleted makes room', () => {
    expect(() => when({ viewId: 'new', name: 'New' }, ...many(MOST_VIEWS))).toThrow(
      refusal(expect.stringContaining('Delete one')),
    );
    expect(when({ viewId: 'v3', name: 'Renamed' }, ...many(MOST_VIEWS))).toHaveLength(1);
    expect(when({ viewId: 'new', list: 'attempts' }, ...many(MOST_VIEWS))).toHaveLength(1);
    const deleted: SavedViewFact = { type: 'ViewDeleted', data: { memberId, viewId: 'v3' } };
    expect(when({ viewId: 'new', name: 'New' }, ...many(MOST_VIEWS), deleted)).toHaveLength(1);
  });
  it.each(['', '  ', '\u200b', 'a\nb', 'x'.repeat(81)])('refuses the name %j', (name) =>
    expect(() => when({ name })).toThrow(refusal(expect.any(String))),
  );
  it('takes a name that looks like an address: it stands in no mail', () =>
    expect(when({ name: 'nordlys.example, autumn' })).toHaveLength(1));
});

describe('delete a view', () => {
  const when = (...given: SavedViewFact[]) => deleteView(memberId, 'v1', fold(savedViews, given));

  it('given it: deleted', () =>
    expect(when(saved())).toEqual([{ type: 'ViewDeleted', data: { memberId, viewId: 'v1' } }]));
  it('given none, or deleted before: nothing', () => {
    expect(when()).toEqual([]);
    expect(when(saved(), { type: 'ViewDeleted', data: { memberId, viewId: 'v1' } })).toEqual([]);
  });
});

describe('the views of a member', () => {
  const id = '01936000-0000-4000-8000-000000000001';
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
  const save = (viewId: string, more: object = {}): Promise<Answered> => {
    const { list, name, query } = view();
    return linkage.send('PUT', `/api/account/views/${viewId}`, { body: { list, name, query, ...more }, cookie });
  };
  const known = async (of = cookie) => (await linkage.send('GET', '/api/account/views', { cookie: of })).body;

  it('are kept in order of their names, belong to the member alone, and come back when a deletion is undone', async () => {
    expect(await known()).toEqual({ views: [] });
    const second = id.replace(/1$/, '2');
    await save(second, { name: 'B 10' });
    const answered = await save(id, { name: 'B 9' });
    const both = [view({ viewId: id, name: 'B 9' }), view({ viewId: second, name: 'B 10' })];
    expect(answered).toMatchObject({ status: 200, body: { views: both } });
    expect(await known()).toEqual({ views: both });
    expect(await known((await register('ben@example.com')).cookie)).toEqual({ views: [] });
    const gone = await linkage.send('DELETE', `/api/account/views/${id}`, { cookie });
    expect(gone).toMatchObject({ status: 200, body: { views: [both[1]] } });
    await save(id, { name: 'B 9' });
    expect(await known()).toEqual({ views: both });
  });

  it.each([
    ['name', { name: 'x'.repeat(81) }],
    ['name', { name: '' }],
    ['name', { name: 'b 9' }],
    ['list', { list: 'people' }],
    ['query', { query: 'search=<b>' }],
    ['query', { query: `search=${'x'.repeat(2_000)}` }],
  ])('refuses a wrong %s, and names it', async (field, more) =>
    expect(await save(id.replace(/1$/, '9'), more)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ field, message: expect.any(String) }] },
    }),
  );

  it('have ids that are UUIDs', async () => expect((await save('my-view')).status).toBe(404));
  it('are asked for with a session', async () =>
    expect((await linkage.send('GET', '/api/account/views')).status).toBe(401));
});
