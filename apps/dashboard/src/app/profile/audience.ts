import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnalyticsApi } from '@linkage/api-client/analytics';
import type { AccountAudience, AudiencePart, Distribution, Figure, PlatformId } from '@linkage/contracts';
import { noAudience, platformData, platforms } from '@linkage/platform-guide';
import { Icon, Time, formatExact, formatFigure } from '@linkage/ui';
import { filter } from 'rxjs';
import { LoadProblem } from '../base/load-problem';
import { AsOf, sameAsk } from '../shared/as-of/as-of';
import { Changes } from '../shared/changes/changes';
import { Kept } from '../base/kept';
import { absence } from '../shared/words/absence';
import { ShareCard } from './share-card';

interface Card {
  kind: AudiencePart;
  question: string;
  subtitle: string;
  shares: Figure<Distribution>;
}

/** A platform names so many at most: there are others beyond them. */
const topThree = (shares: Figure<Distribution>, of: string, platform: PlatformId): string =>
  shares.is === 'value' && shares.value.all.length > shares.value.named.length
    ? `Top ${shares.value.named.length} of the ${shares.value.all.length} named by ${platforms[platform].name}, share of ${of}`
    : `Share of ${of}`;

/** Countries, cities, ages and genders of followers or viewers. */
@Component({
  selector: 'app-audience',
  imports: [Icon, RouterLink, ShareCard, Time, LoadProblem],
  template: `
    <header
      ><h2>Audience</h2>
      @if (nothing() === null && audience.value(); as value) {
        <span class="lk-caption"
          >{{ whose(value.of) }}{{ value.asOf ? ',' : '' }}
          @if (value.asOf; as at) {
            as of <lk-time [at]="at" as="date" />
          }
        </span>
      }
    </header>
    @if (nothing(); as sentence) {
      <p class="nothing"
        ><lk-icon name="eye-off" [size]="16" /><span
          ><span>{{ sentence }} </span
          ><a class="lk-link" routerLink="/data-guide" [fragment]="platform() + '-audience-countries'"
            >Data Guide</a
          ></span
        ></p
      >
    } @else if (audience.error(); as error) {
      <app-load-problem
        what="The audience could not be loaded."
        [error]="error"
        safe="Profile and content are not affected."
        (again)="audience.reload()"
      />
    } @else {
      @for (absent of said(); track absent.fact) {
        <p class="nothing"
          ><lk-icon name="eye-off" [size]="16" /><span
            ><b class="lk-strong">{{ absent.fact }}</b> {{ absent.text }}</span
          ></p
        >
      }
      <div class="cards">
        @for (card of cards(); track card.kind) {
          <app-share-card
            [kind]="card.kind"
            [question]="card.question"
            [subtitle]="card.subtitle"
            [shares]="card.shares"
            [platform]="platform()"
          />
        } @empty {
          @if (audience.value() === undefined) {
            @for (place of [1, 2, 3, 4]; track place) {
              <i class="lk-skeleton card" aria-hidden="true"></i>
            }
          }
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      min-height: 32px;
      margin-bottom: var(--lk-3);
    }
    .cards {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--lk-4);
    }
    .card {
      height: 196px;
      border-radius: var(--lk-r-3);
    }
    .nothing:not(:last-child) {
      margin-bottom: var(--lk-4);
    }
    .cards:empty {
      display: none;
    }
    .nothing {
      display: flex;
      gap: 8px;
      max-width: 72ch;
      padding: var(--lk-4);
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-3);
      color: var(--lk-ink-2);
    }
    .nothing lk-icon {
      flex: none;
      margin-top: 2px;
      color: var(--lk-ink-3);
    }
    @media (max-width: 719px) {
      .cards {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  host: { role: 'region', 'aria-label': 'Audience' },
})
export class Audience {
  private readonly api = inject(AnalyticsApi);
  private readonly changes = inject(Changes);
  private readonly asOf = inject(AsOf);
  readonly accountId = input.required<string>();
  readonly platform = input.required<PlatformId>();
  /** As the profile shows them; null: not known. */
  readonly followers = input<number | null>(null);
  protected readonly name = computed(() => platforms[this.platform()].name);
  protected readonly audience = new Kept(
    computed(() => this.asOf.ask(this.accountId()), { equal: sameAsk }),
    ({ accountId, ...moment }) => this.api.audience(accountId, moment),
    this.changes.of('audience').pipe(filter((ids) => ids === null || ids.includes(this.accountId()))),
  );
  /** Where the platform gives no part of any audience: one sentence that says so. */
  protected readonly nothing = computed(() => noAudience(this.platform()));
  private readonly all = computed<Card[]>(() => {
    const audience = this.audience.value();
    if (audience === undefined) return [];
    const { of, countries, cities, ages, genders } = audience;
    return [
      {
        kind: 'countries',
        question: `Which countries do ${of} live in?`,
        subtitle: topThree(countries, of, this.platform()),
        shares: countries,
      },
      { kind: 'cities', question: 'Which cities?', subtitle: topThree(cities, of, this.platform()), shares: cities },
      { kind: 'ages', question: 'How old are they?', subtitle: `Share of ${of} per age bracket`, shares: ages },
      { kind: 'genders', question: 'What gender do they state?', subtitle: `Share of ${of}`, shares: genders },
    ];
  });
  /** Cards that are missing for one and the same reason. */
  private readonly alike = computed(() => {
    const groups = new Map<string, Card[]>();
    for (const card of this.all()) {
      const { is } = card.shares;
      if (is !== 'below-threshold' && is !== 'not-offered') continue;
      const reason = is === 'not-offered' ? this.absenceOf(card).why : is;
      groups.set(reason, [...(groups.get(reason) ?? []), card]);
    }
    return [...groups.values()].filter(({ length }) => length > 1);
  });
  /** What is missing for the same reason is said once. */
  protected readonly cards = computed(() => this.all().filter((card) => !this.alike().flat().includes(card)));
  protected readonly said = computed(() =>
    this.alike().flatMap((cards) => {
      const [first] = cards;
      if (first === undefined) return [];
      const parts = sentenceCase(new Intl.ListFormat('en').format(cards.map(({ kind }) => kind)));
      if (first.shares.is === 'below-threshold')
        return [{ fact: `Below ${this.name()}’s threshold.`, text: this.tooFew(first, parts) }];
      const { title, why } = this.absenceOf(first);
      return [{ fact: `${parts} are ${title.slice(0, 1).toLowerCase()}${title.slice(1)}.`, text: why }];
    }),
  );

  private absenceOf({ kind }: Card): ReturnType<typeof absence> {
    return absence('not-offered', this.platform(), platformData[this.platform()].audience[kind]);
  }

  private tooFew({ kind }: Card, parts: string): string {
    const threshold = platformData[this.platform()].audience[kind].from?.threshold;
    const has = this.followers();
    return [
      threshold ?? '',
      threshold !== undefined && has !== null && this.audience.value()?.of === 'followers'
        ? `This account has ${formatExact(has)}.`
        : '',
      `${parts} appear here as soon as there are enough.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  }

  /** "41.8K followers" where the number is known. */
  protected whose(of: AccountAudience['of']): string {
    const has = this.followers();
    return of === 'followers' && has !== null ? `${formatFigure(has)} followers` : `of ${of}`;
  }
}

const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
