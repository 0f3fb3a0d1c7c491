import type { Kernel } from '../runtime/kernel';
import { sealFacts } from './seal';
import { Sealer } from './sealer';

/** Seals are known; with `seals` this process writes them, too. */
export const auditChain =
  ({ seals = false }: { readonly seals?: boolean } = {}) =>
  ({ parts }: Kernel): { readonly sealer: Sealer | null } => {
    parts.codec.learn(sealFacts);
    return { sealer: seals ? new Sealer(parts) : null };
  };
