import { Component, computed, inject, input } from '@angular/core';
import { AnalyticsApi } from '@linkage/api-client';
import type { AudiencePart, Distribution, Figure, PlatformId } from '@linkage/contracts';
import { Banner, Icon, Time } from '@linkage/ui';
import { filter } from 'rxjs';
import { AsOf, sameAsk } from '../shared/as-of/as-of';
import { Changes } from '../shared/changes/changes';
import { Kept } from '../base/kept';
import { ShareCard } from './share-card';

interface Card {
  kind: AudiencePart;
  question: string;
  subtitle: string;
  shares: Figure<Distribution>;
}

const topThree = (shares: Figure<Distribution>, of: string): string =>
  shares.is === 'value' && shares.value.all.length > shares.value.named.length
    ? `Top ${shares.value.named.length} of ${shares.value.all.length}, share of ${of}`
    : `Share of ${of}`;

/** Who follows or watches: countries, cities, ages, genders. */
@Component({
  selector: 'app-audience',
  imports: [Banner, Icon, ShareCard, Time],
  template: `
    <header
      ><h2>Audience</h2>
      @if (audience.value(); as value) {
        <span class="lk-caption"
          >of {{ value.asOf ? value.of + ',' : value.of }}
          @if (value.asOf; as at) {
            as of <lk-time [at]="at" as="date" />
          }
        </span>
      }
    </header>
    @if (audience.error(); as error) {
      <lk-banner tone="bad" icon="offline" role="alert"
        ><b>The audience could not be loaded.</b> {{ error.message }} Profile and content are not affected.<button
          lkActions
          type="button"
          class="lk-button secondary small"
          (click)="audience.reload()"
          ><lk-icon name="refresh" [size]="14" />Try again</button
        ></lk-banner
      >
    } @else {
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
          @for (place of [1, 2, 3, 4]; track place) {
            <i class="lk-skeleton card" aria-hidden="true"></i>
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
  protected readonly audience = new Kept(
    computed(() => this.asOf.ask(this.accountId()), { equal: sameAsk }),
    ({ accountId, ...moment }) => this.api.audience(accountId, moment),
    this.changes.of('audience').pipe(filter((ids) => ids === null || ids.includes(this.accountId()))),
  );
  protected readonly cards = computed<Card[]>(() => {
    const audience = this.audience.value();
    if (audience === undefined) return [];
    const { of, countries, cities, ages, genders } = audience;
    return [
      {
        kind: 'countries',
        question: `Which countries do ${of} live in?`,
        subtitle: topThree(countries, of),
        shares: countries,
      },
      { kind: 'cities', question: 'Which cities?', subtitle: topThree(cities, of), shares: cities },
      { kind: 'ages', question: 'How old are they?', subtitle: `Share of ${of} per age bracket`, shares: ages },
      { kind: 'genders', question: 'Which gender do they state?', subtitle: `Share of ${of}`, shares: genders },
    ];
  });
}
