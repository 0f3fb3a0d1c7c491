import * as facebook from '../facebook/facebook.fixtures';
import * as instagram from '../instagram/instagram.fixtures';
import * as tiktok from '../tiktok/tiktok.fixtures';
import * as x from '../twitter/twitter.fixtures';
import { mapRecorded } from './map-recorded';

const value = (of: unknown) => ({ is: 'value', value: of });
const mapped = (platform: string, call: string, body: unknown, status = 200) =>
  mapRecorded({ platform, call, status, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('a recorded answer with one item', () => {
  const { account_type: _type, user_id: _id, ...account } = instagram.user;
  const { impression_count: _public, ...counts } = x.post.public_metrics!;
  const withoutImpressions = { ...x.post, created_at: new Date().toISOString(), public_metrics: counts };
  const ofX = { data: x.withMedia('2', '13_2'), includes: { media: [x.video] } };
  it.each<[string, string, unknown, object]>([
    ['twitter', 'GET /2/tweets/:id', ofX, { contentId: '2', type: 'video' }],
    ['twitter', 'GET /2/tweets/{tweet_id}', { data: x.post }, { contentId: x.post.id, figures: { likes: value(41) } }],
    ['twitter', 'GET /2/tweets/:id', { data: withoutImpressions }, { contentId: x.post.id }],
    ['twitter', 'GET https://api.x.com/2/tweets/1460323737035677698?expansions=a', { data: x.post }, {}],
    ['instagram', 'GET /{ig-media-id}', instagram.reel, { contentId: instagram.reel.id, type: 'reels' }],
    ['instagram', 'GET /17932174733377207?fields=id', instagram.image, { contentId: instagram.image.id }],
    ['instagram', 'GET /{story-id}', instagram.story, { contentId: instagram.story.id, type: 'story' }],
    ['facebook', 'GET /{post-id}', facebook.photo, { contentId: facebook.photo.id, type: 'image' }],
    ['facebook', `GET /v26.0/${facebook.pageId}_1`, facebook.plain, { contentId: facebook.plain.id, type: 'text' }],
    [
      'tiktok',
      'POST /v2/video/query/?fields=id,title',
      tiktok.ok({ videos: [tiktok.video] }),
      { contentId: tiktok.video.id, figures: { views: value(48_200) } },
    ],
  ])('of %s, %s: the item, and nothing of a list', async (platform, call, body, item) => {
    const { outcome, missing, snapshot } = await mapped(platform, call, body);
    expect({ outcome, missing }).toEqual({ outcome: 'read', missing: [] });
    expect(snapshot).toMatchObject({ content: [item] });
    expect(Object.keys(snapshot ?? {})).toEqual(['content']);
  });

  it.each([
    ['instagram', 'GET /{ig-user-id}', { ...account, id: '17841400000000001' }, 'atelier.amelie'],
    ['twitter', 'GET /2/users/:id', { data: x.user }, x.user.username],
    ['twitter', 'GET /2/users/2244994945', { data: x.user }, x.user.username],
    ['twitter', 'GET /2/users/by/username/:username', { data: x.user }, x.user.username],
    ['twitter', 'GET /2/users/by/username/XDevelopers?user.fields=id', { data: x.user }, x.user.username],
    ['facebook', 'GET /{page-id}', facebook.page, 'brotzeitmitjana'],
  ])('of %s, %s: the account', async (platform, call, body, username) => {
    expect(await mapped(platform, call, body)).toMatchObject({ outcome: 'read', snapshot: { identity: { username } } });
  });

  it.each<[string, string, unknown, number, string]>([
    ['twitter', 'GET /2/tweets/:id', { errors: [x.problem('resource-not-found')] }, 200, 'refused'],
    ['twitter', 'GET /2/tweets/:id', x.monthlyCap, 429, 'app-over-cap'],
    ['instagram', 'GET /{ig-media-id}', instagram.graphError(100, 33), 400, 'refused'],
    ['instagram', 'GET /{ig-media-id}', '<html>', 502, 'platform-down'],
    ['facebook', 'GET /{post-id}', facebook.graphError(190, 463), 400, 'refused'],
    ['facebook', 'GET /{post-id}', 'null', 200, 'platform-down'],
    ['tiktok', 'POST /v2/video/query/', tiktok.refused('scope_not_authorized'), 401, 'permission-missing'],
  ])('of %s, %s, that says no (%j, %i) costs it', async (platform, call, body, status, outcome) => {
    expect(await mapped(platform, call, body, status)).toMatchObject({
      outcome,
      effect: 'costs its own data points',
      missing: [{ section: 'content', part: 'posts' }],
    });
  });

  it('with a field of the wrong type: that data point is missing', async () => {
    const answer = await mapped('instagram', 'GET /{ig-media-id}', { ...instagram.reel, like_count: 'many' });
    expect(answer).toMatchObject({ outcome: 'read-in-part', missing: [{ section: 'content', part: 'likes' }] });
  });

  it('with an id beyond 2^53: it stays whole', async () => {
    const body = `{"id":17932174733377207123,"media_type":"IMAGE","timestamp":"2026-11-01T12:00:00+0000"}`;
    expect((await mapped('instagram', 'GET /{ig-media-id}', body)).snapshot).toMatchObject({
      content: [{ contentId: '17932174733377207123' }],
    });
  });
});
