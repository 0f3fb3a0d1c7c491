import { Injectable, inject } from '@angular/core';
import { TabMemory } from '../../base/tab-memory';
import { SessionStore } from '../session/session-store';

/**
 * What was typed and not sent, per workspace: a page that is loaded again or a session that ends loses nothing of it.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly memory = inject(TabMemory);
  private readonly sessions = inject(SessionStore);

  read(form: string): Readonly<Record<string, unknown>> | undefined {
    const draft = this.memory.read(this.nameOf(form));
    return typeof draft === 'object' && draft !== null ? (draft as Record<string, unknown>) : undefined;
  }

  /** undefined: nothing is typed, or it was sent or thrown away. */
  keep(form: string, draft: Readonly<Record<string, unknown>> | undefined): void {
    this.memory.write(this.nameOf(form), draft);
  }

  private nameOf(form: string): string {
    return `draft/${this.sessions.session()?.workspace.workspaceId ?? 'none'}/${form}`;
  }
}
