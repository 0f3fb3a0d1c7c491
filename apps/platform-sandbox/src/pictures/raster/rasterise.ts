import { Canvas, type Coverage, type Ink } from './canvas';
import { rgba, type Rgba } from './colours';
import { moved, transformed, type Matrix } from './matrix';
import { ellipseLine, filled, linesOf, stroked, type Polygon } from './outline';

const { max, min } = Math;

type Attributes = Readonly<Record<string, string>>;
type Shape = ReturnType<typeof linesOf>;

/** What holds for everything inside of an element. */
interface Around {
  readonly matrix: Matrix;
  readonly clip?: string | undefined;
}

const attributesOf = (text: string): Attributes =>
  Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

const number = (attributes: Attributes, name: string): number => Number(attributes[name] ?? 0);

function rectLine(attributes: Attributes): Shape {
  const [x, y, width, height, radius] = ['x', 'y', 'width', 'height', 'rx'].map((name) => number(attributes, name));
  const [w, h] = [width ?? 0, height ?? 0];
  const r = min(radius ?? 0, w / 2, h / 2);
  const corner = (dx: number, dy: number): string => (r === 0 ? '' : `a${r} ${r} 0 0 1 ${dx} ${dy}`);
  return linesOf(
    `M${(x ?? 0) + r} ${y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}Z`,
  );
}

function shapeOf(name: string, attributes: Attributes): Shape {
  const at = (key: string): number => number(attributes, key);
  if (name === 'path') return linesOf(attributes['d'] ?? '');
  if (name === 'rect') return rectLine(attributes);
  if (name === 'circle') return [ellipseLine(at('cx'), at('cy'), at('r'), at('r'))];
  return [ellipseLine(at('cx'), at('cy'), at('rx'), at('ry'))];
}

const between = (one: Rgba, other: Rgba, part: number): Rgba => {
  const mixed = (i: 0 | 1 | 2 | 3): number => one[i] + (other[i] - one[i]) * min(1, max(0, part));
  return [mixed(0), mixed(1), mixed(2), mixed(3)];
};

/** A drawing of the sandbox: the SVG that `draw` makes, and nothing beyond it. */
class Drawing {
  private readonly stops: Rgba[] = [];
  private readonly clips = new Map<string, Coverage>();

  constructor(
    private readonly canvas: Canvas,
    private readonly whole: Matrix,
  ) {}

  draw(svg: string): void {
    const around: Around[] = [{ matrix: this.whole }];
    let clipping: string | undefined;
    for (const [, closing, name = '', rest = ''] of svg.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
      if (closing) {
        if (name === 'g') around.pop();
        if (name === 'clipPath') clipping = undefined;
        continue;
      }
      const attributes = attributesOf(rest);
      const outer = around.at(-1) as Around;
      const matrix = transformed(outer.matrix, attributes['transform'] ?? '');
      const clip = /#(\w+)/.exec(attributes['clip-path'] ?? '')?.[1] ?? outer.clip;
      if (name === 'g') around.push({ matrix, clip });
      else if (name === 'clipPath') clipping = attributes['id'];
      else if (name === 'stop') this.stops.push(rgba(attributes['stop-color'] ?? ''));
      else if (clipping !== undefined)
        this.clips.set(clipping, this.canvas.cover(filled(shapeOf(name, attributes), matrix)));
      else if (['path', 'rect', 'circle', 'ellipse'].includes(name))
        this.lay(shapeOf(name, attributes), attributes, { matrix, clip });
    }
  }

  private lay(shape: Shape, { fill, stroke, ...attributes }: Attributes, { matrix, clip }: Around): void {
    if (fill !== undefined && fill !== 'none') this.paint(filled(shape, matrix), fill, clip);
    if (stroke !== undefined) this.paint(stroked(shape, number(attributes, 'stroke-width'), matrix), stroke, clip);
  }

  private paint(polygons: readonly Polygon[], colour: string, clip: string | undefined): void {
    const mask = clip === undefined ? undefined : this.clips.get(clip);
    this.canvas.paint(this.canvas.cover(polygons), this.colours(colour), mask);
  }

  /** The only gradient is that of the background, over 220 by 160 units: from the top left, x2 .4, y2 1. */
  private colours(text: string): Ink {
    const [from, to] = this.stops;
    if (!text.startsWith('url(') || from === undefined || to === undefined) return rgba(text);
    const [scale, , , , left, top] = this.whole;
    return (x, y) => {
      const [u, v] = [((x - left) / scale + 110) / 220, ((y - top) / scale + 80) / 160];
      return between(from, to, (0.4 * u + v) / 1.16);
    };
  }
}

/** The pixels of a picture of `draw`. @param width in pixels; the height follows from the shape */
export function rasterise(svg: string): Canvas {
  const [, width = '', height = '', box = ''] =
    /^<svg [^>]*width="(\d+)" height="(\d+)" viewBox="([^"]*)"/.exec(svg) ?? [];
  const [x = 0, y = 0, w = 1] = box.split(' ').map(Number);
  const canvas = new Canvas(Number(width), Number(height));
  const scale = canvas.width / w;
  const [left, top] = moved([-x, -y], [scale, 0, 0, scale, 0, 0]);
  new Drawing(canvas, [scale, 0, 0, scale, left, top]).draw(svg);
  return canvas;
}
