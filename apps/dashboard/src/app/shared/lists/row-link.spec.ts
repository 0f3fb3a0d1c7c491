import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RowLink } from './row-link';

@Component({
  imports: [RowLink],
  template: `<table
    ><tbody
      ><tr appRowLink
        ><td><a href="#there">Yuna</a></td
        ><td><span>Active</span></td
        ><td><button type="button">Copy</button></td></tr
      ><tr appRowLink><td>Erased person</td></tr></tbody
    ></table
  >`,
})
class Rows {}

describe('a row', () => {
  let element: HTMLElement;
  const followed: string[] = [];
  const click = (what: string, how: MouseEventInit = {}): void =>
    void element.querySelector(what)?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...how }));

  beforeEach(() => {
    const rows = TestBed.createComponent(Rows);
    rows.detectChanges();
    element = rows.nativeElement as HTMLElement;
    followed.length = 0;
    element.addEventListener('click', (event) => {
      if (event.target instanceof HTMLAnchorElement) followed.push(event.target.hash);
    });
  });

  it('does what the link in its first cell does', () => {
    click('span');
    expect(followed).toEqual(['#there']);
  });

  it('opens a tab with Ctrl, and leaves its buttons alone', () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    click('span', { ctrlKey: true });
    expect(open).toHaveBeenCalledWith(expect.stringContaining('#there'), '_blank', 'noopener');
    click('button');
    expect(followed).toEqual([]);
  });

  it('does nothing where there is no link', () => {
    click('tr + tr > td');
    expect(followed).toEqual([]);
  });
});
