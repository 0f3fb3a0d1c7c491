import type { Motif } from '../world/motif';
import type { Shape } from './links';
import { cactus, cat, flower, guitar, portrait, type Face } from './living-motifs';
import { balloon, bicycle, boat, city, mountains, planet } from './outdoor-motifs';
import { colour, paintOf, type Paint } from './paint';
import { books, coffee, lamp, plate, vase } from './table-motifs';

export const motifs: Readonly<Record<Motif, (paint: Paint, face?: Face) => string>> = {
  plate,
  coffee,
  vase,
  books,
  lamp,
  mountains,
  city,
  boat,
  balloon,
  bicycle,
  planet,
  portrait,
  flower,
  cactus,
  cat,
  guitar,
};

const views: Readonly<Record<Shape, readonly [number, number, number]>> = {
  '16x9': [160, 90, 9 / 16],
  '4x5': [80, 100, 5 / 4],
  '9x16': [72, 128, 16 / 9],
  '1x1': [84, 84, 1],
};

/**
 * One picture as SVG text. The same key gives the same picture.
 * @param width in pixels; the height follows from the shape
 */
export function draw(motif: Motif, key: string, shape: Shape, width: number, face?: Face): string {
  const paint = paintOf(key, motif);
  const [w, h, ratio] = views[shape];
  const mirrored = paint.chance('mirror') < 0.5 && motif !== 'books';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round(width * ratio)}" viewBox="${-w / 2} ${-h / 2} ${w} ${h}">` +
    `<defs><linearGradient id="bg" x1="0" y1="0" x2=".4" y2="1"><stop stop-color="${colour(0.89, 0.06, paint.sky)}"/><stop offset="1" stop-color="${colour(0.68, 0.1, paint.ground)}"/></linearGradient></defs>` +
    `<rect x="-110" y="-80" width="220" height="160" fill="url(#bg)"/><g${mirrored ? ' transform="scale(-1 1)"' : ''}>${motifs[motif](paint, face)}</g></svg>`
  );
}
