import {
  Component,
  DestroyRef,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { AnalyticsApi } from '@linkage/api-client/analytics';
import { platforms } from '@linkage/platform-guide';
import { Banner, Icon, Menu, Time } from '@linkage/ui';
import { filter } from 'rxjs';
import { LoadProblem } from '../base/load-problem';
import { causeLabels } from '../shared/words/causes';
import { about, causeHelp, lateHelpOf, lateReasons } from '../shared/words/trouble-help';
import { missingGroups } from '../shared/words/missing';
import { AsOf, sameAsk } from '../shared/as-of/as-of';
import { AsOfBanner } from '../shared/as-of/as-of-banner';
import { AsOfControl } from '../shared/as-of/as-of-control';
import { Changes } from '../shared/changes/changes';
import { Kept } from '../base/kept';
import { AccountActions } from '../accounts';
import { InvitationActions } from '../invitations';
import { PageTitle } from '../base/page-title';
import { PageHeading } from '../shared/shell/page-heading';
import { Audience } from './audience';
import { Content } from './content';
import { HistoryWhenSeen } from './history-when-seen';
import { ProfileHead } from './profile-head';
import { ProfileTiles } from './profile-tiles';
import { stayAt } from './stay-at';

/** One account: profile, audience, content, all as of the last refresh, which is at the top right. */
@Component({
  selector: 'app-profile',
  imports: [
    RouterLink,
    AsOfBanner,
    AsOfControl,
    Audience,
    Banner,
    Content,
    HistoryWhenSeen,
    Icon,
    Menu,
    PageHeading,
    ProfileHead,
    ProfileTiles,
    Time,
    LoadProblem,
  ],
  templateUrl: './profile.html',
  styleUrl: './profile.css',
  host: { '[class.past]': 'asOf.on()' },
})
export class Profile {
  private readonly api = inject(AnalyticsApi);
  private readonly changes = inject(Changes);
  private readonly titles = inject(PageTitle);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly actions = inject(InvitationActions);
  protected readonly accounts = inject(AccountActions);
  protected readonly asOf = inject(AsOf);
  readonly accountId = input.required<string>();
  protected readonly profile = new Kept(
    computed(() => this.asOf.ask(this.accountId()), { equal: sameAsk }),
    ({ accountId, ...moment }) => this.api.profile(accountId, moment),
    this.changes
      .of('profile', 'accounts', 'pictures')
      .pipe(filter((ids) => ids === null || ids.includes(this.accountId()))),
  );
  /** null: its creator is known. */
  protected readonly erased = computed(() => this.profile.value()?.erased ?? null);
  /** There is none, and was none: it has no moments either. */
  protected readonly noSuch = computed(() => !this.asOf.on() && this.profile.error()?.code === 'not-found');
  /** In the path above the page. */
  protected readonly name = computed(() => {
    if (this.erased() !== null) return 'Erased account';
    return this.profile.value()?.username ?? (this.profile.error() ? 'Account' : '…');
  });
  /** null: not known. */
  protected readonly followers = computed(() => {
    const figure = this.profile.value()?.figures.find(({ name }) => name === 'followers')?.figure;
    return figure?.is === 'value' ? figure.value : null;
  });
  protected readonly platform = computed(() => {
    const profile = this.profile.value();
    return profile === undefined ? '' : platforms[profile.platform].name;
  });
  protected readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
  protected readonly parts = [
    { id: 'profile', label: 'Profile' },
    { id: 'audience', label: 'Audience' },
    { id: 'content', label: 'Content' },
    { id: 'history', label: 'History' },
  ] as const;
  protected readonly current = signal<string>('profile');
  /** What can be disconnected; null: not known, or not connected any more. */
  protected readonly connected = computed(() => {
    const account = this.profile.value();
    if (account === undefined || account.erased !== null || this.asOf.on()) return null;
    return account.health.state === 'action-needed' && account.health.cause === 'disconnected' ? null : account;
  });
  protected readonly loaded = computed(() => this.profile.value() !== undefined);
  /** What stands in the way of fresh figures. */
  protected readonly trouble = computed(() => {
    const { health, platform } = this.profile.value() ?? {};
    if (health === undefined || platform === undefined) return null;
    if (health.state === 'ok' || health.state === 'partial') return null;
    const name = platforms[platform].name;
    return health.state === 'late'
      ? {
          fact: about(name, lateReasons[health.reason]),
          since: null,
          text: about(name, lateHelpOf(health.reason)),
          asks: false,
          creator: false,
          lost: false,
        }
      : {
          fact: causeLabels[health.cause],
          since: health.since,
          text: about(name, causeHelp[health.cause]),
          asks: health.cause !== 'account-gone',
          creator: true,
          lost: health.cause !== 'disconnected',
        };
  });

  /** What the last refresh was without, and why. */
  protected readonly contentWithheld = computed(() =>
    (this.profile.value()?.missing ?? []).some(
      ({ section, part, reason }) => section === 'content' && part === 'posts' && reason === 'permission-missing',
    ),
  );
  protected readonly missing = computed(() => {
    const profile = this.profile.value();
    return profile === undefined || profile.missing.length === 0
      ? null
      : { groups: missingGroups(profile), lasting: profile.health.state === 'partial' };
  });

  constructor() {
    effect(() => {
      const profile = this.profile.value();
      if (profile !== undefined)
        this.titles.set(`${profile.erased === null ? profile.username : 'Erased account'} on ${this.platform()}`);
    });
    this.followScrolling();
    afterRenderEffect((onCleanup) => {
      const id = this.fragment();
      const part = this.loaded() && id !== null ? this.host.nativeElement.querySelector(`#${CSS.escape(id)}`) : null;
      if (part !== null) onCleanup(stayAt(part));
    });
  }

  /** The part under the head of the window is the current one. */
  private followScrolling(): void {
    if (typeof IntersectionObserver !== 'function') return;
    const seen = new Set<string>();
    const eyes = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target.id);
        this.current.set(this.parts.find(({ id }) => seen.has(id))?.id ?? this.current());
      },
      { rootMargin: '-96px 0px -70% 0px' },
    );
    afterRenderEffect(() => {
      if (this.loaded())
        for (const { id } of this.parts)
          this.host.nativeElement.querySelectorAll(`#${id}`).forEach((part) => eyes.observe(part));
    });
    inject(DestroyRef).onDestroy(() => eyes.disconnect());
  }
}
