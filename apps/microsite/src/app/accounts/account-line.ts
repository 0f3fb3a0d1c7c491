import { Component, ElementRef, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { platforms } from '@linkage/platform-guide';
import { Icon } from '@linkage/ui';
import { DisconnectQuestion } from './disconnect-question';
import { PlatformTile } from './platform-tile';
import type { AccountRow } from './rows';
import { handle, platformName } from '../names';
import { Say } from '../say';
import { fill, texts } from '../texts';
import { Visit } from '../visit';

/** One account, or one platform that has none: its state, its cause, and what can be done. */
@Component({
  selector: 'ms-account-line',
  imports: [DisconnectQuestion, Icon, PlatformTile, Say],
  templateUrl: './account-line.html',
  host: { '(keydown.escape)': 'closeMenu()', '(focusout)': 'left($event)' },
})
export class AccountLine {
  readonly row = input.required<AccountRow>();
  readonly brand = input.required<string>();
  protected readonly texts = texts.accounts;
  protected readonly visit = inject(Visit);
  protected readonly menuOpen = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly menuButton = viewChild<ElementRef<HTMLButtonElement>>('menuButton');

  protected readonly platform = computed(() => platformName(this.row().platform));
  protected readonly account = computed(() => handle(this.row().account?.username ?? ''));
  protected readonly opening = computed(() => this.visit.opening() === this.row().platform);
  protected readonly asking = computed(
    () => this.row().account !== null && this.visit.asking() === this.row().account?.accountId,
  );
  protected readonly cause = computed(() => texts.causes[this.row().account?.cause ?? 'no-longer-valid']);
  protected readonly condition = computed(
    () => platforms[this.row().platform].condition ?? texts.accounts.notConnected,
  );
  protected readonly label = computed(() =>
    fill(this.row().account ? texts.accounts.reconnectOf : texts.accounts.connectTo, {
      account: this.account(),
      platform: this.platform(),
    }),
  );
  protected readonly optionsLabel = computed(() =>
    fill(texts.accounts.options, { account: this.account(), platform: this.platform() }),
  );

  private wasAsking = false;

  constructor() {
    effect(() => {
      const asking = this.asking();
      if (this.wasAsking && !asking) this.menuButton()?.nativeElement.focus();
      this.wasAsking = asking;
    });
  }

  protected closeMenu(): void {
    if (!this.menuOpen()) return;
    this.menuOpen.set(false);
    this.menuButton()?.nativeElement.focus();
  }

  protected left({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && this.host.nativeElement.contains(relatedTarget))) this.menuOpen.set(false);
  }

  protected ask(): void {
    this.menuOpen.set(false);
    this.visit.asking.set(this.row().account?.accountId ?? null);
  }

  protected another(): void {
    this.menuOpen.set(false);
    this.visit.connect(this.row().platform);
  }
}
