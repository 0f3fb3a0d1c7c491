import { circle, colour, line, path, rect, type Paint } from './paint';

const sun = (p: Paint): string =>
  circle(p.range(-26, 30, 'sunX'), p.range(-34, -16, 'sunY'), p.range(8, 13, 'sunR'), colour(0.96, 0.06, 85));

export const mountains = (p: Paint): string => {
  const [a, b, c] = [p.range(-34, -20, 'a'), p.range(-30, -12, 'b'), p.range(-18, 0, 'c')];
  return (
    sun(p) +
    path(`M-100 26L-52 ${c}L-30 8L-6 ${a}L20 10L38 ${b}L100 30V90H-100Z`, colour(0.52, 0.07, p.main)) +
    path(`M-6 ${a}L4 ${a + 15}L-1 ${a + 13}L-7 ${a + 19}L-12 ${a + 13}L-17 ${a + 15}Z`, colour(0.96, 0.01, p.main)) +
    path(`M38 ${b}L46 ${b + 10}L40 ${b + 9}L35 ${b + 14}L30 ${b + 11}Z`, colour(0.96, 0.01, p.main)) +
    path('M-100 40L-58 18L-14 38L30 16L100 44V90H-100Z', colour(0.42, 0.07, p.main)) +
    path('M-100 52Q-30 30 20 46T100 44V90H-100Z', colour(0.33, 0.06, p.main))
  );
};

export const city = (p: Paint): string => {
  const houses = Array.from({ length: 9 }, (_, i) => {
    const x = -92 + i * 21;
    const top = p.range(-36, 16, `top${i}`);
    const wide = p.range(15, 21, `wide${i}`);
    const windows = Array.from({ length: 8 }, (_, w) =>
      p.chance(`lit${i}.${w}`) < 0.45
        ? rect(x + 3 + (w % 2) * 6.4, top + 5 + Math.floor(w / 2) * 9, 3.4, 4.4, colour(0.93, 0.09, 92))
        : '',
    ).join('');
    return rect(x, top, wide, 110, colour(0.36 + 0.06 * (i % 4), 0.055, p.main)) + windows;
  });
  return sun(p) + houses.join('') + rect(-100, 42, 200, 60, colour(0.28, 0.04, p.main));
};

export const boat = (p: Paint): string =>
  sun(p) +
  path('M-100 12q12 -7 25 0t25 0t25 0t25 0t25 0t25 0t25 0t25 0V90H-100Z', colour(0.62, 0.1, 225)) +
  `<g transform="translate(${p.range(-14, 14, 'x')} 4) rotate(${p.range(-4, 4, 'lean')})">` +
  path('M-2 -38V-4H-24Z', colour(0.98, 0.01, 90)) +
  path('M2 -42V-2H24Q20 -26 2 -42Z', colour(0.9, 0.06, p.main)) +
  path('M-28 0H30L22 10H-20Z', colour(0.38, 0.07, p.other)) +
  '</g>' +
  path('M-100 24q12 -7 25 0t25 0t25 0t25 0t25 0t25 0t25 0t25 0V90H-100Z', colour(0.52, 0.1, 230)) +
  path('M-100 38q16 -6 33 0t33 0t33 0t33 0t33 0t33 0V90H-100Z', colour(0.43, 0.09, 235));

export const balloon = (p: Paint): string => {
  const one = (x: number, y: number, k: number, hue: number): string =>
    `<g transform="translate(${x} ${y}) scale(${k})">${line('M-8 16L-4 30M8 16L4 30', colour(0.35, 0.03, 60), 1)}` +
    `${path('M0 -30C22 -30 24 -8 14 6L7 18H-7L-14 6C-24 -8 -22 -30 0 -30Z', colour(0.68, 0.14, hue))}${path('M0 -30C9 -30 9 4 4 18H-4C-9 4 -9 -30 0 -30Z', colour(0.88, 0.08, hue))}${rect(-5, 29, 10, 8, colour(0.46, 0.06, 60), 1.5)}</g>`;
  return (
    sun(p) +
    path('M-100 34Q-40 18 6 32T100 26V90H-100Z', colour(0.5, 0.08, 150)) +
    path('M-100 44Q-10 34 40 46T100 42V90H-100Z', colour(0.4, 0.08, 155)) +
    one(p.range(26, 38, 'x2'), p.range(-22, -8, 'y2'), 0.42, p.other) +
    one(p.range(-14, 4, 'x1'), p.range(-10, 2, 'y1'), 0.95, p.main) +
    one(p.range(-44, -34, 'x3'), p.range(-16, 8, 'y3'), 0.3, (p.main + 120) % 360)
  );
};

export const bicycle = (p: Paint): string => {
  const wheel = (x: number): string =>
    `<circle cx="${x}" cy="18" r="15" fill="none" stroke="${colour(0.28, 0.02, 250)}" stroke-width="2.6"/>` +
    line(`M${x - 13} 18H${x + 13}M${x} 5V31M${x - 9} 9L${x + 9} 27M${x + 9} 9L${x - 9} 27`, '#fff9', 0.8) +
    circle(x, 18, 2.4, colour(0.28, 0.02, 250));
  return (
    sun(p) +
    rect(-100, 33, 200, 70, colour(0.55, 0.05, p.ground)) +
    rect(-100, 45, 200, 2.4, '#fff6') +
    wheel(-24) +
    wheel(26) +
    line(
      'M-24 18L-10 -8H16L26 18M-10 -8L2 18L16 -8M2 18H-24M-10 -8L-14 -16M16 -8L13 -18',
      colour(0.58, 0.15, p.main),
      3.4,
    ) +
    line('M13 -18Q20 -22 23 -16M-20 -16H-8', colour(0.28, 0.02, 250), 3.2)
  );
};

export const planet = (p: Paint): string => {
  const stars = Array.from({ length: 26 }, (_, i) =>
    circle(p.range(-88, 88, `x${i}`), p.range(-64, 64, `y${i}`), p.range(0.4, 1.3, `r${i}`), '#fffd'),
  ).join('');
  const tilt = p.range(-24, -8, 'tilt');
  const ring = (front: boolean): string =>
    `<path d="M-44 0A44 11 0 0 ${front ? 0 : 1} 44 0" transform="rotate(${tilt})" fill="none" stroke="${colour(0.88, 0.07, p.other)}" stroke-width="4.4"/>`;
  return (
    rect(-110, -80, 220, 160, colour(0.24, 0.06, p.sky)) +
    stars +
    ring(false) +
    circle(0, 0, 27, colour(0.66, 0.13, p.main)) +
    `<clipPath id="pl"><circle r="27"/></clipPath><g clip-path="url(#pl)" transform="rotate(${tilt})">${rect(-40, -14, 80, 6, colour(0.75, 0.1, p.main))}${rect(-40, 2, 80, 9, colour(0.58, 0.12, p.main))}<circle cx="-12" cy="-10" r="32" fill="#fff2"/></g>` +
    ring(true) +
    circle(p.range(34, 46, 'moonX'), p.range(-34, -22, 'moonY'), 5.5, colour(0.86, 0.03, p.other))
  );
};
