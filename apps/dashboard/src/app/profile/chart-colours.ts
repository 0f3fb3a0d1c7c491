const roles = [
  'chart-1',
  'chart-2',
  'chart-3',
  'chart-rest',
  'chart-grid',
  'ink',
  'ink-2',
  'ink-3',
  'line-strong',
  'surface',
] as const;

/** The tokens a chart needs, as rgb: the library cannot read `light-dark(oklch())`. */
export type ChartColours = Readonly<Record<(typeof roles)[number], string>>;

/**
 * Resolves the tokens for the theme in force: the browser computes each on a probe, one canvas pixel turns it into rgb.
 */
export const chartColours = (within: HTMLElement): ChartColours => {
  const probe = within.ownerDocument.createElement('span');
  within.append(probe);
  const canvas = within.ownerDocument.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const resolve = (role: string): string => {
    probe.style.color = `var(--lk-${role})`;
    if (pen === null) return '#888';
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const colours = Object.fromEntries(roles.map((role) => [role, resolve(role)])) as ChartColours;
  probe.remove();
  return colours;
};
