import type { CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { RowHeightsScroll } from './row-heights-scroll';

describe('rows of many heights', () => {
  const drawn = { top: 0, size: 500, rows: 0, height: 0, range: { start: 0, end: 0 }, from: 0 };
  const viewport = {
    setTotalContentSize: (height: number) => (drawn.height = height),
    measureScrollOffset: () => drawn.top,
    getViewportSize: () => drawn.size,
    getDataLength: () => drawn.rows,
    setRenderedRange: (range: typeof drawn.range) => (drawn.range = range),
    setRenderedContentOffset: (from: number) => (drawn.from = from),
    scrollToOffset: (top: number) => (drawn.top = top),
  } as unknown as CdkVirtualScrollViewport;
  const shown = (heights: readonly number[], top = 0) => {
    const scroll = new RowHeightsScroll();
    Object.assign(drawn, { top, rows: heights.length });
    scroll.attach(viewport);
    scroll.use(heights);
    return scroll;
  };
  const mixed = Array.from({ length: 50_000 }, (_, index) => (index % 3 === 0 ? 172 : 68));

  it('are as high as all of them, and drawn a little beyond both edges', () => {
    shown(mixed, 100_000);
    const topOf = (row: number) => mixed.slice(0, row).reduce((sum, height) => sum + height, 0);
    const { start, end } = drawn.range;
    expect(drawn.height).toBe(topOf(50_000));
    expect(drawn.from).toBe(topOf(start));
    expect(topOf(start)).toBeLessThanOrEqual(100_000 - 400);
    expect(topOf(start + 1)).toBeGreaterThan(100_000 - 400);
    expect(topOf(end)).toBeGreaterThan(100_500 + 400);
    expect(topOf(end - 1)).toBeLessThanOrEqual(100_500 + 400);
  });

  it('end with the last one, and may be none', () => {
    shown([68, 172, 68]);
    expect(drawn).toMatchObject({ height: 308, range: { start: 0, end: 3 }, from: 0 });
    shown([]);
    expect(drawn).toMatchObject({ height: 0, range: { start: 0, end: 0 } });
  });

  it('are scrolled to by their place', () => {
    shown([68, 172, 68]).scrollToIndex(2, 'auto');
    expect(drawn.top).toBe(240);
  });
});
