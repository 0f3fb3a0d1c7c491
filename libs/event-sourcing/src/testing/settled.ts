import type { Kernel } from '../create-kernel';
import { eventually } from './eventually';

/** Resolves when every projection and reactor is idle, including facts that reactors appended meanwhile. */
export const settled = ({ log, operations }: Pick<Kernel, 'log' | 'operations'>, timeoutMs = 5_000): Promise<void> =>
  eventually(async () => {
    const before = await log.head();
    const waiting = (await operations.status()).filter(({ behind, state }) => behind && state !== 'stopped');
    if (waiting.length > 0) throw new Error(`Still at work: ${JSON.stringify(waiting)}`);
    if ((await log.head()) !== before) throw new Error('Facts are still being appended.');
  }, timeoutMs);
