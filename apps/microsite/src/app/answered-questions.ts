import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { PlatformId } from '@linkage/contracts';
import { PageAddress } from './page-address';

/** Questions that were answered in this visit: the platform's page lies between, so that the tab remembers them. */
@Injectable({ providedIn: 'root' })
export class AnsweredQuestions {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly link = inject(PageAddress).link;
  private readonly here = new Set<PlatformId>();

  has(platform: PlatformId): boolean {
    return this.here.has(platform) || this.remembered()?.getItem(this.keyOf(platform)) === 'yes';
  }

  add(platform: PlatformId): void {
    this.here.add(platform);
    this.remembered()?.setItem(this.keyOf(platform), 'yes');
  }

  /** The end of the link is the part of it that is secret; it is kept nowhere. */
  private keyOf(platform: PlatformId): string {
    return `answered ${this.link.split('.')[0]} ${platform}`;
  }

  /** undefined: this browser keeps nothing for pages. */
  private remembered(): Storage | undefined {
    try {
      return this.window?.sessionStorage;
    } catch {
      return undefined;
    }
  }
}
