import { instagram, type InstagramAccount } from '../instagram/population';
import { youtube, type YoutubeAccount } from '../youtube/population';
import type { RunningSandbox } from '../server';
import { call, startForTest } from '../testing/visitor';
import type { FaultKind } from '../fault-kinds';
import { PICTURES } from '../faults';
import { draw, motifs } from './draw';
import { avatarUrl, pictureUrl } from './links';
import { rasterise } from './raster/rasterise';

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

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers, redirect: 'manual' });

it('paints what it draws: colours, gradients, masks, pens, on as many pixels as were asked for', () => {
  for (const motif of Object.keys(motifs) as (keyof typeof motifs)[]) {
    const { width, height, pixels } = rasterise(draw(motif, 'one', '4x5', 80));
    expect([width, height]).toEqual([80, 100]);
    const colours = new Set(Array.from({ length: width * height }, (_, i) => pixels.subarray(i * 3, i * 3 + 3).join()));
    expect(colours.size).toBeGreaterThan(50);
  }
  const svg =
    '<svg xmlns="" width="40" height="20" viewBox="-20 -10 40 20"><rect x="-20" y="-10" width="40" height="20" fill="#fff"/>' +
    '<clipPath id="a"><rect x="-20" y="-10" width="20" height="20"/></clipPath><g clip-path="url(#a)"><circle cx="0" cy="0" r="8" fill="#f00"/></g>' +
    '<path d="M4 0H16" fill="none" stroke="#00f8" stroke-width="4"/></svg>';
  const { pixels } = rasterise(svg);
  const at = (x: number, y: number): number[] => [...pixels.subarray((y * 40 + x) * 3, (y * 40 + x) * 3 + 3)];
  expect(at(15, 10)).toEqual([255, 0, 0]);
  expect(at(22, 5)).toEqual([255, 255, 255]);
  expect(at(30, 10)).toEqual([119, 119, 255]);
  expect(at(30, 14)).toEqual([255, 255, 255]);
});

it('serves faces and posts as a browser and a server take them, to be kept for ever', async () => {
  const { sandbox } = running;
  for (const traits of [instagram, youtube]) {
    const platform = traits.id;
    const account = sandbox.world.of<InstagramAccount | YoutubeAccount>(traits).get('dhakadiary');
    if (!account) throw new Error('no account');
    for (const url of [
      avatarUrl(sandbox, platform, account.person),
      pictureUrl(sandbox, platform, account.person, account.feed.post(4999), '16x9'),
    ]) {
      const answer = await get(url);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('cache-control')).toContain('immutable');
      const body = Buffer.from(await answer.arrayBuffer());
      expect(body.subarray(0, 8)).toEqual(png);
      expect(body.length).toBeLessThan(100_000);
      expect((await get(url, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304);
    }
  }
});

it('signs addresses anew for each answer where the platform does so, and they end', async () => {
  const { sandbox } = running;
  const person = sandbox.world.person('instagram', 'dhakadiary');
  if (!person) throw new Error('no person');
  const first = avatarUrl(sandbox, 'instagram', person);
  sandbox.clock.advance(3_600_000);
  const second = avatarUrl(sandbox, 'instagram', person);
  expect(second).not.toBe(first);
  expect(new URL(second).pathname).toBe(new URL(first).pathname);
  sandbox.clock.advance(71.5 * 3_600_000);
  expect((await get(first)).status).toBe(403);
  expect((await get(second)).status).toBe(200);
});

it('fails as it is told to, pictures apart from calls', async () => {
  const { sandbox } = running;
  const person = sandbox.world.person('youtube', 'dhakadiary');
  if (!person) throw new Error('no person');
  const url = avatarUrl(sandbox, 'youtube', person);
  const struck = async (kind: FaultKind, host: string | null = PICTURES) => {
    sandbox.faults.put('youtube', { kind, left: null, host, path: null, person: null });
    const { status, headers } = await get(url);
    return [status, headers.get('location')];
  };
  expect(await struck('refused')).toEqual([403, null]);
  expect(await struck('500')).toEqual([500, null]);
  expect(await struck('html')).toEqual([502, null]);
  expect(await struck('elsewhere')).toEqual([302, 'http://169.254.169.254/latest/meta-data/']);
  expect(await struck('refused', null)).toEqual([200, null]);
  sandbox.faults.clear('youtube');
});

it.each([
  'instagram/nobody/avatar-1x1-96.png',
  'myspace/kwameshoots/avatar-1x1-96.png',
  'instagram/kwameshoots/x.toString.0-4x5-96.png',
  'instagram/kwameshoots/x.cat.0-3x3-96.png',
])('has no picture at %s', async (path) => {
  expect((await call(`${running.url}/pictures/${path}`)).status).toBe(404);
});
