import { readable } from '../answers';
import { isLoss, known, type Loss } from '../loss';
import type { MediaAnswer } from './instagram.answers';

/** One post or story of a list, as it was read. */
export type Media = Exclude<Exclude<MediaAnswer['data'], Loss>[number], Loss | undefined>;
/** One whose id could be read: any other has no place anywhere. */
export type NamedMedia = Media & { readonly id: string };

/** The posts of a page that can be named, and why others cannot. */
export function namedIn(data: MediaAnswer['data']): { readonly named: NamedMedia[]; readonly lost: readonly Loss[] } {
  if (isLoss(data)) return { named: [], lost: [data] };
  const { items, lost } = readable<Media>(data);
  const named = items.filter((media): media is NamedMedia => !isLoss(media.id));
  return { named, lost: [...lost, ...items.map(({ id }) => id).filter(isLoss)] };
}

/** ms; a post without a time is the oldest. */
export const timeOf = (media: Media): number => Date.parse(known(media.timestamp) ?? '') || 0;

export const newestFirst = (media: readonly NamedMedia[]): NamedMedia[] =>
  [...media].sort((one, other) => timeOf(other) - timeOf(one) || (one.id < other.id ? -1 : 1));

/** A post that is published while the list is read moves all others to the next page: those come twice. */
export const once = (media: readonly NamedMedia[], seen: Set<string>): NamedMedia[] =>
  media.filter(({ id }) => !seen.has(id) && seen.add(id));
