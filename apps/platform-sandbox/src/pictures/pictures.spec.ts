import { instagram, type InstagramAccount } from '../instagram/population';
import { youtube, type YoutubeAccount } from '../youtube/population';
import type { RunningSandbox } from '../server';
import { call, startForTest } from '../testing/visitor';
import { draw, motifs } from './draw';
import { avatarUrl, pictureUrl } from './links';

let running: RunningSandbox;
beforeAll(async () => void (running = await startForTest()));
afterAll(() => running.close());

it('draws every motif as well-formed SVG, another one for another key', () => {
  for (const motif of Object.keys(motifs) as (keyof typeof motifs)[]) {
    const picture = draw(motif, 'one', '4x5', 200);
    expect(picture).toBe(draw(motif, 'one', '4x5', 200));
    expect(picture).not.toBe(draw(motif, 'two', '4x5', 200));
    expect(picture).toMatch(/^<svg [^>]*width="200" height="250"/);
    expect(picture).not.toMatch(/NaN|undefined/);
    const opened = picture.match(/<(svg|g|defs|linearGradient|clipPath)\b([^>]*[^/])?>/g)?.length;
    expect(picture.match(/<\/(svg|g|defs|linearGradient|clipPath)>/g)?.length).toBe(opened);
  }
});

it('serves faces and posts of both platforms, to be kept for ever', async () => {
  const { sandbox } = running;
  for (const traits of [instagram, youtube]) {
    const platform = traits.id;
    const account = sandbox.world.of<InstagramAccount | YoutubeAccount>(traits).get('dhakadiary');
    if (!account) throw new Error('nobody');
    for (const url of [
      avatarUrl(sandbox, platform, account.person),
      pictureUrl(sandbox, platform, account.person, account.feed.post(4999), '16x9'),
    ]) {
      const { status, headers, body } = await call<string>(url);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('image/svg+xml');
      expect(headers.get('cache-control')).toContain('immutable');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(body).toContain('</svg>');
    }
  }
});

it.each([
  'instagram/nobody/avatar-1x1-96.svg',
  'myspace/kwameshoots/avatar-1x1-96.svg',
  'instagram/kwameshoots/x.toString.0-4x5-96.svg',
  'instagram/kwameshoots/x.cat.0-3x3-96.svg',
])('has no picture at %s', async (path) => {
  expect((await call(`${running.url}/pictures/${path}`)).status).toBe(404);
});
