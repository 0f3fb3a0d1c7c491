import { TestBed } from '@angular/core/testing';
import { Figure } from './figure';

const render = async (value: number): Promise<HTMLElement> => {
  const fixture = TestBed.createComponent(Figure);
  fixture.componentRef.setInput('value', value);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
};

describe('a figure', () => {
  it('shows three digits, has the exact one in the tooltip and says it to screen readers', async () => {
    const shown = (await render(41_702)).querySelector('[aria-hidden=true]');
    expect(shown?.textContent).toBe('41.7K');
    expect(shown?.getAttribute('title')).toBe('41,702');
    expect((await render(41_702)).querySelector('.lk-hidden')?.textContent).toBe('41,702');
  });

  it('says a small one once', async () => {
    const element = await render(812);
    expect(element.textContent).toBe('812');
    expect(element.querySelector('[title]')).toBeNull();
  });
});
