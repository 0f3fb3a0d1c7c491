import type { Kernel } from '../runtime/kernel';
import { Erasures } from './erasures';

/** Persons can be erased; what is remembered of them goes in every process. */
export const personErasure =
  ({ lookEveryMs }: { readonly lookEveryMs?: number | undefined } = {}) =>
  (kernel: Kernel): { readonly erasures: Erasures } => ({ erasures: new Erasures(kernel, lookEveryMs) });
