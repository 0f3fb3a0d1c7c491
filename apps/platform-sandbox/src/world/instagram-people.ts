import type { InstagramPerson } from './person';

/** The hand-made cast: as different from each other as real accounts are. */
export const instagramCast: readonly InstagramPerson[] = [
  {
    id: 'atelier.amelie', name: 'Amélie Rousseau', about: '41.7K followers, 2,310 posts', bio: 'Céramique à Lyon. Cours le samedi.', account: 'MEDIA_CREATOR',
    language: 'fr', theme: 'ceramics', followers: 41_700, perDay: 11, following: 812, posts: 2310, everyHours: 26, mix: { reel: 30, image: 40, album: 25, video: 5 }, pull: 0.42,
    audience: { home: 'FR', near: ['BE', 'CA', 'CH'], female: 0.74, age: 30 }, storiesPerDay: 2.2, website: 'https://amelie-rousseau.example',
  },
  {
    id: 'kwameshoots', name: 'Kwame Asante', about: '1.25M followers', bio: 'Light, mostly. Accra and elsewhere.', account: 'MEDIA_CREATOR',
    language: 'en', theme: 'photography', followers: 1_250_400, perDay: 940, following: 391, posts: 1204, everyHours: 41, mix: { reel: 45, image: 30, album: 25 }, pull: 0.31,
    audience: { home: 'GH', near: ['NG', 'US', 'GB', 'ZA'], female: 0.46, age: 25 }, storiesPerDay: 3.1,
  },
  {
    id: 'dhakadiary', name: 'Dhaka Diary', about: '5,000 posts', bio: 'The city, daily. Photos from readers.', account: 'BUSINESS',
    language: 'en', theme: 'news', followers: 389_000, perDay: 160, following: 74, posts: 5000, everyHours: 14, mix: { reel: 35, image: 40, album: 20, video: 5 }, pull: 0.17,
    audience: { home: 'BD', near: ['IN', 'AE', 'GB'], female: 0.34, age: 27 }, storiesPerDay: 5.4,
  },
  {
    id: 'darya.pechet', name: 'Дарья Печёт', about: 'Cyrillic name, professional since last spring', bio: 'Хлеб, пироги и немного терпения.', account: 'BUSINESS',
    language: 'ru', theme: 'baking', followers: 128_300, perDay: 64, following: 233, posts: 640, everyHours: 52, mix: { reel: 50, image: 20, album: 25, video: 5 }, pull: 0.38,
    audience: { home: 'KZ', near: ['UA', 'DE', 'PL'], female: 0.81, age: 34 }, storiesPerDay: 1.6, professionalForDays: 220,
  },
  {
    id: 'noor.alhadi', name: 'نور الهادي', about: 'name from right to left', bio: 'أصوّر الطريق ومن ألتقيهم.', account: 'MEDIA_CREATOR',
    language: 'ar', theme: 'travel', followers: 86_400, perDay: 51, following: 540, posts: 415, everyHours: 60, mix: { reel: 55, image: 25, album: 20 }, pull: 0.44,
    audience: { home: 'JO', near: ['SA', 'EG', 'AE'], female: 0.52, age: 27 }, storiesPerDay: 2.8,
  },
  {
    id: 'tanaka.no.niwa', name: '田中の庭', about: 'Japanese name, hidden like counts', bio: '小さな庭の一年。', account: 'MEDIA_CREATOR',
    language: 'ja', theme: 'garden', followers: 23_150, perDay: 9, following: 118, posts: 872, everyHours: 33, mix: { image: 55, album: 25, reel: 20 }, pull: 0.36,
    audience: { home: 'JP', near: ['TW', 'KR'], female: 0.63, age: 47 }, storiesPerDay: 0.7, hidesLikes: true,
  },
  {
    id: 'pixel.moth', name: '🦋 Pixel Moth ✨', about: 'emoji in the name', bio: 'I paint moths & planets. 🪐 Commissions open', account: 'MEDIA_CREATOR',
    language: 'en', theme: 'art', followers: 9_840, perDay: 21, following: 1_204, posts: 233, everyHours: 38, mix: { reel: 40, image: 45, album: 15 }, pull: 0.7,
    audience: { home: 'US', near: ['CA', 'GB', 'AU'], female: 0.58, age: 22 }, storiesPerDay: 1.3,
  },
  {
    id: 'sana.moves', name: 'Sana Qureshi', about: 'Reels and many stories', bio: 'Physio. Move a little, often.', account: 'BUSINESS',
    language: 'en', theme: 'sport', followers: 212_600, perDay: 310, following: 166, posts: 511, everyHours: 30, mix: { reel: 85, album: 10, image: 5 }, pull: 0.52,
    audience: { home: 'PK', near: ['AE', 'GB', 'IN'], female: 0.69, age: 28 }, storiesPerDay: 9.5,
  },
  {
    id: 'tiny.tinsmith', name: 'Tomasz Blacharz', about: '73 followers: no demographics', bio: 'Blacha, nity, cierpliwość.', account: 'MEDIA_CREATOR',
    language: 'en', theme: 'home', followers: 73, perDay: 0.04, following: 140, posts: 18, everyHours: 130, mix: { image: 60, reel: 40 }, pull: 0.5,
    audience: { home: 'PL', near: ['DE', 'CZ'], female: 0.3, age: 44 }, storiesPerDay: 0.8, belowThreshold: 'refused',
  },
  {
    id: 'mira.quiet', name: 'Mira Lindqvist', about: 'personal account: cannot be connected', bio: 'friends only', account: 'PERSONAL',
    language: 'en', theme: 'home', followers: 211, perDay: 0.1, following: 260, posts: 96, everyHours: 300, mix: { image: 100 }, pull: 0.6,
    audience: { home: 'SE', near: ['NO', 'DK'], female: 0.5, age: 35 }, storiesPerDay: 0,
  },
  {
    id: 'empty.shelf', name: 'Jonas Weber', about: 'has never posted', bio: '', account: 'MEDIA_CREATOR',
    language: 'en', theme: 'books', followers: 312, perDay: 0.2, following: 87, posts: 0, everyHours: 0, mix: { image: 1 }, pull: 0.5,
    audience: { home: 'DE', near: ['AT', 'CH'], female: 0.55, age: 39 }, storiesPerDay: 0, daysOld: 700,
  },
  {
    id: 'lena.setsout', name: 'Lena Okafor', about: 'brand-new account', bio: 'Day three.', account: 'MEDIA_CREATOR',
    language: 'en', theme: 'travel', followers: 41, perDay: 16, following: 63, posts: 3, everyHours: 20, mix: { reel: 50, image: 50 }, pull: 0.9,
    audience: { home: 'NG', near: ['GB', 'ZA'], female: 0.6, age: 24 }, storiesPerDay: 1.5, daysOld: 3, belowThreshold: 'empty',
  },
  {
    id: 'el.faro.radio', name: 'El Faro Radio', about: 'business account, albums', bio: 'Música hecha en casa. Jueves 21 h.', account: 'BUSINESS',
    language: 'es', theme: 'music', followers: 54_900, perDay: 24, following: 620, posts: 1320, everyHours: 22, mix: { album: 50, reel: 25, image: 20, video: 5 }, pull: 0.27,
    audience: { home: 'MX', near: ['ES', 'AR', 'CO', 'US'], female: 0.48, age: 31 }, storiesPerDay: 2.4, website: 'https://elfaro.example',
  },
  {
    id: 'niamh_and_co', name: 'Niamh <3 & “Co”', about: 'characters that break careless pages', bio: '<b>Not bold.</b> =HYPERLINK("x")', account: 'BUSINESS',
    language: 'en', theme: 'books', followers: 12_480, perDay: 7, following: 905, posts: 388, everyHours: 44, mix: { image: 45, reel: 30, album: 25 }, pull: 0.33,
    audience: { home: 'IE', near: ['GB', 'US'], female: 0.77, age: 33 }, storiesPerDay: 1.1,
  },
  {
    id: 'maximiliana_konstantina_hohen', name: 'Maximiliana Konstantina von Hohenstein-Pappenheim zu Treuchtling', about: 'very long name', bio: 'Kurz gesagt: Max.', account: 'MEDIA_CREATOR',
    language: 'en', theme: 'home', followers: 2_910, perDay: 3, following: 411, posts: 154, everyHours: 72, mix: { image: 60, album: 20, reel: 20 }, pull: 0.5,
    audience: { home: 'DE', near: ['AT', 'CH'], female: 0.66, age: 41 }, storiesPerDay: 0.5,
  },
];
