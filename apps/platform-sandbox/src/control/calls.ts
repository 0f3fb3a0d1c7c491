import { Bell } from '../bell';
import type { PlatformId } from '@linkage/platform-guide';

/**
 * One call that a platform answered, or one decision of a person on its pages. Never a query, body, header or token.
 */
export interface Call {
  readonly number: number;
  /** Time of the sandbox, ISO. */
  readonly at: string;
  readonly platform: PlatformId;
  /** `GET` … or `consent`. */
  readonly method: string;
  readonly path: string;
  /** null: no answer was sent. */
  readonly status: number | null;
  readonly note: string | null;
}

const kept = 100;

/** The last calls, newest first. */
export class Calls {
  private readonly list: Call[] = [];
  readonly changed = new Bell();
  private count = 0;

  add(call: Omit<Call, 'number'>): void {
    this.list.unshift({ ...call, number: ++this.count });
    this.list.length = Math.min(this.list.length, kept);
    this.changed.ring();
  }

  last(): readonly Call[] {
    return this.list;
  }
}
