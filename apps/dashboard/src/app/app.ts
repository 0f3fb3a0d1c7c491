import { Component, DOCUMENT, Injector, afterNextRender, inject } from '@angular/core';
import { NavigationEnd, NavigationError, Router, RouterOutlet } from '@angular/router';
import { filter, take } from 'rxjs';
import { SessionStore } from './shared/session/session-store';

@Component({ selector: 'app-root', imports: [RouterOutlet], template: `<router-outlet />` })
export class App {
  private readonly document = inject(DOCUMENT);

  constructor() {
    inject(SessionStore).listen();
    const injector = inject(Injector);
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd || event instanceof NavigationError),
        take(1),
      )
      .subscribe(() => afterNextRender(() => this.takeOver(), { injector }));
  }

  /** The outline that `index.html` shows until there is a page. */
  private takeOver(): void {
    this.document.getElementById('first-paint')?.remove();
  }
}
