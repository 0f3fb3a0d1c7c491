import type { PersonalData } from '../personal-data/personal-data';
import { Erasures, type ErasuresKernel } from './erasures';

/** Persons can be erased; what is remembered of them goes in every process. */
export const personErasure =
  (personalData: PersonalData, { lookEveryMs }: { readonly lookEveryMs?: number | undefined } = {}) =>
  (kernel: ErasuresKernel): { readonly erasures: Erasures } => ({
    erasures: new Erasures(kernel, personalData, lookEveryMs),
  });
