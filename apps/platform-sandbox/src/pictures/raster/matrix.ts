/** x' = a x + c y + e; y' = b x + d y + f */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export const within = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const moved = ([x, y]: readonly [number, number], m: Matrix): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

function step(name: string, [first = 0, second]: readonly number[]): Matrix {
  if (name === 'translate') return [1, 0, 0, 1, first, second ?? 0];
  if (name === 'scale') return [first, 0, 0, second ?? first, 0, 0];
  const [sine, cosine] = [Math.sin((first * Math.PI) / 180), Math.cos((first * Math.PI) / 180)];
  return [cosine, sine, -sine, cosine, 0, 0];
}

/** `translate(2 4) rotate(30) scale(1.1)`, seen from `outer`. */
export const transformed = (outer: Matrix, text: string): Matrix =>
  [...text.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)].reduce(
    (matrix, [, name = '', numbers = '']) => within(matrix, step(name, numbers.split(/[ ,]+/).map(Number))),
    outer,
  );
