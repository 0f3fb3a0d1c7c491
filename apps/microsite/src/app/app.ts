import { Component, DestroyRef, DOCUMENT, computed, effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { AccountList } from './accounts/account-list';
import { KeptFocus } from '@linkage/ui';
import { BadLink } from './page/bad-link';
import { BrandHead } from './page/brand-head';
import { Footer } from './page/footer';
import { Help } from './page/help';
import { InAppNotice } from './page/in-app-notice';
import { LoadFailed } from './page/load-failed';
import { Loading } from './page/loading';
import { Privacy } from './page/privacy';
import { Choosing } from './outcome/choosing';
import { Confirming } from './outcome/confirming';
import { Connected } from './outcome/connected';
import { Done } from './outcome/done';
import { Refused } from './outcome/refused';
import { Waiting } from './outcome/waiting';
import { SeenPage } from './seen-page';
import { fill, texts } from './texts';
import { Visit } from './visit';
import { Withdrawn } from './withdrawn/withdrawn';

@Component({
  providers: [KeptFocus],
  selector: 'ms-root',
  imports: [
    AccountList,
    BadLink,
    BrandHead,
    Choosing,
    Confirming,
    Connected,
    Done,
    Footer,
    Help,
    InAppNotice,
    LoadFailed,
    Loading,
    Privacy,
    Refused,
    Waiting,
    Withdrawn,
  ],
  template: `
    <div class="ms">
      <ms-brand-head [brand]="visit.site()?.brand ?? null" [none]="view() === 'bad-link' || view() === 'failed'" />
      <main id="main" tabindex="-1">
        @switch (view()) {
          @case ('bad-link') {
            <ms-bad-link />
          }
          @case ('failed') {
            <ms-load-failed />
          }
          @case ('loading') {
            <ms-loading />
          }
          @case ('withdrawn') {
            <ms-withdrawn />
          }
          @case ('done') {
            <ms-done />
          }
          @case ('waiting') {
            <ms-waiting />
          }
          @case ('confirming') {
            <ms-confirming />
          }
          @case ('choosing') {
            <ms-choosing />
          }
          @case ('connected') {
            <ms-connected />
          }
          @case ('refused') {
            <ms-refused />
          }
          @case ('accounts') {
            <ms-in-app-notice /><ms-account-list />
          }
        }
      </main>
      @if (visit.site(); as site) {
        @if (!visit.badLink()) {
          @if (site.withdrawn) {
            <section class="help" [attr.aria-label]="privacy"><ms-privacy [brand]="site.brand" /></section>
          } @else {
            <ms-help [brand]="site.brand" />
          }
        }
      }
      <ms-footer [sections]="sections()" />
    </div>
  `,
})
export class App {
  protected readonly visit = inject(Visit);
  protected readonly view = computed(() => {
    if (this.visit.badLink()) return 'bad-link';
    if (this.visit.failure() !== null) return 'failed';
    if (this.visit.site() === null) return 'loading';
    if (this.visit.site()?.withdrawn) return 'withdrawn';
    if (this.visit.done()) return 'done';
    const outcome = this.visit.outcome();
    if (outcome === null) return 'accounts';
    if (outcome === undefined) return this.visit.outcomeFailure() ? 'waiting' : 'loading';
    if (outcome.choice !== null) return outcome.choice.accounts.length === 1 ? 'confirming' : 'choosing';
    return outcome.result === 'started' ? 'waiting' : outcome.result === 'succeeded' ? 'connected' : 'refused';
  });

  protected readonly privacy = texts.privacy.heading;
  protected readonly sections = computed(() => {
    const site = this.visit.badLink() ? null : this.visit.site();
    return site === null ? [] : site.withdrawn ? (['privacy'] as const) : (['help', 'privacy'] as const);
  });

  constructor() {
    const title = inject(Title);
    effect(() => {
      const site = this.visit.badLink() ? null : this.visit.site();
      const text = site?.withdrawn ? texts.titleOfWithdrawn : texts.titleOf;
      title.setTitle(site === null ? texts.title : fill(text, { brand: site.brand }));
    });
    this.followBrowser();
    inject(KeptFocus);
    inject(SeenPage);
    this.visit.start();
  }

  /** Back from the platform's page, back from another tab, back online. */
  private followBrowser(): void {
    const document = inject(DOCUMENT);
    const stop = new AbortController();
    const { signal } = stop;
    document.defaultView?.addEventListener('pageshow', ({ persisted }) => persisted && this.visit.cameBack(), {
      signal,
    });
    document.defaultView?.addEventListener('online', () => this.visit.failure() && this.visit.load(), { signal });
    document.addEventListener('visibilitychange', () => !document.hidden && this.visit.site() && this.visit.refresh(), {
      signal,
    });
    inject(DestroyRef).onDestroy(() => stop.abort());
  }
}
