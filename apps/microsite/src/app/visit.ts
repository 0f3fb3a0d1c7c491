import { Injectable, InjectionToken, computed, inject, signal } from '@angular/core';
import type { AttemptOutcome, Microsite, PlatformId } from '@linkage/contracts';
import type { ConnectionRequest } from '@linkage/contracts/requests';
import { MicrositeApi, type ApiError } from '@linkage/api-client';
import { platforms } from '@linkage/platform-guide';
import { AnsweredQuestions } from './answered-questions';
import { PageAddress } from './page-address';

interface KnownAccount {
  readonly accountId: string;
  readonly username: string;
}

/** What went wrong on this page, with what it was about. */
export type Trouble =
  | { readonly at: 'start'; readonly platform: PlatformId; readonly error: ApiError }
  | { readonly at: 'choose'; readonly error: ApiError }
  | { readonly at: 'disconnect'; readonly username: string; readonly error: ApiError };

/** How long to wait before the outcome is looked for again, in ms. */
export const LOOK_AGAIN = new InjectionToken<number>('look again', { factory: () => 2_000 });
const LOOKS = 15;

/** There is no such thing (any more), or the invitation was withdrawn: the page itself says what is left. */
const isOver = ({ code }: ApiError): boolean => code === 'not-found' || code === 'invitation-withdrawn';

/** One creator's visit: the page's data, what came of the attempt, and what the creator does. */
@Injectable({ providedIn: 'root' })
export class Visit {
  private readonly api = inject(MicrositeApi);
  private readonly address = inject(PageAddress);
  private readonly pause = inject(LOOK_AGAIN);
  private readonly answered = inject(AnsweredQuestions);

  readonly site = signal<Microsite | null>(null);
  /** Why the page itself could not be had. */
  readonly failure = signal<ApiError | null>(null);
  readonly badLink = computed(
    () => this.address.link === '' || this.address.problem !== null || this.failure()?.code === 'not-found',
  );
  /** undefined: not known yet. null: there is none (any more). */
  readonly outcome = signal<AttemptOutcome | null | undefined>(this.address.attemptId() === null ? null : undefined);
  readonly outcomeFailure = signal<ApiError | null>(null);
  /** The attempt is still open, and the page has stopped looking. */
  readonly gaveUp = signal(false);
  /** The platform whose page is being opened. */
  readonly opening = signal<PlatformId | null>(null);
  /** What was chosen is being connected. */
  readonly choosing = signal(false);
  /** An answer to the open question is on its way. */
  readonly isAnswering = computed(() => this.choosing() || this.opening() !== null);
  readonly disconnecting = signal<string | null>(null);
  readonly trouble = signal<Trouble | null>(null);
  /** Why an answer to the open question came to nothing. */
  readonly troubleOfChoice = computed(() => {
    const trouble = this.trouble();
    return trouble?.at === 'choose' || trouble?.at === 'start' ? trouble.error.message : null;
  });
  /** The platform about which a question is asked before it is opened. */
  readonly askingFirst = signal<PlatformId | null>(null);
  /** Said politely to screen readers, and shown. */
  readonly news = signal<KnownAccount | null>(null);
  /** The account whose disconnecting is being asked about. */
  readonly asking = signal<string | null>(null);
  readonly done = signal(false);

  start(): void {
    this.load();
    if (this.address.attemptId() !== null) this.look();
  }

  load(): void {
    if (this.address.link === '' || this.address.problem !== null) return;
    this.failure.set(null);
    this.refresh((error) => this.failure.set(error));
  }

  /** Looks for changes that another tab has made; what is on the screen stays if it fails. */
  refresh(failed: (error: ApiError) => void = () => undefined): void {
    this.api.site(this.address.link).subscribe({
      next: (site) => this.site.set(site),
      error: (error: ApiError) => (error.code === 'not-found' ? this.failure.set(error) : failed(error)),
    });
  }

  look(left = LOOKS): void {
    const attemptId = this.address.attemptId();
    if (attemptId === null) return;
    this.gaveUp.set(false);
    this.outcomeFailure.set(null);
    this.api.outcome(this.address.link, attemptId).subscribe({
      next: (outcome) => {
        this.outcome.set(outcome);
        if (outcome.result !== 'started') this.refresh();
        else if (outcome.choice !== null) return;
        else if (left > 1) setTimeout(() => this.look(left - 1), this.pause);
        else this.gaveUp.set(true);
      },
      error: (error: ApiError) => (isOver(error) ? this.toAccounts() : this.outcomeFailure.set(error)),
    });
  }

  /** `request`: which account is to be reconnected, or which attempt is started over. */
  connect(platform: PlatformId, request: ConnectionRequest = {}): void {
    if (this.opening() !== null) return;
    this.opening.set(platform);
    this.trouble.set(null);
    this.news.set(null);
    this.api.connect(this.address.link, platform, request).subscribe({
      next: ({ authorizeUrl }) => this.address.leaveFor(authorizeUrl),
      error: (error: ApiError) => {
        this.opening.set(null);
        this.trouble.set({ at: 'start', platform, error });
        if (isOver(error)) this.refresh();
      },
    });
  }

  /** Once more, and to the same account where it is known which was meant. */
  connectAgain({ platform, account, reconnects }: AttemptOutcome): void {
    const accountId = account?.accountId ?? reconnects;
    this.connect(platform, accountId === null ? {} : { reconnects: accountId });
  }

  /** To connect a first account of the platform: asks before, where that can save a failed try, once in a visit. */
  connectFirst(platform: PlatformId): void {
    if (platforms[platform].firstQuestion !== null && !this.answered.has(platform)) this.askingFirst.set(platform);
    else this.connect(platform);
  }

  /** Whatever the answer was: nothing keeps a creator from trying. */
  goOn(platform: PlatformId): void {
    this.answered.add(platform);
    this.askingFirst.set(null);
    this.connect(platform);
  }

  /** None of the accounts on offer is meant: back to the platform, which asks which account to use. */
  switchAccount(): void {
    const outcome = this.outcome();
    if (outcome) this.connect(outcome.platform, { insteadOf: outcome.attemptId });
  }

  /** Says which of the accounts on offer are meant. */
  choose(accounts: readonly string[]): void {
    const attemptId = this.address.attemptId();
    if (attemptId === null || this.choosing()) return;
    this.choosing.set(true);
    this.trouble.set(null);
    this.api.choose(this.address.link, attemptId, accounts).subscribe({
      next: () => {
        this.choosing.set(false);
        this.look();
      },
      error: (error: ApiError) => {
        this.choosing.set(false);
        if (isOver(error)) this.toAccounts();
        else this.trouble.set({ at: 'choose', error });
      },
    });
  }

  /** Back to a choice that was left open. */
  resume(attemptId: string): void {
    this.address.remember(attemptId);
    this.outcome.set(undefined);
    this.look();
  }

  disconnect({ accountId, username }: KnownAccount): void {
    if (this.disconnecting() !== null) return;
    this.disconnecting.set(accountId);
    this.trouble.set(null);
    this.news.set(null);
    this.api.disconnect(this.address.link, accountId).subscribe({
      next: () => {
        this.disconnecting.set(null);
        this.asking.set(null);
        this.news.set({ accountId, username });
        this.refresh();
      },
      error: (error: ApiError) => {
        this.disconnecting.set(null);
        this.trouble.set({ at: 'disconnect', username, error });
      },
    });
  }

  /**
   * From the outcome, or the last page, back to the list; `ask`: with the question whether to disconnect this account.
   */
  toAccounts(ask: string | null = null): void {
    this.address.forgetAttempt();
    this.outcome.set(null);
    this.done.set(false);
    this.asking.set(ask);
    this.trouble.set(null);
  }

  /** The browser shows this page again from its memory, after "Back" on the platform's page. */
  cameBack(): void {
    this.opening.set(null);
    this.load();
  }
}
