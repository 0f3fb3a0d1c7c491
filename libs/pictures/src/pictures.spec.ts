import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { CLOCK } from '@linkage/event-sourcing';
import { eventually, TestClock } from '@linkage/event-sourcing/testing';
import { configureHttp, httpAdapter, Installation } from '@linkage/http';
import { VaultModule } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { PictureUpkeepSchedule } from './picture-upkeep.schedule';
import { PicturesLeaving } from './pictures-leaving.handler';
import { AVATAR, offeredFace, Pictures, type PictureSeen } from './pictures.port';
import { aPicture, PictureServer, testPictures } from './testing';

@Global()
@Module({})
class Ground {
  static of(clock: TestClock): DynamicModule {
    const installation = {
      publicUrl: 'http://localhost:3000',
      mode: 'demo',
      registration: 'open',
      salesUrl: null,
      sendsMail: true,
    };
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: Installation, useValue: installation },
    ];
    return { module: Ground, providers, exports: [CLOCK, Installation] };
  }
}

const hour = 3_600_000;

describe('pictures', () => {
  let platform: PictureServer;
  let vault: TestVault;
  let clock: TestClock;
  let app: NestFastifyApplication;
  let pictures: Pictures;
  let port: number;
  let remove: () => void;
  beforeEach(async () => {
    platform = await PictureServer.start();
    vault = testVault();
    await vault.keys.obtain('s1');
    clock = new TestClock();
    const made = testPictures({ origins: { instagram: platform.url } });
    ({ remove } = made);
    const imports = [Ground.of(clock), VaultModule.of(vault), made.module];
    const testing = await Test.createTestingModule({ imports }).compile();
    app = testing.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    configureHttp(app);
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
    pictures = app.get(Pictures);
  });
  afterEach(async () => {
    await app.close();
    await platform.close();
    vault.remove();
    remove();
  });

  const get = async (path: string) => {
    const sent = request({ host: '127.0.0.1', port, path, headers: { host: 'localhost:3000' } }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(await response.toArray()) };
  };
  const seen = (address: string | null, more: Partial<PictureSeen> = {}): PictureSeen => ({
    account: 'a1',
    what: AVATAR,
    subject: 's1',
    workspaceId: 'w1',
    platform: 'instagram',
    address,
    ...more,
  });
  /** Tells of it, and gives what is shown once nothing is waited for any more. */
  const shown = async (picture: PictureSeen): Promise<string | null> => {
    pictures.seen([picture]);
    await pictures.settled([picture], 30_000);
    const [address = null] = pictures.addresses([picture]);
    return address && (await get(address)).body.toString('latin1').slice(8).replace(/\.+$/, '');
  };

  it('are shown from here, as what they are and as nothing else', async () => {
    const picture = seen(platform.put('/face.jpg', aPicture('one')));
    expect(await shown(picture)).toBe('one');
    const [address] = pictures.addresses([picture]);
    expect(await get(String(address))).toMatchObject({
      status: 200,
      body: aPicture('one'),
      headers: {
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, max-age=604800, immutable',
      },
    });
    expect(pictures.faces(['s1', 's2'])).toEqual([address, null]);
    expect(pictures.addresses([seen(null), picture, seen('x', { what: 'p1' })])).toEqual([null, address, null]);
  });

  it('are told once they can be shown, each version once', async () => {
    const told: unknown[] = [];
    pictures.kept.subscribe((kept) => told.push({ ...kept, shown: pictures.faces(['s1'])[0] !== null }));
    const picture = seen(platform.put('/face.jpg', aPicture('one')));
    await shown(picture);
    await shown(picture);
    expect(told).toEqual([{ account: 'a1', what: AVATAR, workspaceId: 'w1', shown: true }]);
    await shown(seen(`${platform.url}/none.jpg`, { what: 'p1' }));
    await shown(seen(platform.put('/offered.jpg', aPicture('two')), { what: offeredFace('9') }));
    expect(told).toHaveLength(1);
  });

  it.each(['/pictures/x', '/pictures/../index.db', '/pictures/%2e%2e%2findex.db', '/pictures/', '/pictures/a/b'])(
    'has nothing at %s',
    async (path) => {
      const { status, headers } = await get(path);
      expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    },
  );

  it('outlive their address, a platform that is away, and what is none', async () => {
    expect(await shown(seen(platform.put('/face.jpg', aPicture('one'))))).toBe('one');
    platform.put('/face.jpg', (_request, response) => response.writeHead(403).end('URL signature expired'));
    clock.advance(25 * hour);
    expect(await shown(seen(`${platform.url}/face.jpg?sig=2`))).toBe('one');
    expect(await shown(seen(`${platform.url}/gone.jpg`))).toBe('one');
    expect(await shown(seen(platform.put('/page.jpg', Buffer.from('<!doctype html>'))))).toBe('one');
    expect(await shown(seen('http://127.0.0.1:1/elsewhere.jpg'))).toBe('one');
    expect(await shown(seen(null))).toBeNull();
  });

  it('change when there is another one, at another address or at the same', async () => {
    expect(await shown(seen(platform.put('/face.jpg', aPicture('one'))))).toBe('one');
    expect(await shown(seen(platform.put('/new.jpg', aPicture('two'))))).toBe('two');
    platform.put('/new.jpg', aPicture('three'));
    expect(await shown(seen(`${platform.url}/new.jpg?sig=2`))).toBe('two');
    clock.advance(hour);
    expect(await shown(seen(`${platform.url}/new.jpg?sig=3`))).toBe('three');
    expect(await shown({ ...seen(`${platform.url}/face.jpg`), address: `${platform.url}/face.jpg` })).toBe('one');
  });

  it('of posts are fetched once, and asked about after a week', async () => {
    const tags: unknown[] = [];
    const address = platform.put('/p1.jpg', (asked, response) => {
      tags.push(asked.headers['if-none-match']);
      if (tags.length > 1) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"' }).end(aPicture('one'));
    });
    for (let day = 0; day < 15; day++) {
      expect(await shown(seen(`${address}?sig=${day}`, { what: 'p1' }))).toBe('one');
      clock.advance(24 * hour);
    }
    expect(tags).toEqual([undefined, '"v1"', '"v1"']);
  });

  it('are tried again when a platform trips, and then left alone for a while', async () => {
    let asked = 0;
    const trips = platform.put('/trips.jpg', (_request, response) => {
      asked += 1;
      if (asked < 2) response.writeHead(503).end();
      else response.end(aPicture('one'));
    });
    expect(await shown(seen(trips))).toBe('one');
    const refused = platform.put('/no.jpg', (_request, response) => response.writeHead(404).end());
    expect(await shown(seen(refused, { what: 'p1' }))).toBeNull();
    expect(await shown(seen(refused, { what: 'p1' }))).toBeNull();
    expect(platform.asked.filter((path) => path === '/no.jpg')).toHaveLength(1);
  });

  it('come a few at a time, faces first', async () => {
    let open = 0;
    let most = 0;
    const held: (() => void)[] = [];
    const hold = (path: string) =>
      platform.put(path, (_request, response) => {
        most = Math.max(most, ++open);
        held.push(() => {
          open -= 1;
          response.end(aPicture(path));
        });
      });
    const posts = Array.from({ length: 8 }, (_, k) => seen(hold(`/p${k}.jpg`), { what: `p${k}` }));
    pictures.seen(posts);
    await eventually(() => expect(held).toHaveLength(3));
    const face = seen(hold('/face.jpg'));
    pictures.seen([face]);
    held.shift()?.();
    await eventually(() => expect(platform.asked.at(3)).toBe('/face.jpg'));
    const finished = pictures.settled([...posts, face], 30_000);
    const release = setInterval(() => held.shift()?.(), 1);
    await finished;
    clearInterval(release);
    expect(most).toBe(3);
    expect(pictures.addresses(posts)).not.toContain(null);
  });

  it('hold no page up longer than said', async () => {
    const picture = seen(platform.put('/silent.jpg', () => undefined));
    pictures.seen([picture]);
    await pictures.settled([picture], 50);
    expect(pictures.addresses([picture])).toEqual([null]);
  });

  describe('of a person who is erased', () => {
    const person = { subject: 's1', kind: 'creator', workspaceId: 'w', email: null } as const;

    it('leave the disk, and the certificate says so', async () => {
      const picture = seen(platform.put('/face.jpg', aPicture('one')));
      await shown(picture);
      const [address = ''] = pictures.addresses([picture]);
      const leaving = app.get(PicturesLeaving);
      expect(await leaving.foretell(person)).toEqual(['1 picture of the person and of posts is removed.']);
      expect(await leaving.leave(person)).toEqual({ done: ['1 picture was removed.'], remains: [] });
      expect(await leaving.leave(person)).toEqual({ done: [], remains: [] });
      expect((await get(String(address))).status).toBe(404);
    });

    it('are not kept any more when they arrive late, and leave again when a backup brought them back', async () => {
      const picture = seen(platform.put('/face.jpg', aPicture('one')));
      expect(await shown(picture)).toBe('one');
      await vault.keys.erase('s1');
      expect(await shown(seen(platform.put('/late.jpg', aPicture('late')), { what: 'p1' }))).toBeNull();
      await app.get(PictureUpkeepSchedule).ring();
      expect(pictures.addresses([picture])).toEqual([null]);
    });
  });
});
