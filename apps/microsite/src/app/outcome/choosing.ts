import { Component, computed, inject, signal } from '@angular/core';
import type { OfferedChoice } from '@linkage/contracts';
import { Avatar, Icon } from '@linkage/ui';
import { OtherAnswers } from './other-answers';
import { handle, platformName, shownCount } from '../names';
import { Say } from '../say';
import { fill, texts } from '../texts';
import { Visit } from '../visit';

/** The consent gave access to several accounts: which of them are meant? */
@Component({
  selector: 'ms-choosing',
  imports: [Avatar, Icon, OtherAnswers, Say],
  template: `
    @if (choice(); as open) {
      @if (instead(); as meant) {
        <p class="notice warn" role="alert"
          ><lk-icon name="alert" /><ms-say [text]="texts.notAmong" [with]="{ meant }"
        /></p>
      }
      <div role="status">
        <h1><ms-say [text]="texts.heading" [with]="{ platform: platform() }" /></h1>
        <p class="lead"><ms-say [text]="texts.lead" [with]="{ count: '' + open.accounts.length }" /></p>
      </div>
      @if (seats(); as says) {
        <p class="notice info"
          ><lk-icon name="info" /><ms-say [text]="says" [with]="{ brand: brand(), count: '' + open.seatsLeft }"
        /></p>
      }
      <fieldset class="offered">
        <legend class="lk-hidden">{{ legend() }}</legend>
        @for (account of open.accounts; track account.id) {
          <label [class.off]="isOff(account)">
            <input
              type="checkbox"
              [checked]="chosen().has(account.id)"
              [disabled]="isOff(account) || visit.choosing()"
              (change)="toggle(account)"
            />
            <lk-avatar [name]="account.displayName" [src]="account.avatarUrl" size="big" />
            <span class="words">
              <b
                ><bdi>{{ account.displayName }}</bdi></b
              >
              @if (account.followers !== null) {
                <span><ms-say [text]="texts.followers" [with]="{ count: shown(account.followers) }" /></span>
              }
              @if (account.standing !== 'new') {
                <span>{{ texts[account.standing] }}</span>
              }
              @for (permission of account.missing; track permission.label) {
                <span class="warn"
                  ><ms-say [text]="texts.missing" [with]="{ missing: permission.label, without: permission.without }"
                /></span>
              }
            </span>
          </label>
        }
      </fieldset>
      <ms-other-answers [words]="texts">
        <button
          type="button"
          class="lk-button primary big"
          [disabled]="chosen().size === 0 || visit.isAnswering()"
          (click)="visit.choose([...chosen()])"
        >
          {{ button() }}
        </button>
      </ms-other-answers>
    }
  `,
})
export class Choosing {
  protected readonly texts = texts.choosing;
  protected readonly visit = inject(Visit);
  protected readonly choice = computed(() => this.visit.outcome()?.choice ?? null);
  /** The account that was to be connected again, and that is not on offer. */
  protected readonly instead = computed(() => {
    const meant = this.choice()?.instead;
    return meant ? handle(meant.username) : null;
  });
  protected readonly platform = computed(() => platformName(this.visit.outcome()?.platform));
  protected readonly legend = computed(() => fill(texts.choosing.heading, { platform: this.platform() }));
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly brand = computed(() => this.visit.site()?.brand ?? '');
  /** How many more of the accounts on offer can be chosen; Infinity: all. */
  private readonly seatsFree = computed(() => {
    const open = this.choice();
    if (open === null || open.seatsLeft === null) return Infinity;
    const taken = open.accounts.filter(({ id, takesSeat }) => takesSeat && this.chosen().has(id)).length;
    return Math.max(0, open.seatsLeft - taken);
  });
  /** Said where not all of them have a seat; null: they have. */
  protected readonly seats = computed(() => {
    const open = this.choice();
    if (open === null || open.seatsLeft === null) return null;
    if (open.accounts.filter(({ takesSeat }) => takesSeat).length <= open.seatsLeft) return null;
    const { none, one, several } = texts.choosing.seats;
    return open.seatsLeft === 0 ? none : open.seatsLeft === 1 ? one : several;
  });
  protected readonly button = computed(() => {
    if (this.visit.choosing()) return texts.choosing.connecting;
    const { size } = this.chosen();
    if (size === 0) return texts.choosing.none;
    return size === 1 ? texts.choosing.one : texts.choosing.several.replace('{count}', String(size));
  });

  protected readonly shown = shownCount;

  protected isOff({ id, standing, takesSeat }: OfferedChoice): boolean {
    return standing === 'taken' || (takesSeat && this.seatsFree() === 0 && !this.chosen().has(id));
  }

  protected toggle({ id }: OfferedChoice): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen.set(chosen);
  }
}
