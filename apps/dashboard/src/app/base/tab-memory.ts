import { Injectable } from '@angular/core';

const PREFIX = 'linkage-tab/';

/** What this tab remembers when its page is loaded again; gone when the tab is closed. */
@Injectable({ providedIn: 'root' })
export class TabMemory {
  read(name: string): unknown {
    try {
      const text = sessionStorage.getItem(PREFIX + name);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined; // no storage, or something that another version wrote
    }
  }

  /** undefined: forget it. */
  write(name: string, value: unknown): void {
    try {
      if (value === undefined) sessionStorage.removeItem(PREFIX + name);
      else sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
    } catch {
      // Without storage a page that is loaded again begins anew.
    }
  }

  take(name: string): unknown {
    const value = this.read(name);
    this.write(name, undefined);
    return value;
  }

  forgetAll(): void {
    try {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    } catch {
      // There is nothing to forget.
    }
  }
}
