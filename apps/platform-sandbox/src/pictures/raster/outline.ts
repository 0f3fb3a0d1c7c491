import { moved, type Matrix } from './matrix';

const { PI, atan2, cos, hypot, max, sin, sqrt } = Math;

/** Corners, one after the other: x, y, x, y … */
export type Polygon = readonly number[];
type Point = readonly [x: number, y: number];

const STEPS = 10;
const TOKEN = /[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi;

/**
 * An arc of an SVG path as corners; https://www.w3.org/TR/SVG/implnote.html#ArcConversionEndpointToCenter, with no
 * turned ellipses.
 */
function arc(from: Point, [rx, ry, , large, sweep]: readonly number[], to: Point): Point[] {
  const [width = 1, height = 1] = [rx, ry];
  const [dx, dy] = [(from[0] - to[0]) / 2 / width, (from[1] - to[1]) / 2 / height];
  const grown = max(1, hypot(dx, dy));
  const away = sqrt(max(0, (grown * grown) / (dx * dx + dy * dy) - 1)) * (large === sweep ? -1 : 1);
  const [cx, cy] = [away * dy, -away * dx];
  const start = atan2(dy - cy, dx - cx);
  let turn = atan2(-dy - cy, -dx - cx) - start;
  if (sweep && turn < 0) turn += 2 * PI;
  if (!sweep && turn > 0) turn -= 2 * PI;
  const middle: Point = [(from[0] + to[0]) / 2 + cx * width, (from[1] + to[1]) / 2 + cy * height];
  return Array.from({ length: 2 * STEPS }, (_, i): Point => {
    const angle = start + (turn * (i + 1)) / (2 * STEPS);
    return [middle[0] + width * grown * cos(angle), middle[1] + height * grown * sin(angle)];
  });
}

const curve = (points: readonly Point[]): Point[] =>
  Array.from({ length: STEPS }, (_, i) => {
    const t = (i + 1) / STEPS;
    let left = points;
    while (left.length > 1)
      left = left
        .slice(1)
        .map(([x, y], k): Point => [(left[k] as Point)[0] * (1 - t) + x * t, (left[k] as Point)[1] * (1 - t) + y * t]);
    return left[0] as Point;
  });

const sizes: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };

/** Cuts the text of a path into commands with their numbers; flags of an arc stand alone. */
function* commandsOf(text: string): Iterable<readonly [name: string, numbers: readonly number[]]> {
  const tokens = text.match(TOKEN) ?? [];
  for (let at = 0, name = ''; at < tokens.length;) {
    const token = tokens[at] as string;
    if (/[a-z]/i.test(token)) [name, at] = [token, at + 1];
    else if (name === 'M') name = 'L';
    else if (name === 'm') name = 'l';
    const size = sizes[name.toUpperCase()] ?? 0;
    yield [name, tokens.slice(at, at + size).map(Number)];
    at += size;
  }
}

/** The lines of an SVG path, curves cut into short straight ones. */
export function linesOf(text: string): Point[][] {
  const lines: Point[][] = [];
  let [here, hook]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  for (const [name, numbers] of commandsOf(text)) {
    const kind = name.toUpperCase();
    const from: Point = name === kind ? [0, 0] : here;
    const point = (at: number): Point => [from[0] + (numbers[at] ?? 0), from[1] + (numbers[at + 1] ?? 0)];
    const line = lines.at(-1) ?? [];
    const mirrored: Point = [2 * here[0] - hook[0], 2 * here[1] - hook[1]];
    const add = (points: readonly Point[], pull?: Point): void => {
      line.push(...points);
      here = line.at(-1) ?? here;
      hook = pull ?? here;
    };
    if (kind === 'M') {
      lines.push([point(0)]);
      here = hook = point(0);
    } else if (kind === 'L') add([point(0)]);
    else if (kind === 'H') add([[point(0)[0], here[1]]]);
    else if (kind === 'V') add([[here[0], from[1] + (numbers[0] ?? 0)]]);
    else if (kind === 'C') add(curve([here, point(0), point(2), point(4)]), point(2));
    else if (kind === 'S') add(curve([here, mirrored, point(0), point(2)]), point(0));
    else if (kind === 'Q') add(curve([here, point(0), point(2)]), point(0));
    else if (kind === 'T') add(curve([here, mirrored, point(0)]), mirrored);
    else if (kind === 'A') add(arc(here, numbers, point(5)));
    else if (kind === 'Z' && line[0]) add([line[0]]);
    else throw new Error(`no command of a path: ${name}`);
  }
  return lines;
}

export const ellipseLine = (x: number, y: number, rx: number, ry: number): Point[] =>
  Array.from({ length: 41 }, (_, i): Point => {
    const angle = (i * PI) / 20;
    return [x + rx * cos(angle), y + ry * sin(angle)];
  });

/** Filled: each line closed. */
export const filled = (lines: readonly Point[][], matrix: Matrix): Polygon[] =>
  lines.map((line) => line.flatMap((point) => moved(point, matrix)));

/** All corners go round the same way, so that pieces that overlap add up. */
const oneWay = (corners: readonly Point[], matrix: Matrix): Polygon => {
  const points = corners.map((corner) => moved(corner, matrix));
  let area = 0;
  for (const [i, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(i + 1) % points.length] as Point;
    area += x * nextY - nextX * y;
  }
  return (area < 0 ? points.reverse() : points).flat();
};

/** Drawn along with a round pen. */
export function stroked(lines: readonly Point[][], width: number, matrix: Matrix): Polygon[] {
  const half = width / 2;
  return lines.flatMap((line) => [
    ...line.map(([x, y]) =>
      oneWay(
        ellipseLine(x, y, half, half).filter((_, i) => i % 3 === 0),
        matrix,
      ),
    ),
    ...line.slice(1).map(([x, y], i) => {
      const [x0, y0] = line[i] as Point;
      const long = hypot(x - x0, y - y0) || 1;
      const [nx, ny] = [(-(y - y0) / long) * half, ((x - x0) / long) * half];
      return oneWay(
        [
          [x0 + nx, y0 + ny],
          [x + nx, y + ny],
          [x - nx, y - ny],
          [x0 - nx, y0 - ny],
        ],
        matrix,
      );
    }),
  ]);
}
