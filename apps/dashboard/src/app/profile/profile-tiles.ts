import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccountProfile, ProfileFigure } from '@linkage/contracts';
import { platformData, platforms, type DataPointWords } from '@linkage/platform-guide';
import { InfoTip, formatExact, formatFigure, formatMinutes } from '@linkage/ui';
import { absence } from '../shared/words/absence';
import { keptNote } from '../shared/words/missing';

interface Tile extends Omit<DataPointWords, 'unit'> {
  name: string;
  /** Its place in the Data Guide. */
  guide: string;
  value: { short: string; exact: string; unit: string } | null;
  text: string | null;
}

const shown = (name: ProfileFigure, value: number): NonNullable<Tile['value']> => {
  if (name !== 'watchTimeMinutes') return { short: formatFigure(value), exact: formatExact(value), unit: '' };
  const { figure, exact, unit } = formatMinutes(value);
  return { short: figure, exact: `${exact} ${unit === 'h' ? 'hours' : 'minutes'}`, unit };
};

const tilesOf = ({ platform, figures, email }: AccountProfile): Tile[] => {
  const { profile, identity } = platformData[platform];
  const numbers = figures.flatMap(({ name, figure }): Tile[] => {
    const point = profile[name];
    if (point === undefined) return [];
    const guide = `${platform}-profile-${name}`;
    const note = figure.kept ? keptNote(figure.kept) : point.words.note;
    if (figure.is === 'value')
      return [{ ...point.words, name, guide, note, value: shown(name, figure.value), text: null }];
    const { title, note: expect } = absence(figure.is, platform, point);
    return [{ ...point.words, name, guide, note: expect, value: null, text: title }];
  });
  const missing = email.is === 'value' ? null : absence(email.is, platform, identity.email);
  const text = email.is === 'value' ? email.value : (missing?.title ?? '');
  const { words } = identity.email;
  const note = missing?.note ?? (email.kept ? keptNote(email.kept) : `given by ${platforms[platform].name}`);
  return [...numbers, { ...words, name: 'email', guide: `${platform}-identity-email`, value: null, text, note }];
};

const said = ({ value, text }: Tile): string => value?.exact ?? text ?? '';

/** The account's figures as one strip. A figure that is not there is a sentence, never a 0 or a dash. */
@Component({
  selector: 'app-profile-tiles',
  imports: [InfoTip, RouterLink],
  template: `
    @for (tile of tiles(); track tile.name) {
      <div class="tile" [class.glow]="changed().has(tile.name)">
        <span class="label"
          >{{ tile.label }}
          <lk-info [of]="tile.label" [text]="tile.definition"
            ><a class="lk-link" routerLink="/data-guide" [fragment]="tile.guide">Data Guide</a></lk-info
          ></span
        >
        @if (tile.value; as value) {
          <b [title]="value.exact"
            ><span [attr.aria-hidden]="value.short !== value.exact"
              ><span>{{ value.short }}</span>
              @if (value.unit) {
                <small>{{ value.unit }}</small>
              }
            </span>
            @if (value.short !== value.exact) {
              <span class="lk-hidden">{{ value.exact }}</span>
            }
          </b>
        } @else {
          <span class="text">
            @for (piece of pieces(tile.text); track $index) {
              @if ($index > 0) {
                <wbr />
              }
              <span>{{ piece }}</span>
            }
          </span>
        }
        <span class="lk-caption">{{ tile.note }}</span>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-3);
      overflow: hidden;
    }
    .tile {
      display: flex;
      flex-direction: column;
      min-width: 0;
      padding: var(--lk-4) var(--lk-5);
      border-left: 1px solid var(--lk-line);
    }
    .tile:first-child {
      border-left: 0;
    }
    .tile.glow {
      animation: glow var(--lk-glow);
    }
    @keyframes glow {
      from {
        background: var(--lk-selected);
      }
    }
    .label {
      display: flex;
      align-items: center;
      gap: 4px;
      font: 500 12px/16px var(--lk-font);
      color: var(--lk-ink-2);
    }
    b {
      position: relative;
      display: block;
      margin: 6px 0 2px;
      font: var(--lk-figure);
      letter-spacing: -0.02em;
      font-variant-numeric: tabular-nums;
    }
    small {
      margin-left: 3px;
      font: 500 16px/24px var(--lk-font);
      color: var(--lk-ink-2);
      letter-spacing: 0;
    }
    .text {
      flex: 1;
      padding: 10px 0 8px;
      font: var(--lk-small);
      color: var(--lk-ink-2);
      overflow-wrap: anywhere;
    }
    @media (max-width: 1199px) {
      :host {
        grid-auto-flow: row;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 1px;
        background: var(--lk-line);
      }
      .tile {
        border: 0;
        background: var(--lk-surface);
        padding: var(--lk-3) var(--lk-4);
      }
      .tile:last-child:nth-child(3n + 1) {
        grid-column: 1 / -1;
      }
      .tile:last-child:nth-child(3n + 2) {
        grid-column: span 2;
      }
    }
    @media (max-width: 599px) {
      :host {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      /* An e-mail needs a whole line. */
      .tile:last-child:nth-child(n),
      .tile:nth-last-child(2):nth-child(odd) {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class ProfileTiles {
  readonly account = input.required<AccountProfile>();
  protected readonly tiles = computed(() => tilesOf(this.account()));
  /** Which figures a refresh has changed while the page is open. */
  protected readonly changed = linkedSignal<Tile[], ReadonlySet<string>>({
    source: this.tiles,
    computation: (tiles, before) => {
      const old = new Map(before?.source.map((tile) => [tile.name, said(tile)]));
      return new Set(
        before === undefined ? [] : tiles.filter((tile) => said(tile) !== old.get(tile.name)).map(({ name }) => name),
      );
    },
  });

  /** An e-mail breaks before its @ rather than anywhere. */
  protected pieces(text: string | null): string[] {
    return (text ?? '').split(/(?=@)/u);
  }
}
