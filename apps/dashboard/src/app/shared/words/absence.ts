import type { ContentFigure, PlatformId, Unavailable } from '@linkage/contracts';
import { platformData, platforms, type DataPoint } from '@linkage/platform-guide';

const fewPeople = (name: string, point: DataPoint | undefined): string =>
  [`${name} shows this only when enough people are behind it.`, point?.from?.threshold].filter(Boolean).join(' ');

/** Absence is a sentence: a short one for tiles and a longer one that says what to expect. `point`: the figure, where it is one. */
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
        why: `${fewPeople(name, point)} It will appear here on its own.`,
      };
    case 'not-offered':
      return point?.from === undefined
        ? {
            title: `Not offered by ${name}`,
            note: 'never shared with apps',
            why: point?.notOffered ?? `${name} shares this with no app.`,
          }
        : {
            title: `Not given by ${name}`,
            note: 'may be hidden there',
            why: `${name} does not give it for this account. The creator may keep it hidden there.`,
          };
    case 'not-applicable':
      return { title: 'Does not apply', note: 'not for this account', why: 'This kind of account has no such figure.' };
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
): { short: string; why: string } => {
  const { name } = platforms[platform];
  const point = platformData[platform].content[figure];
  const label = point.words.label.toLowerCase();
  switch (is) {
    case 'below-threshold':
      return { short: 'below threshold', why: fewPeople(name, point) };
    case 'not-offered':
      return {
        short: 'not offered',
        why:
          point.notOffered ?? `${name} does not give ${label} for this post. The creator may keep them hidden there.`,
      };
    case 'not-applicable':
      return {
        short: figure === 'views' ? 'none for photos' : 'none here',
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
