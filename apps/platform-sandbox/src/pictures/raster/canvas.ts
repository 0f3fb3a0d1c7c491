import type { Polygon } from './outline';
import type { Rgba } from './colours';

const { ceil, floor, max, min } = Math;

/** Lines within one line of pixels. */
const LINES = 4;

/** Of each pixel of the box from `left` and `top` on, how much is covered, 0 to 1. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly parts: Float32Array;
}

/** The colour of a pixel, or of all of them. */
export type Ink = Rgba | ((x: number, y: number) => Rgba);

interface Crossing {
  readonly x: number;
  /** Whether the edge leads down or up. */
  readonly way: 1 | -1;
}

/** Pixels that shapes are laid on, with soft edges. */
export class Canvas {
  readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8Array(width * height * 3);
  }

  /** What lies inside, by the rule `nonzero`. */
  cover(polygons: readonly Polygon[]): Coverage {
    const [left, right] = this.span(polygons, 0, this.width);
    const [top, bottom] = this.span(polygons, 1, this.height);
    const width = right - left;
    const parts = new Float32Array(width * (bottom - top));
    for (const [line, crossings] of this.crossings(polygons, top, bottom).entries()) {
      crossings.sort((one, other) => one.x - other.x);
      const row = floor(line / LINES) * width - left;
      let winding = 0;
      for (let i = 0; i + 1 < crossings.length; i++) {
        const { x, way } = crossings[i] as Crossing;
        winding += way;
        if (winding !== 0) this.cross(parts, row, x, (crossings[i + 1] as Crossing).x);
      }
    }
    return { left, top, width, parts };
  }

  paint({ left, top, width, parts }: Coverage, ink: Ink, clip?: Coverage): void {
    const { pixels } = this;
    const solid = typeof ink === 'function' ? undefined : ink;
    for (let i = 0, y = top; i < parts.length; y++)
      for (let x = left, at = (y * this.width + left) * 3; x < left + width; x++, i++, at += 3) {
        const covered = parts[i] as number;
        if (covered === 0) continue;
        const colour = solid ?? (ink as Exclude<Ink, Rgba>)(x, y);
        const part = min(1, covered) * (clip === undefined ? 1 : coveredAt(clip, x, y)) * colour[3];
        pixels[at] = mixed(pixels[at] as number, colour[0], part);
        pixels[at + 1] = mixed(pixels[at + 1] as number, colour[1], part);
        pixels[at + 2] = mixed(pixels[at + 2] as number, colour[2], part);
      }
  }

  /** The pixels that corners lie in, in one direction: 0 is across, 1 is down. */
  private span(polygons: readonly Polygon[], direction: 0 | 1, size: number): readonly [from: number, to: number] {
    let [from, to] = [size, 0];
    for (const polygon of polygons)
      for (let i = direction; i < polygon.length; i += 2) {
        from = min(from, polygon[i] as number);
        to = max(to, polygon[i] as number);
      }
    from = max(0, floor(from));
    return [from, max(from, min(size, ceil(to)))];
  }

  /** Where edges cross each line. */
  private crossings(polygons: readonly Polygon[], top: number, bottom: number): Crossing[][] {
    const lines = Array.from({ length: (bottom - top) * LINES }, (): Crossing[] => []);
    for (const polygon of polygons)
      for (let i = 0; i < polygon.length; i += 2) {
        const next = (i + 2) % polygon.length;
        const [x0, x1] = [polygon[i] as number, polygon[next] as number];
        const y0 = ((polygon[i + 1] as number) - top) * LINES;
        const y1 = ((polygon[next + 1] as number) - top) * LINES;
        const first = max(0, ceil(min(y0, y1) - 0.5));
        const last = min(lines.length, ceil(max(y0, y1) - 0.5));
        const way = y1 > y0 ? 1 : -1;
        const slope = (x1 - x0) / (y1 - y0);
        for (let line = first; line < last; line++) lines[line]?.push({ x: x0 + (line + 0.5 - y0) * slope, way });
      }
    return lines;
  }

  private cross(parts: Float32Array, row: number, from: number, to: number): void {
    const [left, right] = [max(0, from), min(this.width, to)];
    const [first, last] = [floor(left), ceil(right) - 1];
    for (let x = first; x <= last; x++) {
      const inside = x === first || x === last ? min(right, x + 1) - max(left, x) : 1;
      parts[row + x] = (parts[row + x] as number) + inside / LINES;
    }
  }
}

const coveredAt = ({ left, top, width, parts }: Coverage, x: number, y: number): number =>
  x < left || x >= left + width || y < top ? 0 : (parts[(y - top) * width + x - left] ?? 0);

const mixed = (below: number, light: number, part: number): number =>
  (part === 1 ? light : below + (light - below) * part) + 0.5;
