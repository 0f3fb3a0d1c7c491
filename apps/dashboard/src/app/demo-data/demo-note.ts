import { Injectable, inject, signal } from '@angular/core';
import { TabMemory } from '../base/tab-memory';

const NOTE = 'demo-data';

/** Whether this tab asked for demo data and has not closed the report, also after it was loaded again. */
@Injectable({ providedIn: 'root' })
export class DemoNote {
  private readonly memory = inject(TabMemory);
  private readonly noted = signal(this.memory.read(NOTE) === true);
  readonly isShown = this.noted.asReadonly();

  show(shown: boolean): void {
    this.memory.write(NOTE, shown || undefined);
    this.noted.set(shown);
  }
}
