import { createConnectors, sandboxClient, sandboxHosts } from '@linkage/platforms';
import { grantOf, readingOf } from '@linkage/platforms/testing';
import type { ChangeName } from './control/people-changes';
import { sandboxPlatforms } from './platforms';
import { startSandbox, type RunningSandbox } from './server';
import { call, postJson } from './testing/visitor';

describe.each(sandboxPlatforms.map(({ traits }) => traits))('$id: an account that its person changes', (traits) => {
  const { id: platform } = traits;
  const person = traits.accounts('linkage')[0]?.person.id ?? '';
  let running: RunningSandbox;
  beforeAll(async () => {
    running = await startSandbox({ port: 0 });
    running.sandbox.clock.pause();
  });
  afterAll(() => running.close());

  const change = (name: ChangeName) =>
    call(`${running.url}/control/api/people/${platform}/${person}/${name}`, { method: 'POST' });
  const open = async () => {
    const settings = { ...sandboxClient, hosts: sandboxHosts(running.url)[platform] };
    const environment = { clock: { now: () => new Date(running.sandbox.clock.now()) }, report: () => undefined };
    const connector = createConnectors({ [platform]: settings }, environment).find(platform)!;
    const grant = await grantOf(connector, { person });
    return async () => {
      const { profile, batches } = await readingOf(connector, grant);
      return { profile, posts: batches.flatMap(({ posts }) => posts), end: batches.at(-1)?.end };
    };
  };

  it('shows the new words of each post that was edited, also of one that had none', async () => {
    const { world, clock } = running.sandbox;
    const feed = world.of(traits).get(person)!.feed;
    const numbers = Array.from({ length: feed.count(clock.now()) }, (_, k) => k);
    const read = await open();
    feed.change({ edited: Object.fromEntries(numbers.map((k) => [k, `Words of ${k} (edited)`])) });
    const { posts } = await read();
    feed.change({});
    // Stories have no words.
    const titles = posts.filter(({ type }) => type !== 'story').map(({ title }) => String(title));
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => !title.endsWith('(edited)'))).toEqual([]);
  }, 60_000);

  it('has words in the newest post that can be changed, whatever day it is', () => {
    const { world, clock } = running.sandbox;
    const { feed } = world.of(traits).get(person)!;
    const kinds = Array.from({ length: 200 }, (_, days) => feed.newest(clock.now() + days * 86_400_000)?.kind);
    expect(kinds.filter((kind) => kind === 'repost' || kind === 'reply')).toEqual([]);
  });

  it('is read as it is now: caption, deleted post, handle, picture', async () => {
    const read = await open();
    const before = await read();
    for (const name of ['edit-post', 'rename', 'change-avatar'] as const) expect((await change(name)).status).toBe(200);
    const { profile, posts } = await read();
    const edited = posts.filter(({ title }) => typeof title === 'string' && title.endsWith('(edited)'));
    expect(edited).toHaveLength(1);
    expect(posts.map(({ contentId }) => contentId)).toEqual(before.posts.map(({ contentId }) => contentId));
    expect(profile.username).toBe(`${person}_2`);
    expect(profile.avatarUrl).not.toEqual(before.profile.avatarUrl);
    expect((await fetch(String(profile.avatarUrl))).status).toBe(200);

    await change('delete-post');
    const gone = await read();
    const left = gone.posts.map(({ contentId }) => contentId);
    expect(left).toEqual(before.posts.map(({ contentId }) => contentId).filter((id) => id !== edited[0]?.contentId));
    expect(gone.end?.completeFor).toContain(edited[0]?.type);
    await change('restore-posts');
    expect((await read()).posts).toHaveLength(before.posts.length);
  }, 60_000);
});

it('is called as the person says, unless another one is', async () => {
  const running = await startSandbox({ port: 0 });
  try {
    const path = `${running.url}/control/api/people/twitter/emptyshelf/rename`;
    const rename = (to: unknown) => postJson<{ error?: string; person?: { handle: string } }>(path, { to });
    expect((await rename('full.shelf')).body.person?.handle).toBe('full.shelf');
    expect((await rename('inesknits')).body.error).toBe('Another person is called inesknits.');
    for (const none of ['', '@full', 'two words', 7, 'x'.repeat(31)]) expect((await rename(none)).status).toBe(400);
  } finally {
    await running.close();
  }
});

it('has nothing to edit where there are no posts', async () => {
  const running = await startSandbox({ port: 0 });
  try {
    const path = `${running.url}/control/api/people/twitter/emptyshelf`;
    expect((await call(`${path}/delete-post`, { method: 'POST' })).status).toBe(400);
    expect((await call(`${path}/grow`, { method: 'POST' })).status).toBe(400);
    await call(`${path}/rename`, { method: 'POST' });
    expect((await call<string>(`${running.url}/control/parts/people`)).body).toContain('now emptyshelf_2');
  } finally {
    await running.close();
  }
});
