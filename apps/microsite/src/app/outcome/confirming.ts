import { Component, computed, inject } from '@angular/core';
import { platforms } from '@linkage/platform-guide';
import { Avatar, Icon } from '@linkage/ui';
import { MissingList } from './missing-list';
import { OtherAnswers } from './other-answers';
import { handle, platformName, shownCount } from '../names';
import { PlatformTile } from '../accounts/platform-tile';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

/** The consent gave access to one account: is it the one that is meant? Nothing is saved before the yes. */
@Component({
  selector: 'ms-confirming',
  imports: [Avatar, Icon, MissingList, OtherAnswers, PlatformTile, Say],
  template: `
    @if (account(); as offered) {
      @if (instead(); as meant) {
        <div class="notice warn" role="alert"
          ><lk-icon name="alert" /><div
            ><b><ms-say [text]="texts.other" [with]="{ meant, platform: platform() }" /></b><br /><ms-say
              [text]="offered.standing === 'yours' ? texts.otherOfYours : texts.otherNew"
              [with]="{ meant, account: name() }" /></div
        ></div>
      }
      <div role="status">
        <h1><ms-say [text]="isFull() ? texts.full.heading : texts.heading" [with]="{ account: name() }" /></h1>
        @if (isFull()) {
          <p class="lead"
            ><ms-say [text]="texts.full.lead" [with]="{ brand: visit.site()?.brand ?? '' }" /> {{ texts.full.cure }}</p
          >
        } @else {
          <p class="lead">{{ texts.lead }}</p>
        }
      </div>
      <div class="card found">
        <span class="face"
          ><lk-avatar [name]="offered.displayName" [src]="offered.avatarUrl" size="big" /><ms-platform-tile
            [platform]="visit.outcome()!.platform"
        /></span>
        <div class="words"
          ><b
            ><bdi>{{ offered.displayName }}</bdi></b
          ><bdi>{{ name() }}</bdi>
          @if (offered.followers !== null) {
            <span>{{ followers() }}</span>
          }
        </div>
      </div>
      <ms-missing-list [missing]="offered.missing" />
      <ms-other-answers [words]="texts">
        @if (isFull()) {
          <button type="button" class="lk-button primary big" (click)="visit.look()">{{ texts.full.look }}</button>
        } @else {
          <button
            type="button"
            class="lk-button primary big"
            [disabled]="visit.isAnswering()"
            (click)="visit.choose([offered.id])"
          >
            @if (visit.choosing()) {
              {{ texts.connecting }}
            } @else {
              <ms-say [text]="texts.yes" [with]="{ account: name() }" />
            }
          </button>
        }
      </ms-other-answers>
    }
  `,
})
export class Confirming {
  protected readonly texts = texts.confirming;
  protected readonly visit = inject(Visit);
  private readonly choice = computed(() => this.visit.outcome()?.choice ?? null);
  protected readonly account = computed(() => this.choice()?.accounts[0]);
  /** No seat is left for it since the creator came back. */
  protected readonly isFull = computed(() => this.choice()?.seatsLeft === 0 && this.account()?.takesSeat === true);
  protected readonly name = computed(() => handle(this.account()?.username ?? ''));
  protected readonly platform = computed(() => platformName(this.visit.outcome()?.platform));
  protected readonly instead = computed(() => {
    const meant = this.choice()?.instead;
    return meant ? handle(meant.username) : null;
  });
  protected readonly followers = computed(() => {
    const platform = this.visit.outcome()?.platform;
    if (platform === undefined) return '';
    const { one, many } = platforms[platform].followers;
    const count = this.account()?.followers ?? 0;
    return `${shownCount(count)} ${count === 1 ? one : many}`;
  });
}
