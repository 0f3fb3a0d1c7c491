import { isLoss, type Loss, type Read } from '../loss';

/** The items of a list that could be read, and why others could not. A list that is left out is empty. */
export function readable<T>(items: readonly (Read<T> | undefined)[] | undefined): { items: T[]; lost: Loss[] } {
  const all = items ?? [];
  return {
    items: all.filter((item): item is T => item !== undefined && !isLoss(item)),
    lost: all.filter(isLoss),
  };
}
