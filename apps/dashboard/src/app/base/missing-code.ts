import { ErrorHandler, Injectable, Injector, inject, signal } from '@angular/core';
import { NavigationStart, Router, type NavigationError } from '@angular/router';
import { WorkspacesApi } from '@linkage/api-client';
import { firstValueFrom } from 'rxjs';
import { LOAD_PAGE, addressUnderWay } from './page-load';
import { TabMemory } from './tab-memory';
import { Version } from './version';

const RELOADED = 'reloaded';
/** Loading a page again so soon for the same part would not help. In ms. */
const SOON = 60_000;

/** When the page was loaded anew, in ms, by the part that was missing. */
type Reloads = Readonly<Record<string, number>>;

/** In the words of Chromium, Firefox and Safari. */
const isMissingCode = (error: unknown): error is Error =>
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

  private asking = 0;
  /** Where the reader wanted to go meanwhile; null: nowhere. */
  private going: string | null = null;
  /** Being loaded. Until it comes, this page still takes clicks. */
  private coming: string | null = null;

  constructor() {
    this.router.events.subscribe((event) => {
      const isElsewhere = event instanceof NavigationStart && this.coming !== null && event.url !== this.coming;
      if (isElsewhere) this.come(event.url);
    });
  }

  /**
   * @param part the message of its failed `import()`, which names the file in most browsers
   * @param going the address that could not be opened for it; undefined: it is a part of the page itself
   */
  async meet(part: string, going?: string): Promise<void> {
    this.going = going ?? this.going;
    this.asking += 1;
    const reached = await firstValueFrom(this.api.about()).then(
      () => true,
      () => false,
    );
    this.asking -= 1;
    const address = this.destination();
    if (this.asking === 0) this.going = null;
    if (!reached || (part in this.recentReloads() && !this.version.outdated())) return this.missed.set(address);
    this.load(part, address);
  }

  private load(part: string, address: string): void {
    this.memory.write(RELOADED, { ...this.recentReloads(), [part]: Date.now() } satisfies Reloads);
    this.come(address);
  }

  private come(address: string): void {
    this.coming = address;
    this.loadPage(address);
  }

  private destination(): string {
    return addressUnderWay(this.router) ?? this.going ?? this.coming ?? this.router.url;
  }

  again(): void {
    const address = this.missed();
    this.missed.set(null);
    if (address === null || address === this.router.url) return;
    void this.router.navigateByUrl(address);
  }

  private recentReloads(): Reloads {
    const reloads = Object.entries(this.memory.read(RELOADED) ?? {});
    return Object.fromEntries(reloads.filter(([, at]) => Date.now() - at < SOON));
  }
}

/** For the router: a page whose code is missing leads on. Everything else is a fault of ours. */
export const meetFailedNavigation = ({ url, error }: NavigationError): void => {
  if (isMissingCode(error)) void inject(MissingCode).meet(error.message, url);
  else inject(ErrorHandler).handleError(error);
};

/** A dialog or chart whose code is missing: its `import()` fails, and nothing has caught that. */
@Injectable()
export class AppErrorHandler extends ErrorHandler {
  private readonly injector = inject(Injector);

  override handleError(error: unknown): void {
    const missing = [error, error instanceof Error ? error.cause : undefined].find(isMissingCode);
    if (missing === undefined) return super.handleError(error);
    void this.injector.get(MissingCode).meet(missing.message);
  }
}
