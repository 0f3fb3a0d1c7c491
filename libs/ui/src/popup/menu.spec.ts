import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Menu } from './menu';

@Component({
  imports: [Menu],
  template: `
    <button id="opens" [lkMenu]="more" [lkMenuData]="{ item: 'Amélie' }">More</button>
    <ng-template #more let-item="item">
      <button role="menuitem" class="lk-menu-item" (click)="done = 'history of ' + item">History</button>
      <button role="menuitem" class="lk-menu-item" (click)="done = 'withdrawn'">Withdraw</button>
    </ng-template>
  `,
})
class Page {
  done = '';
}

describe('a menu', () => {
  let fixture: ComponentFixture<Page>;
  const opens = (): HTMLButtonElement => fixture.nativeElement.querySelector('#opens') as HTMLButtonElement;
  const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=menu] [role=menuitem]')];
  const focused = (): string => document.activeElement?.textContent?.trim() ?? '';
  const key = (name: string): boolean | undefined =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

  beforeEach(() => {
    fixture = TestBed.createComponent(Page);
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.detectChanges();
    opens().focus();
  });

  it('opens with the focus on its first item, for what it was given', () => {
    opens().click();
    fixture.detectChanges();
    expect(opens().getAttribute('aria-expanded')).toBe('true');
    expect(document.querySelector('[role=menu]')?.getAttribute('aria-label')).toBe('More');
    expect(focused()).toBe('History');
    items()[0]?.click();
    expect(fixture.componentInstance.done).toBe('history of Amélie');
    expect(items()).toEqual([]);
    expect(focused(), 'the button has the focus again').toBe('More');
  });

  it('is walked by arrows, ends and first letters, and left by Escape', () => {
    key('ArrowUp');
    expect(focused()).toBe('Withdraw');
    for (const [pressed, then] of [
      ['ArrowDown', 'History'],
      ['ArrowUp', 'Withdraw'],
      ['Home', 'History'],
      ['End', 'Withdraw'],
      ['h', 'History'],
      ['w', 'Withdraw'],
    ] as const) {
      key(pressed);
      expect(focused(), pressed).toBe(then);
    }
    expect(key('Escape'), 'nothing else hears of it').toBe(false);
    expect(items()).toEqual([]);
    expect(focused()).toBe('More');
  });

  it('is gone when something else is pressed, which keeps the focus, and with its page', () => {
    opens().click();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(items()).toEqual([]);
    opens().click();
    expect(items()).toHaveLength(2);
    fixture.destroy();
    expect(items()).toEqual([]);
  });
});
