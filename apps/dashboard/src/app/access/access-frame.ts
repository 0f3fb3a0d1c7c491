import { Component } from '@angular/core';
import { platformIds } from '@linkage/platform-guide';
import { Logo, PlatformMark } from '@linkage/ui';

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'] as const;

/** Form on the left; on wide screens, on the right, what Linkage is: many platforms, one place. */
@Component({
  selector: 'app-access-frame',
  imports: [Logo, PlatformMark],
  template: `
    <main>
      <lk-logo />
      <div class="form"><ng-content /></div>
    </main>
    <aside>
      <div class="drawing">
        <svg viewBox="0 0 560 480" aria-hidden="true" focusable="false" fill="none">
          <g class="lines">
            @for (from of heights; track from) {
              <path [attr.d]="'M96 ' + from + 'C220 ' + from + ' 220 240 336 240'" />
            }
          </g>
          <path class="accent" d="M344 240H500" stroke-width="3" />
          <circle class="joint" cx="344" cy="240" r="9" stroke-width="3" />
          <circle class="end" cx="506" cy="240" r="10" />
        </svg>
        @for (platform of platforms; track platform) {
          <span class="node" [style.top.px]="44 + step * $index"
            ><lk-platform [platform]="platform" [bare]="true"
          /></span>
        }
      </div>
      <p class="claim"
        >{{ howMany }} platforms, every creator, one place.<span
          >Creators connect once. The figures come by themselves, every 24 hours.</span
        ></p
      >
    </aside>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      min-height: 100vh;
      background: var(--lk-surface);
    }
    main {
      display: flex;
      flex-direction: column;
      padding: 32px 40px;
    }
    .form {
      flex: 1;
      display: grid;
      align-content: center;
      width: 100%;
      max-width: 360px;
      margin: 0 auto;
      padding: 32px 0;
    }
    aside {
      display: flex;
      flex-direction: column;
      justify-content: center;
      align-items: center;
      gap: 16px;
      overflow: hidden;
      background: var(--lk-canvas);
      border-left: 1px solid var(--lk-line);
    }
    .drawing {
      position: relative;
      width: 560px;
      height: 480px;
    }
    svg {
      position: absolute;
      inset: 0;
    }
    .lines {
      stroke: var(--lk-line-strong);
      stroke-width: 1.5;
      opacity: 0.75;
    }
    .accent {
      stroke: var(--lk-accent);
    }
    .joint {
      fill: var(--lk-canvas);
      stroke: var(--lk-accent);
    }
    .end {
      fill: var(--lk-accent);
    }
    .node {
      position: absolute;
      left: 56px;
      display: grid;
      place-items: center;
      width: 40px;
      height: 40px;
      border: 1px solid var(--lk-line);
      border-radius: 50%;
      background: var(--lk-surface);
    }
    .claim {
      width: 448px;
      font: 600 16px/24px var(--lk-font);
    }
    .claim span {
      display: block;
      font: var(--lk-body);
      color: var(--lk-ink-2);
      text-wrap: balance;
    }
    @media (max-width: 1199px) {
      .drawing {
        zoom: 0.8;
      }
      .claim {
        width: 380px;
      }
    }
    @media (max-width: 959px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      aside {
        display: none;
      }
      main {
        padding: 20px;
      }
      .form {
        align-content: start;
        padding: 32px 0;
      }
    }
  `,
})
export class AccessFrame {
  protected readonly platforms = platformIds;
  /** In the drawing, which is 480 high. */
  protected readonly step = 420 / platformIds.length;
  protected readonly heights = platformIds.map((_, index) => 64 + this.step * index);
  protected readonly howMany = numbers[platformIds.length] ?? String(platformIds.length);
}
