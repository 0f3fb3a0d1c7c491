import { Injectable } from '@angular/core';

const REMEMBERED_FOR = 60_000;

/**
 * Where this browser's last command stands in the log. Queries send it along, so that a person reads what they just
 * wrote.
 */
@Injectable({ providedIn: 'root' })
export class Positions {
  private last: { position: string; until: number } | undefined;

  remember(position: string): void {
    this.last = { position, until: Date.now() + REMEMBERED_FOR };
  }

  /**
   * undefined after a minute: by then every read model has long caught up, and waiting would only hide that one has
   * not.
   */
  current(): string | undefined {
    if (this.last !== undefined && this.last.until < Date.now()) this.last = undefined;
    return this.last?.position;
  }
}
