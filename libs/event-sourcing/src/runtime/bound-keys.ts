import type { BoundCommand } from '../bound-command';
import { type ReadStore, ReadStoreUnavailable } from '../read-store.port';
import { boundCommands, type KnownCommand } from './bound-commands.projection';
import { keyUsedForAnother } from './idempotency';

const MOST_REMEMBERED = 10_000;

/**
 * Which command each key is bound to, whatever stream it went to. Within a stream the log itself says it; across streams a read model does, and what this
 * process has bound itself is remembered until it is in there. Without the read model nothing is lost: both commands are done then.
 */
export class BoundKeys {
  private readonly remembered = new Map<string, string>();

  /** `store` is absent where no read model is kept. */
  constructor(private readonly store: ReadStore | undefined) {}

  /**
   * Runs a command that is bound to its key; undefined: to none. A command that records nothing leaves its key free.
   * @throws DomainError idempotency-key-reused
   */
  async run<T extends { readonly facts: readonly unknown[] }>(
    command: BoundCommand | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    if (!command) return work();
    const { key, request } = command;
    const known = this.remembered.get(key);
    if (known !== undefined && known !== request) throw keyUsedForAnother();
    if (known !== undefined) return work();
    this.remember(command);
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

  private remember({ key, request }: BoundCommand): void {
    this.remembered.set(key, request);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
  }

  private async stored(key: string): Promise<string | undefined> {
    try {
      if (!this.store || !(await this.store.has(boundCommands.collection))) return undefined;
      return (await this.store.get<KnownCommand>(boundCommands.collection, key))?.request;
    } catch (error) {
      // Commands go on without the read models.
      if (error instanceof ReadStoreUnavailable) return undefined;
      throw error;
    }
  }
}
