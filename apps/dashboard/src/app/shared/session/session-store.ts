import { Injectable, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ApiError, WorkspacesApi } from '@linkage/api-client';
import type { Session } from '@linkage/contracts';
import type { RegisterRequest, SetPasswordRequest, SignInRequest } from '@linkage/contracts/requests';

const HINT = 'linkage-signed-in';

/** Whether somebody has signed in with this browser and not signed out. Only a hint: the cookie, which scripts cannot see, decides. */
const hint = {
  given: (): boolean => {
    try {
      return localStorage.getItem(HINT) !== null;
    } catch {
      return true; // no storage: ask the server
    }
  },
  set: (signedIn: boolean): void => {
    try {
      if (signedIn) localStorage.setItem(HINT, '1');
      else localStorage.removeItem(HINT);
    } catch {
      // Without storage each public page asks the server.
    }
  },
};

/** Who is signed in. `null`: nobody; `undefined`: not asked yet. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(WorkspacesApi);
  private readonly current = signal<Session | null | undefined>(undefined);
  readonly session = this.current.asReadonly();

  /** Rejects with an `ApiError` when the server cannot be asked. */
  async find(): Promise<Session | null> {
    const known = this.current();
    if (known !== undefined) return known;
    const session = await firstValueFrom(this.api.session()).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    });
    this.set(session);
    return session;
  }

  /** For public pages: do not ask the server about somebody who was never here. */
  async findIfLikely(): Promise<Session | null> {
    return hint.given() ? this.find() : null;
  }

  async register(request: RegisterRequest, key: string): Promise<void> {
    this.set(await firstValueFrom(this.api.register(request, key)));
  }

  async setPassword(request: SetPasswordRequest): Promise<void> {
    this.set(await firstValueFrom(this.api.setPassword(request)));
  }

  async signIn(request: SignInRequest): Promise<void> {
    this.set(await firstValueFrom(this.api.signIn(request)));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.api.signOut());
    this.set(null);
  }

  /** The server no longer knows this session. */
  forget(): void {
    this.set(null);
  }

  private set(session: Session | null): void {
    hint.set(session !== null);
    this.current.set(session);
  }
}
