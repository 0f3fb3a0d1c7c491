import type { ContentFigure, ContentType, PlatformId, Unavailable } from '@linkage/contracts';
import { platformData, platforms, type DataPoint } from '@linkage/platform-guide';

const fewPeople = (name: string, point: DataPoint | undefined): string =>
  [`${name} shows this only when enough people are behind it.`, point?.from?.threshold].filter(Boolean).join(' ');

/**
 * Absence is a sentence: a short one for tiles and a longer one that says what to expect. `point`: the figure, where it
 * is one.
 */
export const absence = (
  is: Unavailable,
  platform: PlatformId,
  point?: DataPoint,
): { title: string; note: string; why: string } => {
  const { name } = platforms[platform];
  switch (is) {
    case 'below-threshold':
      return {
        title: `Below ${name}’s threshold`,
        note: 'not enough people yet',
        why: `${point?.from?.threshold ?? `${name} shows this only when enough people are behind it.`} It appears here as soon as there are enough.`,
      };
    case 'not-offered':
      return point?.from === undefined
        ? {
            title: `Not offered by ${name}`,
            note: 'never shared with apps',
            why: point?.notOffered ?? `${name} shares this with no app.`,
          }
        : (point.from.whenHidden ?? {
            title: `Not given by ${name}`,
            note: 'may be hidden there',
            why: `${name} does not give it for this account. The creator may keep it hidden there.`,
          });
    case 'not-applicable':
      return (
        point?.from?.whenNone ?? {
          title: 'Does not apply',
          note: 'not for this account',
          why: 'This kind of account has no such figure.',
        }
      );
    case 'permission-missing':
      return {
        title: 'Permission missing',
        note: 'left out when connecting',
        why: 'The permission was left out when connecting. The creator connects again with the same link and leaves it ticked.',
      };
    case 'not-yet':
      return { title: 'Not fetched yet', note: 'comes with the refresh', why: 'It comes with the first refresh.' };
    case 'unexpected':
      return {
        title: 'Could not be read',
        note: 'tried at every refresh',
        why: `${name} answered with something else than it promises. It is tried again at every refresh.`,
      };
  }
};

/** The same for a figure of a post. */
export const contentAbsence = (
  is: Unavailable,
  figure: ContentFigure,
  platform: PlatformId,
  type: ContentType,
): { short: string; why: string } => {
  const { name } = platforms[platform];
  const point = platformData[platform].content[figure];
  const label = point.words.label.toLowerCase();
  switch (is) {
    case 'below-threshold':
      return { short: 'below threshold', why: fewPeople(name, point) };
    case 'not-offered':
      if (point.from?.whenHidden) return { short: 'hidden', why: point.from.whenHidden.why };
      return {
        short: 'not offered',
        why:
          point.notOffered ?? `${name} does not give ${label} for this post. The creator may keep them hidden there.`,
      };
    case 'not-applicable':
      if (figure === 'comments')
        return type === 'story'
          ? { short: 'none on stories', why: 'Stories have no comments.' }
          : { short: 'comments are off', why: 'The creator has turned comments off for this post.' };
      return {
        // Where only videos are played, text has no views either.
        short: figure !== 'views' ? 'none here' : point.types === undefined ? 'none for photos' : 'no video',
        why: `Posts of this type have no ${label}.`,
      };
    case 'permission-missing':
      return { short: 'no permission', why: 'The permission was left out when connecting.' };
    case 'not-yet':
      return { short: 'not yet', why: 'It comes with the next refresh.' };
    case 'unexpected':
      return {
        short: 'not readable',
        why: `${name} answered with something else than it promises. It is tried again at every refresh.`,
      };
  }
};
