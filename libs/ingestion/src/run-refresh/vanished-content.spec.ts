import { hasVanished } from './vanished-content';

const began = new Date('2026-11-23T12:00:00.000Z');
const all = { completeFor: ['image', 'story'], since: null } as const;
const post = { type: 'image', publishedAt: '2026-11-20T12:00:00.000Z', expiresAt: null } as const;

describe('a known post that a reading of all there are did not find', () => {
  it('has vanished', () => expect(hasVanished(post, all, began)).toBe(true));

  it.each([
    ['is of a type that was not read to its end', post, { ...all, completeFor: ['story'] as const }],
    ['is older than what was read', post, { ...all, since: '2026-11-21T00:00:00.000Z' }],
    ['is a story whose day is over', { ...post, type: 'story', expiresAt: '2026-11-21T12:00:00.000Z' } as const, all],
    ['was published meanwhile', { ...post, publishedAt: '2026-11-23T12:00:00.001Z' }, all],
  ])('may be there all the same: it %s', (_name, given, whole) => expect(hasVanished(given, whole, began)).toBe(false));

  it('has vanished if it is as old as the oldest one that was read, or a story of today', () => {
    expect(hasVanished(post, { ...all, since: post.publishedAt }, began)).toBe(true);
    const story = {
      type: 'story',
      publishedAt: '2026-11-23T08:00:00.000Z',
      expiresAt: '2026-11-24T08:00:00.000Z',
    } as const;
    expect(hasVanished(story, all, began)).toBe(true);
  });
});
