import { LRUCache } from 'lru-cache';
import type { KeyBinding } from '../commands/command-handling';
import { keyUsedForAnother } from '../commands/idempotency';
import type { BoundCommand } from '../facts/fact';
import { type ReadStore, ReadStoreUnavailable } from '../read-models/read-store.port';
import type { Kernel } from '../runtime/kernel';
import { boundCommands, type KnownCommand } from './bound-commands.projection';

const MOST_REMEMBERED = 10_000;

/** From a read model, and from memory until it is in there. Without the read model both commands are done. */
class BoundKeys implements KeyBinding {
  private readonly remembered = new LRUCache<string, string>({ max: MOST_REMEMBERED });

  constructor(private readonly store: ReadStore) {}

  /** A command that records nothing leaves its key free. */
  async run<T extends { readonly facts: readonly unknown[] }>(
    { key, request }: BoundCommand,
    work: () => Promise<T>,
  ): Promise<T> {
    const known = this.remembered.get(key);
    if (known !== undefined && known !== request) throw keyUsedForAnother();
    if (known !== undefined) return work();
    this.remembered.set(key, request);
    try {
      const before = await this.stored(key);
      if (before !== undefined && before !== request) throw keyUsedForAnother();
      const done = await work();
      if (done.facts.length === 0) this.remembered.delete(key);
      return done;
    } catch (error) {
      this.remembered.delete(key);
      throw error;
    }
  }

  private async stored(key: string): Promise<string | undefined> {
    try {
      if (!(await this.store.has(boundCommands.collection))) return undefined;
      return (await this.store.get<KnownCommand>(boundCommands.collection, key))?.request;
    } catch (error) {
      // Commands go on without the read models.
      if (error instanceof ReadStoreUnavailable) return undefined;
      throw error;
    }
  }
}

export interface BoundKeysOptions {
  /** Without it, an idempotency key is bound within one stream only. Default: no. */
  readonly bindsKeys?: boolean;
}

/** An idempotency key is bound to its request across streams and processes. */
export const boundKeys =
  ({ bindsKeys = false }: BoundKeysOptions = {}) =>
  ({ parts, commands, consumers }: Kernel): void => {
    if (!bindsKeys) return;
    commands.binding = new BoundKeys(parts.store);
    consumers.add({ facts: {}, projections: [boundCommands] });
  };
