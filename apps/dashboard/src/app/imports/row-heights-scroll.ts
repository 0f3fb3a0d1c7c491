import type { CdkVirtualScrollViewport, VirtualScrollStrategy } from '@angular/cdk/scrolling';
import { Injectable } from '@angular/core';
import { distinctUntilChanged, Subject } from 'rxjs';

/** Drawn beyond the upper and the lower edge, in pixels. */
const MARGIN = 400;

/** Draws the rows that are on the screen, each as high as it was said to be. */
@Injectable()
export class RowHeightsScroll implements VirtualScrollStrategy {
  private viewport: CdkVirtualScrollViewport | null = null;
  private readonly firstSeen = new Subject<number>();
  readonly scrolledIndexChange = this.firstSeen.pipe(distinctUntilChanged());
  /** Where each row begins; the last is where the last row ends. */
  private tops: readonly number[] = [0];

  /** @param heights of all rows, in pixels */
  use(heights: readonly number[]): void {
    let end = 0;
    this.tops = [0, ...heights.map((height) => (end += height))];
    this.draw();
  }

  attach(viewport: CdkVirtualScrollViewport): void {
    this.viewport = viewport;
    this.draw();
  }

  detach(): void {
    this.firstSeen.complete();
    this.viewport = null;
  }

  onContentScrolled(): void {
    this.draw();
  }

  onDataLengthChanged(): void {
    this.draw();
  }

  onContentRendered(): void {
    // Heights are said, not measured.
  }

  onRenderedOffsetChanged(): void {
    // As above.
  }

  scrollToIndex(index: number, behavior: ScrollBehavior): void {
    this.viewport?.scrollToOffset(this.tops[index] ?? 0, behavior);
  }

  private draw(): void {
    const { viewport } = this;
    if (viewport === null) return;
    viewport.setTotalContentSize(this.tops.at(-1) ?? 0);
    const top = viewport.measureScrollOffset();
    const start = this.rowAt(top - MARGIN);
    const end = Math.min(this.rowAt(top + viewport.getViewportSize() + MARGIN) + 1, viewport.getDataLength());
    viewport.setRenderedRange({ start, end: Math.max(start, end) });
    viewport.setRenderedContentOffset(this.tops[start] ?? 0);
    this.firstSeen.next(this.rowAt(top));
  }

  /** Place of the row at an offset; the first or the last one if it lies beyond. */
  private rowAt(offset: number): number {
    let [low, high] = [0, Math.max(0, this.tops.length - 2)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.tops[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
