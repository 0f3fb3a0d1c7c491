import { Component, ElementRef, computed, effect, inject, input, viewChild } from '@angular/core';
import { Icon } from '@linkage/ui';
import { DisconnectQuestion } from '../accounts/disconnect-question';
import { PlatformTile } from '../accounts/platform-tile';
import type { AccountRow } from '../accounts/rows';
import { handle, platformName } from '../names';
import { fill, texts } from '../texts';
import { Visit } from '../visit';

/** One account that is still connected, and the button that ends it. */
@Component({
  selector: 'ms-withdrawn-account',
  imports: [DisconnectQuestion, Icon, PlatformTile],
  template: `
    @if (row().account; as known) {
      <div class="line"
        ><ms-platform-tile [platform]="row().platform" />
        <div class="words"
          ><b>{{ platform() }}</b
          ><bdi class="state">{{ account() }}</bdi>
          @if (known.cause; as cause) {
            <span class="state warn"><lk-icon name="alert" [size]="14" />{{ causes[cause] }}</span>
          }
        </div>
        <button #button type="button" class="lk-button secondary" [attr.aria-label]="label()" (click)="ask()">
          {{ texts.disconnect }}
        </button></div
      >
      @if (asking()) {
        <ms-disconnect-question
          [account]="account()"
          [brand]="brand()"
          [forGood]="true"
          [busy]="visit.disconnecting() !== null"
          (keep)="visit.asking.set(null)"
          (disconnect)="visit.disconnect(known)"
        />
      }
    }
  `,
})
export class WithdrawnAccount {
  readonly row = input.required<AccountRow>();
  readonly brand = input.required<string>();
  protected readonly texts = texts.accounts;
  protected readonly causes = texts.causes;
  protected readonly visit = inject(Visit);
  private readonly button = viewChild<ElementRef<HTMLButtonElement>>('button');
  protected readonly platform = computed(() => platformName(this.row().platform));
  protected readonly account = computed(() => handle(this.row().account?.username ?? ''));
  protected readonly asking = computed(() => this.visit.asking() === this.row().key);
  protected readonly label = computed(() =>
    fill(texts.accounts.disconnectOf, { account: this.account(), platform: this.platform() }),
  );
  private wasAsking = false;

  constructor() {
    effect(() => {
      const asking = this.asking();
      if (this.wasAsking && !asking) this.button()?.nativeElement.focus();
      this.wasAsking = asking;
    });
  }

  protected ask(): void {
    this.visit.asking.set(this.row().key);
  }
}
