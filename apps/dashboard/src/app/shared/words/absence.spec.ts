import { platformData } from '@linkage/platform-guide';
import { absence, contentAbsence } from './absence';

describe('what stands in the place of a figure that is not there', () => {
  it('says of hidden subscribers that the creator hides them, and how they are shown again', () => {
    expect(absence('not-offered', 'youtube', platformData.youtube.profile.followers)).toEqual({
      title: 'Hidden by the creator',
      note: 'they can show it in YouTube Studio',
      why: 'The creator hides the number of subscribers. They can show it in YouTube Studio.',
    });
  });

  it('says the same of hidden likes', () => {
    expect(contentAbsence('not-offered', 'likes', 'youtube', 'video')).toEqual({
      short: 'hidden',
      why: 'The creator hides the likes of this video. They can show them in YouTube Studio.',
    });
  });

  it('tells comments that are off from stories, which have none', () => {
    expect(contentAbsence('not-applicable', 'comments', 'instagram', 'story').short).toBe('none on stories');
    expect(contentAbsence('not-applicable', 'comments', 'youtube', 'video').short).toBe('comments are off');
  });

  it('says from how many people on a figure is given', () => {
    expect(absence('below-threshold', 'instagram', platformData.instagram.audience.ages).why).toBe(
      'From 100 followers on. It appears here as soon as there are enough.',
    );
  });

  it('blames the platform for what it gives to no app', () => {
    expect(contentAbsence('not-offered', 'reach', 'youtube', 'video')).toEqual({
      short: 'not offered',
      why: 'YouTube tells no app how many different people watched a video.',
    });
  });

  it('leaves open why a platform does not give what it gives to others', () => {
    const { title, why } = absence('not-offered', 'instagram', platformData.instagram.profile.followers);
    expect(title).toBe('Not given by Instagram');
    expect(why).toContain('may keep it hidden');
  });
});
