const { PI, cos, max, min, sin } = Math;

/** Red, green, blue 0 to 255, and how much of what is below it covers, 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const gamma = (light: number): number =>
  255 * min(1, max(0, light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));

/** https://www.w3.org/TR/css-color-4/#color-conversion-code */
function fromOklch(lightness: number, chroma: number, hue: number): Rgba {
  const [a, b] = [chroma * cos((hue * PI) / 180), chroma * sin((hue * PI) / 180)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
    1,
  ];
}

/** `oklch(.9 .1 40)`, `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`: the colours that the motifs have. */
export function rgba(text: string): Rgba {
  const parts = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(text);
  if (parts) return fromOklch(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!/^#[\da-f]{3,8}$/i.test(text)) throw new Error(`no colour: ${text}`);
  const digits = text.length > 5 ? text.slice(1) : text.slice(1).replaceAll(/./g, '$&$&');
  const byte = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16);
  return [byte(0), byte(2), byte(4), digits.length === 8 ? byte(6) / 255 : 1];
}
