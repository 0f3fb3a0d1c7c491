import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

/** `Connected Accounts · Linkage` */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    const page = this.buildTitle(state);
    if (page !== undefined) this.set(page);
  }

  /** For pages whose name is known only after loading. */
  set(page: string): void {
    this.title.setTitle(`${page} · Linkage`);
  }
}
