import { ErrorHandler, Injectable, Injector, inject, signal } from '@angular/core';
import { Router, type NavigationError } from '@angular/router';
import { WorkspacesApi } from '@linkage/api-client';
import { firstValueFrom } from 'rxjs';
import { LOAD_PAGE } from './page-load';
import { TabMemory } from './tab-memory';
import { Version } from './version';

const RELOADED = 'reloaded';
/** Loading the same page again so soon would not help. In ms. */
const SOON = 60_000;

/** In the words of Chromium, Firefox and Safari. */
const isMissingCode = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script failed/iu.test(error.message);

/**
 * A part of this app that could not be loaded, because the server is away or has another version of it. The page is
 * then loaded anew, at the place where it was to go; what is typed is kept by the tab.
 */
@Injectable({ providedIn: 'root' })
export class MissingCode {
  private readonly api = inject(WorkspacesApi);
  private readonly router = inject(Router);
  private readonly loadPage = inject(LOAD_PAGE);
  private readonly memory = inject(TabMemory);
  private readonly version = inject(Version);
  private readonly missed = signal<string | null>(null);
  /** The address that could not be opened; null: nothing is missing. */
  readonly missing = this.missed.asReadonly();

  async meet(address: string): Promise<void> {
    const reached = await firstValueFrom(this.api.about()).then(
      () => true,
      () => false,
    );
    if (!reached || (this.wasReloaded(address) && !this.version.outdated())) return this.missed.set(address);
    this.memory.write(RELOADED, { address, at: Date.now() });
    this.loadPage(address);
  }

  again(): void {
    const address = this.missed();
    this.missed.set(null);
    if (address === null || address === this.router.url) return;
    void this.router.navigateByUrl(address);
  }

  private wasReloaded(address: string): boolean {
    const before = this.memory.read(RELOADED) as { address?: unknown; at?: unknown } | undefined;
    return before?.address === address && typeof before.at === 'number' && Date.now() - before.at < SOON;
  }
}

/** For the router: a page whose code is missing leads on. Everything else is a fault of ours. */
export const meetFailedNavigation = ({ url, error }: NavigationError): void => {
  if (isMissingCode(error)) void inject(MissingCode).meet(url);
  else inject(ErrorHandler).handleError(error);
};

/** A dialog or chart whose code is missing: its `import()` fails, and nothing has caught that. */
@Injectable()
export class AppErrorHandler extends ErrorHandler {
  private readonly injector = inject(Injector);

  override handleError(error: unknown): void {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (!isMissingCode(error) && !isMissingCode(cause)) return super.handleError(error);
    void this.injector.get(MissingCode).meet(this.injector.get(Router).url);
  }
}
