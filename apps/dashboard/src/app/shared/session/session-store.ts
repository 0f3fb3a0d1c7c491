import { Injectable, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ApiError, BROWSER_TABS, WorkspacesApi, type BrowserTabs } from '@linkage/api-client';
import type { Session } from '@linkage/contracts';
import type {
  RegisterRequest,
  RenameMemberRequest,
  SetPasswordRequest,
  SignInRequest,
} from '@linkage/contracts/requests';

const HINT = 'linkage-signed-in';

/**
 * Whether a member has signed in with this browser and not signed out. Only a hint: the cookie, which scripts cannot
 * see, decides.
 */
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

/** What tabs tell each other when it changes; null: signed out. */
interface Told {
  readonly memberId: string;
  readonly workspaceId: string;
}

const told = ({ member: { memberId }, workspace: { workspaceId } }: Session): Told => ({ memberId, workspaceId });
const isSame = (session: Session, { memberId, workspaceId }: Told): boolean =>
  session.member.memberId === memberId && session.workspace.workspaceId === workspaceId;

/** `ended`: the session is over; `replaced`: another member is signed in, or the same one to another workspace. */
export type Loss = 'ended' | 'replaced';

/** The signed-in member. `null`: there is none; `undefined`: not asked yet. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(WorkspacesApi);
  private readonly current = signal<Session | null | undefined>(undefined);
  private readonly tabs = inject(BROWSER_TABS);
  private readonly lost = signal<Loss | null>(null);
  private channel: ReturnType<BrowserTabs['channel']> | undefined;
  /** Whose page this is. It stays while a loss is shown. */
  readonly session = this.current.asReadonly();
  /** What became of that session outside of this page. */
  readonly loss = this.lost.asReadonly();

  /** From now on this tab and the others tell each other when the session changes. */
  listen(): void {
    this.channel ??= this.tabs.channel('linkage-session');
    this.channel.onmessage = ({ data }: MessageEvent<Told | null>): void => this.hear(data);
  }

  lose(how: Loss): void {
    if (this.current() && this.lost() !== 'replaced') this.lost.set(how);
  }

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

  /** For public pages: do not ask the server about a new visitor. */
  async findIfLikely(): Promise<Session | null> {
    return hint.given() ? this.find() : null;
  }

  /** Reads again what may have changed elsewhere; what is known stays when the server cannot be asked. */
  async refresh(): Promise<void> {
    const session = await firstValueFrom(this.api.session()).catch(() => undefined);
    const shown = this.current();
    if (session === undefined) return;
    if (shown && !isSame(shown, told(session))) this.lose('replaced');
    else this.set(session);
  }

  async register(request: RegisterRequest, key: string): Promise<void> {
    this.change(await firstValueFrom(this.api.register(request, key)));
  }

  async setPassword(request: SetPasswordRequest): Promise<void> {
    this.change(await firstValueFrom(this.api.setPassword(request)));
  }

  async rename(request: RenameMemberRequest): Promise<void> {
    this.change(await firstValueFrom(this.api.rename(request)));
  }

  async signIn(request: SignInRequest): Promise<void> {
    this.change(await firstValueFrom(this.api.signIn(request)));
  }

  /** Over a page that goes on when it is the same person and workspace; it is lost when not. */
  async signInAgain(request: SignInRequest): Promise<void> {
    const session = await firstValueFrom(this.api.signIn(request));
    const shown = this.current();
    if (shown && !isSame(shown, told(session))) {
      this.channel?.postMessage(told(session));
      return this.lost.set('replaced');
    }
    this.change(session);
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.api.signOut());
    this.change(null);
  }

  /** The member signed in by now, whatever this page shows. */
  now(): Promise<Session> {
    return firstValueFrom(this.api.session());
  }

  /** The server no longer knows this session. */
  forget(): void {
    this.set(null);
  }

  private change(session: Session | null): void {
    this.set(session);
    this.channel?.postMessage(session && told(session));
  }

  private hear(now: Told | null): void {
    const shown = this.current();
    if (!shown) return now === null ? undefined : this.current.set(undefined); // to be asked for
    if (now === null) return this.lose('ended');
    this.lost.set(isSame(shown, now) ? null : 'replaced');
  }

  private set(session: Session | null): void {
    hint.set(session !== null);
    this.lost.set(null);
    this.current.set(session);
  }
}
