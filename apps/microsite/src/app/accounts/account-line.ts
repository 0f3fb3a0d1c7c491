import { Component, ElementRef, computed, effect, inject, input, signal, viewChild, type Signal } from '@angular/core';
import { platforms } from '@linkage/platform-guide';
import { Icon } from '@linkage/ui';
import { DisconnectQuestion } from './disconnect-question';
import { FirstQuestion } from './first-question';
import { PlatformTile } from './platform-tile';
import type { AccountRow } from './rows';
import { handle, platformName } from '../names';
import { Say } from '../say';
import { fill, texts } from '../texts';
import { Visit } from '../visit';

/** One account, or one platform that has none: its state, its cause, and what can be done. */
@Component({
  selector: 'ms-account-line',
  imports: [DisconnectQuestion, FirstQuestion, Icon, PlatformTile, Say],
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
  protected readonly askingFirst = computed(
    () => this.row().account === null && this.visit.askingFirst() === this.row().platform,
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
  protected readonly chooseLabel = computed(() =>
    fill(this.row().confirming ? texts.accounts.confirmOf : texts.accounts.chooseOf, { platform: this.platform() }),
  );
  protected readonly optionsLabel = computed(() =>
    fill(texts.accounts.options, { account: this.account(), platform: this.platform() }),
  );

  private readonly connectButton = viewChild<ElementRef<HTMLButtonElement>>('connectButton');

  constructor() {
    this.giveFocusBack(this.asking, this.menuButton);
    this.giveFocusBack(this.askingFirst, this.connectButton);
  }

  /** To the button that a question was asked from, once it is answered. */
  private giveFocusBack(asking: Signal<boolean>, button: Signal<ElementRef<HTMLButtonElement> | undefined>): void {
    let wasAsking = false;
    effect(() => {
      const isAsking = asking();
      const target = button();
      if (wasAsking && !isAsking) target?.nativeElement.focus();
      if (isAsking || target !== undefined) wasAsking = isAsking;
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

  /** Of an account that has stopped: again. */
  protected connect(): void {
    const { platform, account } = this.row();
    if (account === null) this.visit.connectFirst(platform);
    else this.visit.connect(platform, { reconnects: account.accountId });
  }

  protected another(): void {
    this.menuOpen.set(false);
    this.visit.connect(this.row().platform);
  }
}
