import { Component, DOCUMENT, DestroyRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { LiveUpdates } from '@linkage/api-client';
import { Avatar, Banner, Icon, KeptFocus, Logo, Menu, formatExact, initialsOf } from '@linkage/ui';
import { filter } from 'rxjs';
import { TabCounts } from '../lists/tab-counts';
import { OwnChanges } from '../session/own-changes';
import { LostSession } from '../session/lost-session';
import { SessionStore } from '../session/session-store';
import { Toasts } from '../toasts/toasts';
import { PlanMeter } from '../plan/plan-meter';
import { AccountMenu } from './account-menu';
import { Keys } from './keys';
import { Arrival } from './page-heading';
import { Places } from './places';
import { MissingCode } from '../../base/missing-code';
import { LOAD_PAGE, addressUnderWay } from '../../base/page-load';
import { ServerClock, movedText } from '../../base/server-clock';
import { TabMemory } from '../../base/tab-memory';
import { Theme } from '../../base/theme';
import { Version } from '../../base/version';
import { Later, whenWanted } from '../../base/later';

/** The tabs of Creators are one page; each account is one of its own. */
const pageOf = (url: string): string => {
  const path = url.split(/[?#]/u)[0] ?? '';
  return path.startsWith('/creators') ? '/creators' : path;
};

const sectionOf = (url: string): 'creators' | 'history' | null => {
  const page = pageOf(url);
  if (page === '/account') return null;
  return page === '/history' ? 'history' : 'creators';
};

const FOLDED = 'demo-folded';

/** The frame around every page of a workspace: sidebar, icon rail or top bar by width; banners; the live line. */
@Component({
  selector: 'app-shell',
  imports: [RouterOutlet, RouterLink, AccountMenu, Avatar, Banner, Icon, Logo, Menu, Later, PlanMeter],
  providers: [TabCounts, KeptFocus], // of this workspace: gone with the frame
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly live = inject(LiveUpdates);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly arrival = inject(Arrival);
  private readonly sessions = inject(SessionStore);
  protected readonly clock = inject(ServerClock);
  protected readonly theme = inject(Theme);
  protected readonly version = inject(Version);
  protected readonly code = inject(MissingCode);
  private readonly memory = inject(TabMemory);
  /** Folded, the clock stands in the demo's corner of the sidebar. */
  protected readonly demoFolded = signal(this.memory.read(FOLDED) === true);
  private readonly loadPage = inject(LOAD_PAGE);
  private readonly counts = inject(TabCounts);
  protected readonly session = this.sessions.session;
  protected readonly unconfirmed = whenWanted(
    () => this.session()?.member.mustConfirmEmail === true,
    () => import('../session/unconfirmed-email').then(({ UnconfirmedEmail }) => UnconfirmedEmail),
  );
  protected readonly mark = computed(() => initialsOf(this.session()?.workspace.name ?? ''));
  protected readonly moved = computed(() => (this.clock.movedBy() === 0 ? null : movedText(this.clock.movedBy())));
  protected readonly actionNeeded = computed(() =>
    this.counts.actionNeeded() === 0 ? null : formatExact(this.counts.actionNeeded()),
  );
  /** Which entry of the navigation is open; accounts belong to the creators. */
  protected readonly section = signal(sectionOf(this.router.url));
  protected readonly offline = computed(() => this.live.state() === 'polling');

  constructor() {
    effect(() => {
      const session = this.session();
      if (session && this.sessions.loss() === null) untracked(() => this.live.start(session.workspace.workspaceId));
    });
    inject(OwnChanges);
    inject(DestroyRef).onDestroy(() => this.live.stop());
    // Without it the demo's links and banner are missing; every page works.
    void this.clock.known();
    effect(() => {
      const state = this.live.state();
      if (state === 'signed-out' || state === 'other-workspace')
        untracked(() => this.sessions.lose(state === 'signed-out' ? 'ended' : 'replaced'));
    });
    if (inject(LostSession).wasTurnedOver())
      inject(Toasts).show(
        `You signed in to ${this.session()?.workspace.name} in another tab. This tab shows it, too.`,
        'info',
      );
    inject(Places);
    inject(DestroyRef).onDestroy(inject(Keys).listen());
    inject(KeptFocus);
    // From sign-in or registering: the heading takes the focus as on any other page.
    if (this.router.currentNavigation()?.previousNavigation) this.arrival.announce();
    this.greetNewPage();
  }

  protected foldDemo(): void {
    this.memory.write(FOLDED, true);
    this.demoFolded.set(true);
  }

  protected reload(): void {
    this.loadPage(addressUnderWay(this.router) ?? this.router.url);
  }

  /** A new page is announced by moving to its heading; tabs and filters keep the focus where it is. */
  private greetNewPage(): void {
    let current = pageOf(this.router.url);
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(({ urlAfterRedirects }) => {
        this.section.set(sectionOf(urlAfterRedirects));
        if (pageOf(urlAfterRedirects) === current) return;
        current = pageOf(urlAfterRedirects);
        this.arrival.announce();
        if (this.router.currentNavigation()?.trigger !== 'popstate') this.document.defaultView?.scrollTo(0, 0);
      });
  }
}
