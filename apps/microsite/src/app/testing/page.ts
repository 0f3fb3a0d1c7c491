import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { Problem } from '@linkage/contracts';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { App } from '../app';
import { PageAddress } from '../page-address';
import { SEEN_AFTER } from '../seen-page';
import { LOOK_AGAIN } from '../visit';

/** The whole page at an address, and what a creator can see and do on it. */
export class Page {
  readonly http: HttpTestingController;
  readonly left: string[] = [];
  private readonly fixture: ComponentFixture<App>;

  constructor(path = '/connect/the-link', { seenAfter = 3_600_000, sameVisit = false } = {}) {
    window.history.replaceState(null, '', path);
    if (!sameVisit) window.sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: LOOK_AGAIN, useValue: 0 },
        { provide: SEEN_AFTER, useValue: seenAfter },
      ],
    });
    TestBed.inject(PageAddress).leaveFor = (url) => this.left.push(url);
    this.http = TestBed.inject(HttpTestingController);
    this.fixture = TestBed.createComponent(App);
    document.body.append(this.element);
    this.fixture.detectChanges();
  }

  get element(): HTMLElement {
    return this.fixture.nativeElement as HTMLElement;
  }

  get text(): string {
    return (this.element.textContent ?? '').replace(/\s+/g, ' ');
  }

  get heading(): string | undefined {
    return this.element.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim();
  }

  /** Lines of the account list, as read aloud. */
  get lines(): string[] {
    return this.all('.line').map((line) => (line.textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(selector)];
  }

  async settle(): Promise<void> {
    await this.fixture.whenStable();
    this.fixture.detectChanges();
  }

  /** How often it was told that the page is on the screen, since this was last asked. */
  visits(): TestRequest[] {
    return this.http.match({ url: '/api/microsite/the-link/visits', method: 'POST' });
  }

  request(path: string, method = 'GET'): TestRequest {
    return this.http.expectOne({ url: `/api/microsite/${path}`, method });
  }

  async answer(path: string, body: object | null, method = 'GET'): Promise<void> {
    this.request(path, method).flush(body);
    await this.settle();
  }

  async refuse(path: string, problem: Problem, method = 'GET'): Promise<void> {
    this.request(path, method).flush(problem, { status: problem.status, statusText: problem.title });
    await this.settle();
  }

  async loseConnection(path: string): Promise<void> {
    this.request(path).error(new ProgressEvent('error'));
    await this.settle();
  }

  button(name: string): HTMLButtonElement {
    const found = this.all('button').find(
      (button) => plain(button.getAttribute('aria-label') ?? button.textContent) === name,
    );
    if (!found)
      throw new Error(
        `There is no button "${name}", only: ${this.all('button')
          .map((button) => plain(button.getAttribute('aria-label') ?? button.textContent))
          .join(', ')}`,
      );
    return found as HTMLButtonElement;
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settle();
  }
}

/** Without the characters that isolate a name's direction. */
const plain = (text: string | null): string =>
  (text ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
