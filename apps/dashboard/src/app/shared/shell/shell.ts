import { ViewportScroller } from '@angular/common';
import { Component, DestroyRef, computed, effect, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatMenuTrigger } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { LiveUpdates } from '@linkage/api-client';
import { Avatar, Banner, Icon, Logo, formatExact, initialsOf } from '@linkage/ui';
import { filter } from 'rxjs';
import { TabCounts } from '../lists/tab-counts';
import { SessionStore } from '../session/session-store';
import { AccountMenu } from './account-menu';
import { Arrival } from './page-heading';
import { ServerClock, movedText } from '../../base/server-clock';
import { Theme } from '../../base/theme';

/** The tabs of Creators are one page; each account is one of its own. */
const pageOf = (url: string): string => {
  const path = url.split(/[?#]/u)[0] ?? '';
  return path.startsWith('/creators') ? '/creators' : path;
};

const sectionOf = (url: string): 'creators' | 'history' => (pageOf(url) === '/history' ? 'history' : 'creators');

/** The frame around every page of a workspace: sidebar, icon rail or top bar by width; banners; the live line. */
@Component({
  selector: 'app-shell',
  imports: [RouterOutlet, RouterLink, MatMenuTrigger, AccountMenu, Avatar, Banner, Icon, Logo],
  providers: [TabCounts], // of this workspace: gone with the frame
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly live = inject(LiveUpdates);
  private readonly router = inject(Router);
  private readonly scroller = inject(ViewportScroller);
  private readonly arrival = inject(Arrival);
  private readonly sessions = inject(SessionStore);
  protected readonly clock = inject(ServerClock);
  protected readonly theme = inject(Theme);
  private readonly counts = inject(TabCounts);
  protected readonly session = this.sessions.session;
  protected readonly mark = computed(() => initialsOf(this.session()?.workspace.name ?? ''));
  protected readonly moved = computed(() => (this.clock.movedBy() === 0 ? null : movedText(this.clock.movedBy())));
  protected readonly actionNeeded = computed(() =>
    this.counts.actionNeeded() === 0 ? null : formatExact(this.counts.actionNeeded()),
  );
  /** Which entry of the navigation is open; accounts belong to the creators. */
  protected readonly section = signal(sectionOf(this.router.url));
  protected readonly offline = computed(() => this.live.state() === 'polling');

  constructor() {
    this.live.start();
    inject(DestroyRef).onDestroy(() => this.live.stop());
    // Without it the demo's links and banner are missing; every page works.
    void this.clock.load().catch(() => undefined);
    effect(() => {
      if (this.live.state() === 'signed-out') void this.leave();
    });
    this.greetNewPage();
  }

  private leave(): Promise<boolean> {
    const returnTo = this.router.url;
    this.sessions.forget();
    return this.router.navigate(['/sign-in'], { queryParams: { returnTo } });
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
        if (this.router.currentNavigation()?.trigger !== 'popstate') this.scroller.scrollToPosition([0, 0]);
      });
  }
}
