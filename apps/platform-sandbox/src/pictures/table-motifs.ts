import { circle, colour, line, path, rect, type Paint } from './paint';

/** Things on a table. The middle of the picture is 0,0; 100 units are as wide as a square picture. */
const table = (p: Paint, y: number): string => rect(-100, y, 200, 100, colour(0.52, 0.06, p.ground));
const shadow = (y: number, width: number): string => `<ellipse cx="0" cy="${y}" rx="${width}" ry="4" fill="#0003"/>`;

export const plate = (p: Paint): string => {
  const bits = Array.from({ length: 7 }, (_, i) => {
    const angle = i * 0.9 + p.chance('turn') * 6;
    const far = 5 + p.chance(`far${i}`) * 9;
    return circle(
      Math.round(Math.cos(angle) * far),
      Math.round(Math.sin(angle) * far) + 2,
      2.5 + p.chance(`bit${i}`) * 3.5,
      i % 3 ? colour(0.56, 0.13, 145) : colour(0.86, 0.14, 88),
    );
  });
  return (
    circle(1.5, 4, 32, '#0002') +
    circle(0, 2, 32, colour(0.97, 0.012, p.main)) +
    circle(0, 2, 25, colour(0.92, 0.02, p.main)) +
    circle(0, 2, 20, colour(0.7, 0.13, p.main)) +
    bits.join('') +
    line('M-44 -18V22', colour(0.8, 0.01, 250), 2.4) +
    line('M-47 -20V-8M-44 -20V-8M-41 -20V-8', colour(0.8, 0.01, 250), 1.3) +
    line('M44 -20V22', colour(0.8, 0.01, 250), 2.8)
  );
};

export const coffee = (p: Paint): string =>
  table(p, 22) +
  shadow(28, 34) +
  `<ellipse cx="-2" cy="26" rx="32" ry="6" fill="${colour(0.94, 0.02, p.main)}"/>` +
  line('M18 2q16 -2 15 9t-17 9', colour(0.7, 0.12, p.main), 4.5) +
  path('M-24 -8H20V6Q20 26 2 26H-6Q-24 26-24 6Z', colour(0.7, 0.12, p.main)) +
  path('M-24 -8H-14V6Q-14 22-4 26H-6Q-24 26-24 6Z', colour(0.77, 0.11, p.main)) +
  `<ellipse cx="-2" cy="-8" rx="22" ry="6" fill="${colour(0.88, 0.05, p.main)}"/><ellipse cx="-2" cy="-7.4" rx="18.5" ry="4.4" fill="${colour(0.36, 0.06, 48)}"/>` +
  line(
    `M-10 -20q${p.range(-7, 7, 'steam')} -8 0 -16t0 -14M4 -20q${p.range(-7, 7, 'steam')} -8 0 -16t0 -14`,
    '#fff9',
    2.6,
  );

export const vase = (p: Paint): string => {
  const wide = p.range(16, 25, 'wide');
  const neck = p.range(6, 11, 'neck');
  const body = (k: number): string =>
    `M${-neck * k} -24C${-neck * k} -10 ${-wide * k} -6 ${-wide * k} 12C${-wide * k} 26 ${-12 * k} 32 ${-9 * k} 34H${9 * k}C${12 * k} 32 ${wide * k} 26 ${wide * k} 12C${wide * k} -6 ${neck * k} -10 ${neck * k} -24Z`;
  const stems =
    p.chance('stems') < 0.5
      ? ''
      : line('M0 -24C-4 -38 -12 -42 -16 -50M1 -24C3 -40 10 -42 15 -52', colour(0.45, 0.09, 145), 2) +
        circle(-16, -50, 5, colour(0.84, 0.12, p.other)) +
        circle(15, -52, 6, colour(0.78, 0.13, p.other));
  return (
    table(p, 30) +
    shadow(34, 27) +
    stems +
    path(body(1), colour(0.62, 0.1, p.main)) +
    `<clipPath id="v"><path d="${body(1)}"/></clipPath><g clip-path="url(#v)">${rect(-40, 4, 80, 5, colour(0.9, 0.04, p.main))}${rect(-40, 13, 80, 2.4, colour(0.44, 0.08, p.main))}${rect(-wide - 2, -30, 8, 70, '#fff2')}</g>`
  );
};

export const books = (p: Paint): string => {
  const spines = Array.from({ length: 5 }, (_, i) => {
    const width = p.range(42, 62, `wide${i}`);
    const left = p.range(-34, -26, `left${i}`);
    const y = 22 - i * 9;
    return (
      rect(left, y, width, 8.4, colour(0.42 + 0.1 * ((i * 3) % 4), 0.1, (p.main + i * 47) % 360), 1.2) +
      rect(left + 6, y + 2.2, 2.2, 4, '#fff8') +
      rect(left + width - 14, y + 3.4, 9, 1.6, '#fffa')
    );
  });
  return (
    table(p, 30) +
    `<ellipse cx="0" cy="33" rx="38" ry="4" fill="#0003"/>` +
    spines.join('') +
    circle(p.range(-12, 14, 'apple'), -22.5, 8, colour(0.62, 0.17, 25)) +
    line(`M${p.range(-12, 14, 'apple')} -30q1 -5 5 -6`, colour(0.38, 0.06, 60), 1.8)
  );
};

export const lamp = (p: Paint): string =>
  table(p, 34) +
  path('M-14 -12L-58 70H58L14 -12Z', '#fff3') +
  rect(-12, 33, 24, 4, colour(0.34, 0.04, p.main), 2) +
  line('M0 34V4L-16 -14', colour(0.34, 0.04, p.main), 3) +
  circle(0, 4, 3.4, colour(0.42, 0.05, p.main)) +
  path('M-34 -14L-12 -34L8 -12Q-10 4 -34 -14Z', colour(0.62, 0.13, p.main)) +
  circle(-14, -10, 6, colour(0.96, 0.09, 95)) +
  rect(24, 22, 20, 12, colour(0.5, 0.1, p.other), 1.5) +
  rect(22, 16, 22, 6, colour(0.72, 0.1, (p.other + 70) % 360), 1.5);
