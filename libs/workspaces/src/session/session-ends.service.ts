import { createHash } from 'node:crypto';
import type { Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SESSION_CLOCK } from './session-clock';

/** The kind of a session in the vault. */
export const SESSION = 'session';

/** Under which a session is kept: the token itself is in the browser's cookie and nowhere else. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** How often it is looked whether another process has written to the vault, which costs next to nothing. */
const LOOK_EVERY_MS = 1_000;

/**
 * Tells those with an answer that goes on for long when its session ends: at once where it ends here, within a second
 * where another process ends it.
 */
@Injectable()
export class SessionEnds implements OnModuleDestroy {
  private readonly watched = new Map<string, Set<() => void>>();
  private timer: NodeJS.Timeout | undefined;
  private revision = 0;

  constructor(
    private readonly secrets: SecretStore,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the way to stop watching. */
  watch(token: string, ended: () => void): () => void {
    const hash = hashOf(token);
    const listeners = this.watched.get(hash) ?? new Set();
    this.watched.set(hash, listeners.add(ended));
    this.begin();
    return () => {
      listeners.delete(ended);
      if (listeners.size === 0 && this.watched.get(hash) === listeners) this.watched.delete(hash);
      if (this.watched.size === 0) this.stop();
    };
  }

  /** The session of this token has ended here. */
  tell(token: string): void {
    this.tellHash(hashOf(token));
  }

  onModuleDestroy(): void {
    this.stop();
  }

  private begin(): void {
    if (this.timer) return;
    this.revision = this.secrets.revision();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async look(): Promise<void> {
    try {
      const revision = this.secrets.revision();
      if (revision === this.revision) return;
      this.revision = revision;
      const now = this.clock.now();
      for (const hash of [...this.watched.keys()])
        if ((await this.secrets.get(SESSION, hash, now)) === undefined) this.tellHash(hash);
    } catch {
      // Whether they hold cannot be known. The browsers come back and are asked for their session again.
      for (const hash of [...this.watched.keys()]) this.tellHash(hash);
    }
  }

  /** The session that is kept under this key has ended here. */
  tellHash(hash: string): void {
    for (const ended of [...(this.watched.get(hash) ?? [])]) ended();
  }
}
