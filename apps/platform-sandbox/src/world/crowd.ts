import type { Language } from './motif';
import type { Person } from './person';
import type { Country } from './places';
import { between, hash } from './random';
import type { Theme } from './titles';

/**
 * Name, handle, country, language, theme. Each has an account on every platform, so that a whole workspace can be
 * filled.
 */
const names: readonly (readonly [string, string, Country, Language, Theme])[] = [
  ['Aiko Mori', 'aikomori', 'JP', 'ja', 'baking'],
  ['Bruno Carvalho', 'brunocarvalho', 'BR', 'en', 'sport'],
  ['Chiara Conti', 'chiaraconti', 'IT', 'en', 'home'],
  ['Dmytro Bondar', 'dmytrobondar', 'UA', 'ru', 'photography'],
  ['Elif Yılmaz', 'elifyilmaz', 'TR', 'en', 'books'],
  ['Farah Haddad', 'farahhaddad', 'JO', 'ar', 'travel'],
  ['Gabriel Moreau', 'gabrielmoreau', 'FR', 'fr', 'ceramics'],
  ['Hannah Schröder', 'hannahschroeder', 'DE', 'en', 'garden'],
  ['Idris Bello', 'idrisbello', 'NG', 'en', 'music'],
  ['Julia Nowak', 'julianowak', 'PL', 'en', 'art'],
  ['Kirsten Dahl', 'kirstendahl', 'NO', 'en', 'sport'],
  ['Leandro Paz', 'leandropaz', 'AR', 'es', 'music'],
  ['Mei-Ling Chen', 'meilingchen', 'TW', 'en', 'baking'],
  ['Nadia Rahman', 'nadiarahman', 'BD', 'en', 'books'],
  ['Oskar Lindgren', 'oskarlindgren', 'SE', 'en', 'games'],
  ['Priya Nair', 'priyanair', 'IN', 'en', 'art'],
  ['Quinn Harper', 'quinnharper', 'US', 'en', 'garden'],
  ['Rania Aziz', 'raniaaziz', 'EG', 'ar', 'photography'],
  ['Santiago Ruiz', 'santiagoruiz', 'CO', 'es', 'photography'],
  ['Tove Jensen', 'tovejensen', 'DK', 'en', 'home'],
  ['Uzo Eze', 'uzoeze', 'NG', 'en', 'photography'],
  ['Valentina Rojas', 'valentinarojas', 'CL', 'es', 'garden'],
  ['Wanjiru Kamau', 'wanjirukamau', 'KE', 'en', 'travel'],
  ['Xander de Vries', 'xanderdevries', 'NL', 'en', 'sport'],
  ['Yuna Park', 'yunapark', 'KR', 'en', 'music'],
  ['Zoë Papadaki', 'zoepapadaki', 'GR', 'en', 'ceramics'],
  ['Arjun Mehta', 'arjunmehta', 'IN', 'en', 'games'],
  ['Beatriz Sousa', 'beatrizsousa', 'PT', 'en', 'travel'],
  ['Callum Reid', 'callumreid', 'GB', 'en', 'music'],
  ['Dina Saleh', 'dinasaleh', 'SA', 'ar', 'music'],
  ['Eero Virtanen', 'eerovirtanen', 'FI', 'en', 'photography'],
  ['Fatima Zahra', 'fatimazahra', 'AE', 'ar', 'travel'],
  ['Grace Mensah', 'gracemensah', 'GH', 'en', 'baking'],
  ['Hugo Lambert', 'hugolambert', 'BE', 'fr', 'ceramics'],
  ['Ingrid Bauer', 'ingridbauer', 'AT', 'en', 'books'],
  ['Jomar Santos', 'jomarsantos', 'PH', 'en', 'sport'],
  ['Katarina Novák', 'katarinanovak', 'CZ', 'en', 'home'],
  ['Liam Tāne', 'liamtane', 'NZ', 'en', 'travel'],
  ['Milagros Quispe', 'milagrosquispe', 'PE', 'es', 'garden'],
  ['Noah Tremblay', 'noahtremblay', 'CA', 'fr', 'home'],
];

const neighbours: readonly Country[] = ['US', 'GB', 'IN', 'BR', 'DE', 'FR', 'MX', 'ID'];

/** A person of the crowd, without what differs between platforms. */
type CrowdPerson = Omit<Person<never>, 'mix' | 'pull' | 'about'>;

function common(
  seed: string,
  platform: string,
  [name, id, home, language, theme]: (typeof names)[number],
): CrowdPerson {
  const key = [seed, platform, id] as const;
  const followers = Math.round(10 ** between(2.6, 5.9, ...key, 'size'));
  return {
    id,
    name,
    bio: '',
    language,
    theme,
    followers,
    perDay: followers * between(0.0002, 0.0016, ...key, 'perDay'),
    following: Math.round(between(30, 1900, ...key, 'following')),
    posts: Math.round(between(24, 700, ...key, 'posts')),
    everyHours: Math.round(between(20, 130, ...key, 'rhythm')),
    audience: {
      home,
      near: neighbours.filter((_, i) => (hash(...key, 'near') >>> i) % 3 === 0),
      female: between(0.2, 0.8, ...key, 'female'),
      age: between(21, 46, ...key, 'age'),
    },
  };
}

/** Forty people who are on every platform, in the platform's own way. */
export const crowdOf = <P extends Person>(seed: string, platform: string, finish: (person: CrowdPerson) => P): P[] =>
  names.map((row) => finish(common(seed, platform, row)));

/** 41.9K */
export const inThousands = (count: number): string =>
  new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }).format(count);
