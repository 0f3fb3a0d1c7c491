import { Component, computed, inject } from '@angular/core';
import { platforms } from '@linkage/platform-guide';
import { Icon } from '@linkage/ui';
import { Promises } from '../page/promises';
import { PageAddress } from '../page-address';
import { platformName } from '../names';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

/** It did not work: why, in the server's words, and the way to try again. */
@Component({
  selector: 'ms-refused',
  imports: [Icon, Promises, Say],
  template: `
    @if (visit.outcome(); as outcome) {
      <div class="notice warn" role="alert"
        ><lk-icon name="alert" /><div
          ><b><ms-say [text]="texts.banner" [with]="{ platform: platform() }" /></b><br />{{
            outcome.message ?? texts.unknown
          }}</div
        ></div
      >
      @if (outcome.reason === 'consent-denied') {
        <h1>{{ texts.worried }}</h1>
        <p class="lead"><ms-say [text]="texts.worriedLead" [with]="{ platform: platform() }" /></p>
        <ms-promises />
        @if (onlyCancel(); as cause) {
          <h2 class="small">{{ texts.onlyCancel }}</h2>
          <p class="lead">{{ cause.message }}</p>
        }
      } @else {
        <h1>{{ texts.heading }}</h1>
        <p class="lead">{{ texts.lead }}</p>
        @if (outcome.missing.length > 0) {
          <h2 class="small">{{ texts.missing }}</h2>
          <ul class="missing">
            @for (permission of outcome.missing; track permission.label) {
              <li
                ><lk-icon name="close" [size]="14" /><span
                  >{{ permission.label }} <small>{{ permission.without }}</small></span
                ></li
              >
            }
          </ul>
        }
      }
      @if (startFailure(); as failure) {
        <p class="notice bad" role="alert"><lk-icon name="alert" />{{ failure }}</p>
      }
      <div class="stack">
        <button
          type="button"
          class="lk-button primary big"
          [disabled]="visit.opening() !== null"
          (click)="visit.connectAgain(outcome)"
        >
          @if (visit.opening()) {
            {{ opening }}
          } @else {
            <ms-say [text]="texts.again" [with]="{ platform: platform() }" />
          }
        </button>
        <button type="button" class="lk-button secondary big" (click)="visit.toAccounts()">{{ texts.other }}</button>
      </div>
      <p class="note"
        ><ms-say
          [text]="visit.site()?.invitedBy ? texts.stuckPerson : texts.stuckBrand"
          [with]="{ person: visit.site()?.invitedBy ?? '', brand: visit.site()?.brand ?? '' }"
        />&ngsp;<a class="lk-link" [href]="address.section('help')">{{ texts.guide }}</a></p
      >
    }
  `,
})
export class Refused {
  protected readonly texts = texts.refused;
  protected readonly opening = texts.accounts.opening;
  protected readonly visit = inject(Visit);
  protected readonly address = inject(PageAddress);
  protected readonly platform = computed(() => platformName(this.visit.outcome()?.platform));
  /** Another reason to cancel: the platform's page offers this account nothing else. */
  protected readonly onlyCancel = computed(() => {
    const platform = this.visit.outcome()?.platform;
    return platform === undefined ? null : platforms[platform].onlyCancel;
  });
  protected readonly startFailure = computed(() => this.visit.trouble()?.error.message);
}
