import { offeredFace, type NewPicture, type PictureStore, type WhichPicture } from '../picture-store.port';
import { aPicture } from './a-picture';

export interface PictureStoreUnderTest {
  readonly store: PictureStore;
  /** The same pictures, opened once more. */
  reopen(): PictureStore;
}

/** What every adapter has to do. @param start opens an empty one with these limits */
export function pictureStoreContract(
  start: (limits: { readonly one: number; readonly all: number }) => PictureStoreUnderTest,
): void {
  const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 12, minute));
  const face: WhichPicture = { account: 'a1', what: 'avatar', at: '/face.png' };
  const picture = (says: string, more: Partial<NewPicture> = {}, length = 100): NewPicture => ({
    ...face,
    subject: 's1',
    bytes: aPicture(says, length),
    type: 'image/png',
    tag: null,
    ...more,
  });
  const nameOf = (store: PictureStore, which: Partial<WhichPicture> = {}, now = at(0)): string | undefined =>
    store.names([{ ...face, ...which }], now)[0];
  const shows = async (store: PictureStore, name: string | undefined): Promise<string | undefined> => {
    const kept = name === undefined ? undefined : await store.read(name, at(0));
    return kept && Buffer.from(kept.bytes).toString('latin1').slice(8).replace(/\.+$/, '');
  };

  describe('keeps', () => {
    it('a picture under a name that says nothing of it, over a restart', async () => {
      const under = start({ one: 1_000, all: 10_000 });
      expect(nameOf(under.store)).toBeUndefined();
      await under.store.keep(picture('one'), at(0));
      const name = nameOf(under.store);
      expect(name).toMatch(/^[\w-]{32}$/);
      expect(await under.store.read(String(name), at(0))).toEqual({ bytes: aPicture('one'), type: 'image/png' });
      const again = under.reopen();
      expect(await shows(again, nameOf(again))).toBe('one');
      expect(await again.read('x'.repeat(32), at(0))).toBeUndefined();
    });

    it('the same bytes once, however many show them', async () => {
      const { store } = start({ one: 1_000, all: 10_000 });
      await store.keep(picture('one'), at(0));
      await store.keep(picture('one', { account: 'a2', subject: 's2' }), at(0));
      await store.keep(picture('two', { what: 'post1' }), at(0));
      expect(store.room()).toEqual({ pictures: 2, bytes: 200 });
      expect(nameOf(store, { account: 'a2' })).toBe(nameOf(store));
    });

    it('none that is too large, and what was there before stays', async () => {
      const { store } = start({ one: 1_000, all: 10_000 });
      await store.keep(picture('one'), at(0));
      await expect(store.keep(picture('two', { at: '/new.png' }, 1_001), at(1))).rejects.toThrow(
        'more than 1000 bytes',
      );
      expect(await shows(store, nameOf(store, { at: '/new.png' }))).toBe('one');
    });
  });

  describe('shows', () => {
    it('the picture of an address, also of one that was before; else the newest', async () => {
      const { store } = start({ one: 1_000, all: 10_000 });
      await store.keep(picture('old'), at(0));
      await store.keep(picture('new', { at: '/new.png' }), at(1));
      expect(await shows(store, nameOf(store))).toBe('old');
      expect(await shows(store, nameOf(store, { at: '/new.png' }))).toBe('new');
      expect(await shows(store, nameOf(store, { at: '/newest.png' }))).toBe('new');
      expect(nameOf(store, { what: 'post1' })).toBeUndefined();
    });

    it('the face of a person, as of a time, of the account that came first', async () => {
      const { store } = start({ one: 1_000, all: 10_000 });
      await store.keep(picture('second', { account: 'a2' }), at(0));
      await store.keep(picture('first'), at(1));
      await store.keep(picture('post', { what: 'post1' }), at(2));
      await store.keep(picture('newer', { at: '/new.png' }), at(3));
      const faceAt = async (minute: number) => shows(store, store.faces(['s1'], at(minute))[0]);
      expect(await Promise.all([0, 1, 2, 3].map(faceAt))).toEqual(['second', 'first', 'first', 'newer']);
      expect(store.faces(['s2'], at(9))).toEqual([undefined]);
    });

    it('the faces of several people, in the order asked for', async () => {
      const { store } = start({ one: 1_000, all: 10_000 });
      await store.keep(picture('one'), at(0));
      await store.keep(picture('three', { account: 'a3', subject: 's3' }), at(1));
      const faces = store.faces(['s3', 's2', 's1', 's3'], at(9));
      expect(await Promise.all(faces.map((face) => shows(store, face)))).toEqual(['three', undefined, 'one', 'three']);
    });
  });

  it('says what is to be fetched, and what is to be asked about', async () => {
    const { store } = start({ one: 1_000, all: 10_000 });
    expect(store.standing(face)).toEqual({ is: 'wanted' });
    await store.keep(picture('one', { tag: '"v1"' }), at(0));
    expect(store.standing(face)).toEqual({ is: 'kept', tag: '"v1"', checkedAt: at(0) });
    await store.check(face, at(5));
    expect(store.standing(face)).toMatchObject({ checkedAt: at(5) });
    expect(store.standing({ ...face, at: '/new.png' })).toEqual({ is: 'wanted' });
  });

  describe('makes room', () => {
    const post = (k: number): NewPicture => picture(`post ${k}`, { what: `post${k}`, at: `/${k}.png` });

    it('by letting go what was not shown for the longest time', async () => {
      const { store } = start({ one: 1_000, all: 1_000 });
      for (let k = 0; k < 10; k++) await store.keep(post(k), at(k));
      const first = nameOf(store, post(0), at(11));
      await store.keep(post(10), at(12));
      expect(store.room().bytes).toBeLessThanOrEqual(1_000);
      expect(await shows(store, first)).toBe('post 0');
      expect(nameOf(store, post(1), at(12))).toBeUndefined();
      expect(await shows(store, nameOf(store, post(10)))).toBe('post 10');
    });

    it('and does not fetch it again before it is asked for', async () => {
      const { store } = start({ one: 1_000, all: 1_000 });
      for (let k = 0; k < 11; k++) await store.keep(post(k), at(k));
      expect(store.standing(post(0))).toEqual({ is: 'let-go' });
      expect(nameOf(store, post(0), at(12))).toBeUndefined();
      await store.tidy(at(12));
      expect(store.standing(post(0))).toEqual({ is: 'wanted' });
      await store.keep(post(0), at(13));
      expect(await shows(store, nameOf(store, post(0)))).toBe('post 0');
    });
  });

  it('forgets the face of an account that was offered after a day, and nothing else', async () => {
    const { store } = start({ one: 1_000, all: 10_000 });
    await store.keep(picture('offered', { account: 'attempt', what: offeredFace('17') }), at(0));
    await store.keep(picture('one'), at(0));
    await store.tidy(at(24 * 60));
    expect(store.room().pictures).toBe(2);
    await store.tidy(at(24 * 60 + 1));
    expect(store.room().pictures).toBe(1);
    expect(await shows(store, nameOf(store))).toBe('one');
  });

  it('removes what belongs to a person, and no picture that another one shows, too', async () => {
    const { store } = start({ one: 1_000, all: 10_000 });
    await store.keep(picture('mine'), at(0));
    await store.keep(picture('ours', { what: 'post1' }), at(0));
    await store.keep(picture('ours', { account: 'a2', subject: 's2' }), at(0));
    const mine = String(nameOf(store));
    expect([store.count('s1'), [...store.subjects()].sort()]).toEqual([2, ['s1', 's2']]);
    expect(await store.remove('s1')).toBe(2);
    expect([store.count('s1'), store.subjects()]).toEqual([0, ['s2']]);
    expect(await store.read(mine, at(0))).toBeUndefined();
    expect(await shows(store, nameOf(store, { account: 'a2' }))).toBe('ours');
    expect(store.room()).toEqual({ pictures: 1, bytes: 100 });
    expect(await store.remove('s1')).toBe(0);
  });
}
