import { circle, colour, line, path, rect, type Paint } from './paint';

/** Lightness, chroma, hue. */
type Tone = readonly [number, number, number];
const skins: readonly Tone[] = [
  [0.83, 0.055, 55],
  [0.76, 0.075, 52],
  [0.66, 0.085, 48],
  [0.54, 0.08, 45],
  [0.42, 0.065, 45],
];
const hairs: readonly Tone[] = [
  [0.24, 0.02, 60],
  [0.32, 0.05, 50],
  [0.46, 0.08, 55],
  [0.72, 0.1, 85],
  [0.5, 0.13, 40],
  [0.82, 0.01, 90],
];
const furs: readonly Tone[] = [
  [0.32, 0.02, 260],
  [0.72, 0.11, 65],
  [0.9, 0.015, 80],
  [0.55, 0.02, 250],
];
const one = <T>(list: readonly T[], chance: number): T => list[Math.floor(chance * list.length)] as T;

export interface Face {
  readonly skin: number;
  readonly hair: number;
  readonly long: boolean;
}

/** A person, from the chest up; any one, where no face is given. */
export const portrait = (p: Paint, face?: Face): string => {
  const skin = colour(...(skins[face?.skin ?? -1] ?? one(skins, p.chance('skin'))));
  const hair = colour(...(hairs[face?.hair ?? -1] ?? one(hairs, p.chance('hair'))));
  const shirt = colour(0.46, 0.1, p.main);
  const long = face?.long ?? p.chance('long') < 0.5;
  const behind = long ? path('M-21 -14C-21 -34 21 -34 21 -14C24 8 22 20 17 26H-17C-22 20 -24 8 -21 -14Z', hair) : '';
  const front = [
    path('M-17 -8C-19 -28 -6 -33 4 -32C17 -31 20 -20 17 -8C12 -16 4 -20 -4 -19C-11 -18 -14 -14 -17 -8Z', hair),
    path('M-17 -6C-20 -30 18 -36 18 -6C12 -12 10 -18 2 -18C-8 -18 -13 -12 -17 -6Z', hair) +
      (long ? '' : circle(2, -31, 7, hair)),
    path('M-18 -10C-16 -30 16 -32 18 -10C8 -20 -8 -20 -18 -10Z', hair),
  ];
  const glasses =
    p.chance('glasses') < 0.28
      ? line(
          'M-11 -5a4.6 4.6 0 1 0 9 0a4.6 4.6 0 1 0 -9 0M2 -5a4.6 4.6 0 1 0 9 0a4.6 4.6 0 1 0 -9 0M-2 -5H2',
          colour(0.26, 0.02, 60),
          1.3,
        )
      : '';
  return (
    behind +
    rect(-6, 8, 12, 18, skin, 5) +
    rect(-6, 12, 12, 5, '#0002') +
    path('M-36 70C-36 36 -22 24 -7 22Q0 28 7 22C22 24 36 36 36 70Z', shirt) +
    path('M-7 22Q0 28 7 22L9 24Q0 33 -9 24Z', colour(0.85, 0.04, p.main)) +
    `<ellipse cx="0" cy="-4" rx="16" ry="18.5" fill="${skin}"/>` +
    circle(-6.4, -5, 1.5, colour(0.25, 0.03, 60)) +
    circle(6.4, -5, 1.5, colour(0.25, 0.03, 60)) +
    line('M-4.5 5Q0 8.6 4.5 5', colour(0.4, 0.09, 25), 1.5) +
    line('M-9.5 -10q3 -1.8 6 0M3.5 -10q3 -1.8 6 0', hair, 1.4) +
    circle(-10, 1.5, 3, '#e2554a22') +
    circle(10, 1.5, 3, '#e2554a22') +
    glasses +
    one(front, p.chance('cut'))
  );
};

export const flower = (p: Paint): string => {
  const count = 5 + Math.floor(p.chance('petals') * 4);
  const petals = Array.from(
    { length: count },
    (_, i) =>
      `<ellipse cx="0" cy="-15" rx="8" ry="13" fill="${colour(i % 2 ? 0.76 : 0.8, 0.125, p.main)}" transform="rotate(${Math.round((360 / count) * i)})"/>`,
  ).join('');
  return (
    line('M0 70C-2 40 3 20 0 -8', colour(0.42, 0.09, 145), 3.4) +
    path('M0 42C-22 42 -28 28 -28 17C-12 17 -1 26 0 42Z', colour(0.52, 0.12, 145)) +
    path('M1 34C20 34 26 22 26 12C12 12 2 20 1 34Z', colour(0.47, 0.11, 150)) +
    `<g transform="translate(0 -12) rotate(${p.range(0, 50, 'turn')}) scale(${p.range(0.95, 1.25, 'size')})">${petals}${circle(0, 0, 7.5, colour(0.87, 0.14, 88))}${circle(0, 0, 4, colour(0.7, 0.14, 70))}</g>`
  );
};

export const cactus = (p: Paint): string =>
  rect(-100, 34, 200, 70, colour(0.6, 0.06, p.ground)) +
  '<ellipse cx="0" cy="40" rx="26" ry="4" fill="#0003"/>' +
  line('M0 22V-26', colour(0.54, 0.11, 150), 19) +
  line('M-2 8H-20V-8M2 2H20V-16', colour(0.5, 0.11, 150), 10) +
  line('M-4 20V-28M4 20V-28', '#ffffff55', 1) +
  path('M-20 14H20L15 40H-15Z', colour(0.62, 0.13, p.main)) +
  rect(-22, 12, 44, 6, colour(0.7, 0.12, p.main), 2) +
  (p.chance('bloom') < 0.6
    ? circle(0, -37, 5, colour(0.75, 0.15, p.other)) + circle(20, -23, 3.6, colour(0.75, 0.15, p.other))
    : '');

export const cat = (p: Paint): string => {
  const fur = colour(...one(furs, p.chance('fur')));
  const eyes = colour(0.84, 0.15, p.chance('eyes') < 0.5 ? 120 : 85);
  const eye = (x: number): string =>
    `<ellipse cx="${x}" cy="-8" rx="4.6" ry="5.4" fill="${eyes}"/><ellipse cx="${x}" cy="-8" rx="${p.range(1.2, 2.6, 'pupil')}" ry="4.6" fill="#17130f"/>`;
  return (
    path('M-27 70C-30 36 -20 18 0 18S30 36 27 70Z', fur) +
    line('M26 60C48 56 46 30 36 28', fur, 7) +
    path('M-23 -2L-25 -34L-9 -24Q0 -27 9 -24L25 -34L23 -2C23 14 12 21 0 21S-23 14 -23 -2Z', fur) +
    path('M-20 -27L-20 -16L-12 -22Z', colour(0.78, 0.07, 20)) +
    path('M20 -27L20 -16L12 -22Z', colour(0.78, 0.07, 20)) +
    eye(-9) +
    eye(9) +
    path('M-3 1H3L0 4.6Z', colour(0.7, 0.1, 20)) +
    line('M0 4.6V8M0 8Q-4 11 -7 8M0 8Q4 11 7 8', '#17130faa', 1.2) +
    line('M-12 4L-30 1M-12 7L-29 10M12 4L30 1M12 7L29 10', '#fffb', 0.9)
  );
};

export const guitar = (p: Paint): string =>
  `<g transform="translate(2 4) rotate(${p.range(28, 46, 'lean')}) scale(1.1)">` +
  rect(-3, -58, 6, 52, colour(0.36, 0.05, 50), 1) +
  rect(-5, -66, 10, 12, colour(0.28, 0.04, 50), 2) +
  path(
    'M0 -16C14 -16 16 -6 12 2C10 6 20 10 20 22C20 36 8 38 0 38S-20 36 -20 22C-20 10 -10 6 -12 2C-16 -6 -14 -16 0 -16Z',
    colour(0.66, 0.13, p.main),
  ) +
  path(
    'M0 -13C11 -13 13 -5 9 3C8 8 17 11 17 22C17 33 7 35 0 35S-17 33 -17 22C-17 11 -8 8 -9 3C-13 -5 -11 -13 0 -13Z',
    colour(0.74, 0.12, p.main),
  ) +
  circle(0, 8, 6.4, colour(0.26, 0.04, 50)) +
  rect(-8, 25, 16, 3, colour(0.3, 0.04, 50), 1) +
  line('M-1.8 -56V26M0 -56V26M1.8 -56V26', '#fffa', 0.5) +
  '</g>' +
  line(`M-40 -20q6 -6 0 -12M-34 -16q10 -10 0 -20`, '#fff8', 2);
