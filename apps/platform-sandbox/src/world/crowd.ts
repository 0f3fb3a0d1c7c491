import type { Language } from './motif';
import type { InstagramPerson, Person, YoutubePerson } from './person';
import type { Country } from './places';
import { between, hash, pick, unit } from './random';
import type { Theme } from './titles';

/** Name, handle, country, language, theme. Each has an account on every platform, so that a whole workspace can be filled. */
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

function common(
  seed: string,
  platform: string,
  [name, id, home, language, theme]: (typeof names)[number],
): Omit<Person<never>, 'mix' | 'pull' | 'about'> {
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

const inThousands = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

export const instagramCrowd = (seed: string): InstagramPerson[] =>
  names.map((row) => {
    const person = common(seed, 'instagram', row);
    return {
      ...person,
      about: `${inThousands.format(person.followers)} followers`,
      account: pick(['BUSINESS', 'MEDIA_CREATOR'] as const, seed, person.id),
      mix: { reel: 45, image: 30, album: 20, video: 5 },
      pull: between(0.2, 0.7, seed, person.id, 'pull'),
      storiesPerDay: Math.round(30 * unit(seed, person.id, 'stories') ** 2) / 10,
    };
  });

export const youtubeCrowd = (seed: string): YoutubePerson[] =>
  names.map((row) => {
    const person = common(seed, 'youtube', row);
    return {
      ...person,
      email: `${person.id}@sandbox.example`,
      about: `${inThousands.format(person.followers)} subscribers`,
      channel: 'open',
      mix: { video: 55, short: 35, stream: 10 },
      pull: between(0.15, 0.6, seed, person.id, 'pull'),
      country: person.audience.home,
      playlists: hash(seed, person.id, 'playlists') % 20,
    };
  });
