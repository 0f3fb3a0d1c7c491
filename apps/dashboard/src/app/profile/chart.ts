import { DestroyRef, Directive, ElementRef, afterRenderEffect, inject, input, signal } from '@angular/core';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { Theme } from '../base/theme';
import { chartColours, type ChartColours } from './chart-colours';

/** Draws a chart for the theme in force and the width there is. */
export type Drawing = (colours: ChartColours, width: number) => EChartsCoreOption;

const matches = (query: string): boolean => globalThis.matchMedia?.(query).matches ?? false;

/** ECharts empties its elements by setting a text as markup, which the page's Trusted Types refuse. */
const emptiedWithoutText = (element: Element): void =>
  void Object.defineProperty(element, 'innerHTML', { configurable: true, set: () => element.replaceChildren() });

/**
 * A chart of ECharts in the element: SVG, loaded when needed, drawn anew when the data, the theme or the width change.
 */
@Directive({
  selector: '[appChart]',
  host: { role: 'img', '[attr.aria-label]': 'description()', '[class.undrawn]': '!drawn()' },
})
export class Chart {
  readonly drawing = input.required<Drawing>({ alias: 'appChart' });
  /** Read out instead of the picture, also before it is drawn. */
  readonly description = input.required<string>();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly theme = inject(Theme);
  private readonly chart = signal<EChartsType | undefined>(undefined);
  private readonly width = signal(0);
  /** There is something to see in the element. */
  protected readonly drawn = signal(false);

  constructor() {
    let gone = false;
    const sizes =
      typeof ResizeObserver === 'function'
        ? new ResizeObserver(([entry]) => this.width.set(Math.round(entry?.contentRect.width ?? 0)))
        : undefined;
    sizes?.observe(this.element);
    void import('./echarts').then(({ init }) => {
      if (gone) return;
      emptiedWithoutText(this.element);
      const chart = init(this.element, null, { renderer: 'svg' });
      for (const svg of this.element.querySelectorAll('svg')) emptiedWithoutText(svg);
      this.chart.set(chart);
    });
    afterRenderEffect(() => this.draw());
    inject(DestroyRef).onDestroy(() => {
      gone = true;
      sizes?.disconnect();
      this.chart()?.dispose();
    });
  }

  private draw(): void {
    const [chart, width, drawing, description] = [this.chart(), this.width(), this.drawing(), this.description()];
    this.theme.dark();
    if (chart === undefined || width === 0) return;
    chart.resize();
    chart.setOption(
      {
        animation: !matches('(prefers-reduced-motion: reduce)'),
        animationDuration: 220,
        animationDurationUpdate: 220,
        textStyle: { fontFamily: '"Inter Variable", system-ui, sans-serif' },
        aria: { enabled: true, label: { description }, decal: { show: matches('(forced-colors: active)') } },
        ...drawing(chartColours(this.element), width),
      },
      { notMerge: true },
    );
    this.drawn.set(true);
  }
}
