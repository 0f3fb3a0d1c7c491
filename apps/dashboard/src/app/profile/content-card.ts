import { Component, computed, input, linkedSignal } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import type { ContentCard as Card, PlatformId } from '@linkage/contracts';
import { platformData, platforms } from '@linkage/platform-guide';
import { Icon, Time, formatExact, formatFigure } from '@linkage/ui';
import { isUnshared } from './unshared';
import { contentAbsence } from '../shared/words/absence';
import { typeWords } from '../shared/words/type-words';

/** One post: picture with its date at the top left (R116), type, figures. The whole card opens the post itself. */
@Component({
  selector: 'app-content-card',
  imports: [NgTemplateOutlet, Icon, Time],
  template: `
    @if (card().url; as url) {
      <a [href]="url" target="_blank" rel="noopener noreferrer"
        ><ng-container [ngTemplateOutlet]="top" /><span class="lk-hidden">, opens in new tab</span></a
      >
    } @else {
      <div><ng-container [ngTemplateOutlet]="top" /></div>
    }
    <dl>
      @for (row of rows(); track row.name) {
        <div [class.extra]="row.extra"
          ><dt>{{ row.label }}</dt
          ><dd [class.none]="row.none" [attr.title]="row.title"
            >{{ row.text }}<span class="lk-hidden">{{ row.spoken ? ', ' + row.spoken : '' }}</span></dd
          ></div
        >
      }
    </dl>
    <ng-template #top>
      <span class="thumb">
        @if (picture(); as address) {
          <img
            [src]="address"
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            (error)="picture.set(null)"
          />
        } @else if (card().type === 'text' && card().title) {
          <span class="said" dir="auto" aria-hidden="true">{{ card().title }}</span>
        } @else {
          <lk-icon class="blank" [name]="words().icon" [size]="20" />
        }
        <lk-time class="date" [at]="card().publishedAt" as="date" />
        <span class="type"><lk-icon [name]="words().icon" [size]="12" />{{ words().one }}</span>
      </span>
      <span class="title">
        @if (card().deletedAt; as since) {
          <span class="expired"
            ><lk-icon name="eye-off" [size]="14" /><span
              >No longer on {{ spoken() }}, noticed <lk-time [at]="since" as="date" />{{ removal() }}</span
            ></span
          >
          <bdi>{{ card().title || words().one }}</bdi>
        } @else if (card().expired) {
          <span class="expired"><lk-icon name="archive" [size]="14" />Expired, saved copy</span>
        } @else {
          <bdi>{{ card().title || words().one }}</bdi>
        }
      </span>
    </ng-template>
  `,
  styleUrl: './content-card.css',
  host: { '[class.expired]': 'card().expired || card().deletedAt !== null', '[class.wide]': 'wide()' },
})
export class ContentCard {
  readonly card = input.required<Card>();
  readonly platform = input.required<PlatformId>();
  /** 16:9 instead of 4:5. */
  readonly wide = input(false);
  /** Also those that the platform shares of no post. */
  readonly all = input(false);
  protected readonly picture = linkedSignal(() => this.card().thumbnailUrl);
  protected readonly words = computed(() => typeWords(this.platform(), this.card().type));
  protected readonly spoken = computed(() => platforms[this.platform()].spoken);
  protected readonly removal = computed(() => {
    const { contentTypes } = platformData[this.platform()];
    const why = contentTypes.find(({ type }) => type === this.card().type)?.removal;
    return why === undefined ? '' : `. ${why}`;
  });
  /** The three that say most: those with a value come first. */
  private readonly telling = computed(() => {
    const { figures } = this.card();
    return new Set(
      [
        ...figures.filter(({ figure }) => figure.is === 'value'),
        ...figures.filter(({ figure }) => figure.is !== 'value'),
      ].slice(0, 3),
    );
  });
  protected readonly rows = computed(() =>
    this.card()
      .figures.filter(
        ({ name, figure }) => this.all() || figure.is !== 'not-offered' || !isUnshared(this.platform(), name),
      )
      .map((entry) => ({ ...this.row(entry), extra: !this.telling().has(entry) })),
  );

  private row({ name, figure }: Card['figures'][number]) {
    const label = platformData[this.platform()].content[name].words.label;
    if (figure.is !== 'value') {
      const { short, why } = contentAbsence(figure.is, name, this.platform(), this.card().type);
      return { name, label, text: short, title: why, spoken: null, none: true };
    }
    const [text, exact] = [formatFigure(figure.value), formatExact(figure.value)];
    return {
      name,
      label,
      text,
      title: text === exact ? null : exact,
      spoken: text === exact ? null : exact,
      none: false,
    };
  }
}
