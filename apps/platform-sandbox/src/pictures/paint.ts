import { between, pick, unit, type KeyPart } from '../world/random';

/** Colours and chances of one picture, all from its key. */
export interface Paint {
  /** Hues: sky above, sky below, the thing itself, a second one. */
  readonly sky: number;
  readonly ground: number;
  readonly main: number;
  readonly other: number;
  /** 0 to 1, the same for the same name. */
  chance(name: KeyPart): number;
  range(low: number, high: number, name: KeyPart): number;
}

const hues = [20, 48, 78, 145, 175, 205, 240, 275, 305, 345] as const;

export function paintOf(...key: readonly KeyPart[]): Paint {
  return {
    sky: pick(hues, ...key, 'sky'),
    ground: pick(hues, ...key, 'ground'),
    main: pick(hues, ...key, 'main'),
    other: pick(hues, ...key, 'other'),
    chance: (name) => unit(...key, name),
    range: (low, high, name) => Math.round(between(low, high, ...key, name) * 10) / 10,
  };
}

/** @param lightness 0 to 1 @param chroma 0 (grey) to about 0.15 */
export const colour = (lightness: number, chroma: number, hue: number): string =>
  `oklch(${lightness} ${chroma} ${hue})`;

export const circle = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;
export const line = (d: string, stroke: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
export const rect = (x: number, y: number, w: number, h: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}"${radius ? ` rx="${radius}"` : ''} fill="${fill}"/>`;
