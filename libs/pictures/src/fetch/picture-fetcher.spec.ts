import { PictureRefused, PictureUnreachable } from '../picture.errors';
import { aPicture, PictureServer } from '../testing';
import { PictureFetcher, type FetchOptions } from './picture-fetcher';
import { allowedAddress } from './picture-sources';
import type { Resolve } from './public-lookup';

describe('where pictures may come from', () => {
  const refused = (address: string): string => {
    try {
      return allowedAddress(address, 'instagram', {}).url.href;
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each(['https://scontent-fra3-1.cdninstagram.com/v/t51/a_n.jpg?oe=66&x=1', 'https://scontent.xx.fbcdn.net/a.jpg'])(
    '%s',
    (address) => expect(refused(address)).toBe(address),
  );

  it.each([
    ['http://scontent.cdninstagram.com/a.jpg', 'plain https'],
    ['https://scontent.cdninstagram.com:8443/a.jpg', 'plain https'],
    ['https://me:secret@scontent.cdninstagram.com/a.jpg', 'plain https'],
    ['data:image/png;base64,AAAA', 'plain https'],
    ['file:///etc/passwd', 'plain https'],
    ['https://cdninstagram.com/a.jpg', 'none of the platform'],
    ['https://evilcdninstagram.com/a.jpg', 'none of the platform'],
    ['https://scontent.cdninstagram.com.evil.example/a.jpg', 'none of the platform'],
    ['https://pbs.twimg.com/a.jpg', 'none of the platform'],
    ['https://127.0.0.1/a.jpg', 'none of the platform'],
    ['https://[::1]/a.jpg', 'none of the platform'],
    ['https://2130706433/a.jpg', 'none of the platform'],
    ['nonsense', 'its address is none'],
  ])('not %s', (address, why) => expect(refused(address)).toContain(why));

  it('only from the origin that the operator has named, where there is one', () => {
    const origins = { instagram: 'http://127.0.0.1:3100' };
    expect(allowedAddress('http://127.0.0.1:3100/a.png', 'instagram', origins).trusted).toBe(true);
    for (const address of ['http://127.0.0.1:3101/a.png', 'https://scontent.cdninstagram.com/a.jpg'])
      expect(() => allowedAddress(address, 'instagram', origins)).toThrow(PictureRefused);
    expect(() => allowedAddress('http://127.0.0.1:3100/a.png', 'youtube', origins)).toThrow(PictureRefused);
  });
});

describe('fetching a picture', () => {
  let server: PictureServer;
  const fetchers: PictureFetcher[] = [];
  const fetcher = (options: Partial<FetchOptions> = {}): PictureFetcher => {
    const made = new PictureFetcher({ origins: { instagram: server.url }, mostBytes: 1_000, ...options });
    fetchers.push(made);
    return made;
  };
  const { signal } = new AbortController();
  const fetched = (address: string, tag: string | null = null, options: Partial<FetchOptions> = {}) =>
    fetcher(options).fetch({ address, platform: 'instagram', tag, signal });
  beforeAll(async () => (server = await PictureServer.start()));
  afterEach(() => fetchers.splice(0).forEach((made) => made.close()));
  afterAll(() => server.close());

  it('gives its bytes, its type by them, and the mark of its version', async () => {
    const address = server.put('/a.png', (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html', etag: '"v1"' }).end(aPicture('one')),
    );
    expect(await fetched(address)).toEqual({ bytes: aPicture('one'), type: 'image/png', tag: '"v1"' });
  });

  it('asks whether what is kept is still so', async () => {
    const address = server.put('/b.png', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.end(aPicture('two'));
    });
    expect(await fetched(address, '"v1"')).toBeNull();
    expect(await fetched(address, '"v0"')).toMatchObject({ bytes: aPicture('two') });
  });

  it.each([
    ['a script in a picture', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page', '<!doctype html>'],
    ['nothing', ''],
  ])('refuses %s, whatever its type is said to be', async (_what, body) => {
    const address = server.put('/c.png', (_request, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(body),
    );
    await expect(fetched(address)).rejects.toThrow(PictureRefused);
  });

  it('refuses one that says it is too large, and one that turns out to be', async () => {
    const said = server.put('/d.png', aPicture('large', 1_001));
    await expect(fetched(said)).rejects.toThrow('more than 1000 bytes');
    let sent = 0;
    const unsaid = server.put('/e.png', (_request, response) => {
      response.write(aPicture('endless'));
      const more = (): void => {
        while (!response.destroyed && sent < 50_000_000 && response.write(Buffer.alloc(10_000))) sent += 10_000;
      };
      response.on('drain', more);
      more();
    });
    await expect(fetched(unsaid)).rejects.toThrow('more than 1000 bytes');
    expect(sent).toBeLessThan(50_000_000);
  });

  it.each([
    [403, false],
    [404, false],
    [410, false],
    [429, false],
    [500, true],
    [503, true],
  ])('an answer of %s is no picture; a moment later it may be: %s', async (status, again) => {
    const address = server.put('/f.png', (_request, response) => response.writeHead(status).end(aPicture('no')));
    await expect(fetched(address)).rejects.toMatchObject({ name: 'PictureUnreachable', again });
  });

  it('gives up on a server that is silent, or that drips', async () => {
    const silent = server.put('/g.png', () => undefined);
    const drips = server.put('/h.png', (_request, response) => void response.write(aPicture('slow')));
    for (const address of [silent, drips])
      await expect(fetched(address, null, { patienceMs: 200 })).rejects.toThrow(PictureUnreachable);
  });

  describe('that is elsewhere', () => {
    const to = (location: string) =>
      server.put('/i.png', (_request, response) => response.writeHead(302, { location }).end());

    it('follows within its origin', async () => {
      server.put('/moved.png', aPicture('moved'));
      expect(await fetched(to('/moved.png'))).toMatchObject({ bytes: aPicture('moved') });
    });

    it('never goes round for ever', async () => {
      await expect(fetched(to('/i.png'))).rejects.toThrow('more than 3 redirects');
    });

    it('never leaves for another origin, and asks nothing of it', async () => {
      const inside = await PictureServer.start();
      const secret = inside.put('/latest/meta-data', aPicture('secret'));
      for (const location of [secret, 'http://169.254.169.254/latest/meta-data/', 'file:///etc/passwd', 'http://'])
        await expect(fetched(to(location))).rejects.toThrow(PictureRefused);
      expect(inside.asked).toEqual([]);
      await inside.close();
    });
  });

  describe('of a platform', () => {
    const address = 'https://scontent.cdninstagram.com/a.jpg';
    const from = (...addresses: string[]): { resolve: Resolve; hosts: string[] } => {
      const hosts: string[] = [];
      return {
        hosts,
        resolve: (host, found) => {
          hosts.push(host);
          found(
            null,
            addresses.map((each) => ({ address: each, family: each.includes(':') ? 6 : 4 })),
          );
        },
      };
    };

    it.each([
      ['127.0.0.1'],
      ['10.0.0.7'],
      ['169.254.169.254'],
      ['::1'],
      ['::ffff:10.0.0.7'],
      ['157.240.9.63', '192.168.1.1'],
      ['2a03:2880:f12d:83:face:b00c:0:25de', 'fe80::1'],
    ])('goes nowhere when its name leads to %s %s', async (...addresses) => {
      const { resolve } = from(...addresses);
      await expect(fetched(address, null, { origins: {}, resolve })).rejects.toThrow(
        /scontent.cdninstagram.com leads to/,
      );
    });

    it('is looked up once, and the connection goes to what was looked at', async () => {
      const names: string[] = [];
      // Another answer for each question, as one who means harm would give.
      const resolve: Resolve = (host, found) => {
        names.push(host);
        found(null, [{ address: names.length === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
      };
      await expect(fetched(address, null, { origins: {}, resolve })).rejects.toThrow('leads to 192.0.2.1');
      expect(names).toEqual(['scontent.cdninstagram.com']);
    });

    it('is not there when its name leads nowhere', async () => {
      const resolve: Resolve = (_host, found) =>
        found(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }), []);
      await expect(fetched(address, null, { origins: {}, resolve })).rejects.toThrow(PictureUnreachable);
    });
  });
});
