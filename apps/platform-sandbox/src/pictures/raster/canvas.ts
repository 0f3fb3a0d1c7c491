import type { Polygon } from './outline';
import type { Rgba } from './colours';

const { ceil, floor, max, min, round } = Math;

/** Lines within one line of pixels. */
const LINES = 4;

/** Of each pixel from the line `top` on, how much is covered, 0 to 1. */
export interface Coverage {
  readonly top: number;
  readonly parts: Float32Array;
}

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
    const heights = polygons.flatMap((polygon) => polygon.filter((_, i) => i % 2 === 1));
    const top = max(0, floor(min(...heights)));
    const bottom = max(top, min(this.height, ceil(max(...heights))));
    const parts = new Float32Array(this.width * (bottom - top));
    for (const [line, crossings] of this.crossings(polygons, top, bottom).entries()) {
      crossings.sort((one, other) => one.x - other.x);
      const row = floor(line / LINES) * this.width;
      let winding = 0;
      for (let i = 0; i + 1 < crossings.length; i++) {
        const { x, way } = crossings[i] as Crossing;
        winding += way;
        if (winding !== 0) this.cross(parts, row, x, (crossings[i + 1] as Crossing).x);
      }
    }
    return { top, parts };
  }

  paint({ top, parts }: Coverage, colourAt: (x: number, y: number) => Rgba, clip?: Coverage): void {
    const { width, pixels } = this;
    for (let i = 0; i < parts.length; i++) {
      if (parts[i] === 0) continue;
      const at = top * width + i;
      const shown = clip === undefined ? 1 : (clip.parts[at - clip.top * width] ?? 0);
      const [red, green, blue, alpha] = colourAt(at % width, floor(at / width));
      const part = min(1, parts[i] as number) * shown * alpha;
      pixels[at * 3] = mixed(pixels[at * 3] as number, red, part);
      pixels[at * 3 + 1] = mixed(pixels[at * 3 + 1] as number, green, part);
      pixels[at * 3 + 2] = mixed(pixels[at * 3 + 2] as number, blue, part);
    }
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
    for (let x = floor(left); x < right; x++)
      parts[row + x] = (parts[row + x] as number) + (min(right, x + 1) - max(left, x)) / LINES;
  }
}

const mixed = (below: number, light: number, part: number): number => round(below + (light - below) * part);
