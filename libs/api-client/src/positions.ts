import { Injectable } from '@angular/core';

const REMEMBERED_FOR = 60_000;
const KEY = 'linkage position';

interface Remembered {
  readonly position: string;
  readonly until: number;
}

/**
 * Where this tab's last command stands in the log, also when the page is loaded again. Queries send it along, so that a
 * person reads what they just wrote.
 */
@Injectable({ providedIn: 'root' })
export class Positions {
  private last = kept();

  remember(position: string): void {
    this.last = { position, until: Date.now() + REMEMBERED_FOR };
    keep(this.last);
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

/** A browser may keep nothing: then a page that is loaded again may be a moment behind. */
function keep({ position, until }: Remembered): void {
  try {
    sessionStorage.setItem(KEY, `${until} ${position}`);
  } catch {
    return;
  }
}

function kept(): Remembered | undefined {
  try {
    const [until, position] = sessionStorage.getItem(KEY)?.split(' ') ?? [];
    return position === undefined ? undefined : { position, until: Number(until) };
  } catch {
    return undefined;
  }
}
