import { Injectable, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ApiError, WorkspacesApi } from '@linkage/api-client';
import type { RegisterRequest, Session, SignInRequest } from '@linkage/contracts';

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
    this.current.set(session);
    return session;
  }

  async register(request: RegisterRequest, key: string): Promise<void> {
    this.current.set(await firstValueFrom(this.api.register(request, key)));
  }

  async signIn(request: SignInRequest): Promise<void> {
    this.current.set(await firstValueFrom(this.api.signIn(request)));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.api.signOut());
    this.current.set(null);
  }

  /** The server no longer knows this session. */
  forget(): void {
    this.current.set(null);
  }
}
