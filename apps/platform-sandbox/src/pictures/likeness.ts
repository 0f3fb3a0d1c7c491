import type { Person } from '../world/person';
import type { Country } from '../world/places';
import { hash } from '../world/random';
import type { Motif } from '../world/motif';
import type { Face } from './living-motifs';

/** Accounts that show something else than a face. */
const signs: Readonly<Record<string, Motif>> = {
  dhakadiary: 'city',
  'el.faro.radio': 'guitar',
  'pixel.moth': 'planet',
  'tanaka.no.niwa': 'flower',
  shortcutsonly: 'lamp',
  nightshift_live: 'planet',
  studioalqamar: 'lamp',
  sorairofilms: 'mountains',
  glitterfrog: 'cactus',
  hiddenharbour: 'boat',
  tinyworkbench: 'lamp',
  blankreel: 'balloon',
  boldandsons: 'books',
  'empty.shelf': 'books',
  seizedsignal: 'city',
};

/** Skin 0 light to 4 dark, hair 0 black to 5 white, long or short. */
const cast: Readonly<Record<string, Face>> = {
  'atelier.amelie': { skin: 0, hair: 2, long: true },
  kwameshoots: { skin: 4, hair: 0, long: false },
  kwamecuts: { skin: 4, hair: 0, long: false },
  'darya.pechet': { skin: 0, hair: 3, long: true },
  'noor.alhadi': { skin: 1, hair: 0, long: true },
  'sana.moves': { skin: 2, hair: 1, long: true },
  'tiny.tinsmith': { skin: 0, hair: 1, long: false },
  'mira.quiet': { skin: 0, hair: 3, long: true },
  'lena.setsout': { skin: 3, hair: 0, long: true },
  niamh_and_co: { skin: 0, hair: 4, long: true },
  maximiliana_konstantina_hohen: { skin: 0, hair: 5, long: true },
  luciaferngarden: { skin: 1, hair: 1, long: true },
  firstupload: { skin: 1, hair: 0, long: true },
};

const dark: readonly Country[] = ['GH', 'NG', 'KE', 'ZA'];
const brown: readonly Country[] = ['IN', 'BD', 'PK', 'EG', 'SA', 'AE', 'JO', 'BR', 'MX', 'CO', 'PE', 'PH', 'ID'];
const fair: readonly Country[] = ['SE', 'NO', 'DK', 'FI', 'DE', 'NL', 'PL', 'CZ', 'IE', 'GB', 'AT', 'CH', 'UA', 'BE'];

function faceFrom(home: Country, bits: number): Face {
  const long = bits % 2 === 0;
  if (dark.includes(home)) return { skin: 3 + (bits % 3 ? 1 : 0), hair: 0, long };
  if (brown.includes(home)) return { skin: 1 + (bits % 2), hair: (bits >>> 3) % 2, long };
  return {
    skin: bits % 5 === 0 ? 3 : bits % 3 === 0 ? 1 : 0,
    hair: fair.includes(home) ? (bits >>> 3) % 5 : (bits >>> 3) % 3,
    long,
  };
}

/** A person's own picture. */
export function likeness({ id, audience: { home } }: Person): { readonly motif: Motif; readonly face?: Face } {
  const sign = signs[id];
  return sign ? { motif: sign } : { motif: 'portrait', face: cast[id] ?? faceFrom(home, hash(id, 'face')) };
}
