import type { YoutubePerson } from './person';

/** The hand-made cast: as different from each other as real channels are. */
export const youtubeCast: readonly YoutubePerson[] = [
  {
    id: 'luciaferngarden', name: 'Lucía Fern', email: 'lucia.fern@sandbox.example', about: '318K subscribers, Shorts and videos', bio: 'Un huerto en la azotea.', channel: 'open',
    language: 'es', theme: 'garden', followers: 318_400, perDay: 190, following: 0, posts: 412, everyHours: 70, mix: { video: 55, short: 42, stream: 3 }, pull: 0.36,
    audience: { home: 'ES', near: ['MX', 'AR', 'CL'], female: 0.62, age: 40 }, country: 'ES', playlists: 14,
  },
  {
    id: 'kwamecuts', name: 'Kwame Asante', email: 'kwame@sandbox.example', about: '1.25M subscribers', bio: 'How the picture was made.', channel: 'open',
    language: 'en', theme: 'photography', followers: 1_254_903, perDay: 870, following: 0, posts: 286, everyHours: 120, mix: { video: 70, short: 30 }, pull: 0.41,
    audience: { home: 'US', near: ['GH', 'GB', 'NG', 'IN'], female: 0.29, age: 29 }, country: 'GH', playlists: 9,
  },
  {
    id: 'dhakadiary', name: 'Dhaka Diary', email: 'desk@dhakadiary.example', about: '5,000 videos', bio: 'The city, daily.', channel: 'open',
    language: 'en', theme: 'news', followers: 96_200, perDay: 44, following: 0, posts: 5000, everyHours: 15, mix: { video: 50, short: 40, stream: 10 }, pull: 0.15,
    audience: { home: 'BD', near: ['IN', 'AE', 'SA'], female: 0.27, age: 31 }, country: 'BD', playlists: 61,
  },
  {
    id: 'shortcutsonly', name: 'Shortcuts Only', email: 'hello@shortcuts.example', about: 'only Shorts: 2,310 of them', bio: 'Sixty seconds or less.', channel: 'open',
    language: 'en', theme: 'home', followers: 745_000, perDay: 620, following: 0, posts: 2310, everyHours: 13, mix: { short: 100 }, pull: 0.6,
    audience: { home: 'US', near: ['IN', 'PH', 'BR'], female: 0.44, age: 23 }, country: 'US', playlists: 3,
  },
  {
    id: 'nightshift_live', name: 'Nightshift Live', email: 'nightshift@sandbox.example', about: 'streams every night', bio: 'Games until the trams run.', channel: 'open',
    language: 'en', theme: 'games', followers: 58_700, perDay: 33, following: 0, posts: 690, everyHours: 25, mix: { stream: 80, short: 15, video: 5 }, pull: 0.24,
    audience: { home: 'PL', near: ['DE', 'CZ', 'GB'], female: 0.18, age: 24 }, country: 'PL', playlists: 6,
  },
  {
    id: 'studioalqamar', name: 'استوديو القمر', email: 'qamar@sandbox.example', about: 'name from right to left', bio: 'موسيقى وحكايات.', channel: 'open',
    language: 'ar', theme: 'music', followers: 167_300, perDay: 95, following: 0, posts: 342, everyHours: 82, mix: { video: 65, short: 30, stream: 5 }, pull: 0.33,
    audience: { home: 'EG', near: ['SA', 'JO', 'AE'], female: 0.41, age: 28 }, country: 'EG', playlists: 11,
  },
  {
    id: 'sorairofilms', name: '空色フィルム', email: 'sorairo@sandbox.example', about: 'Japanese name', bio: '旅と光の記録。', channel: 'open',
    language: 'ja', theme: 'travel', followers: 31_900, perDay: 18, following: 0, posts: 198, everyHours: 96, mix: { video: 75, short: 25 }, pull: 0.38,
    audience: { home: 'JP', near: ['TW', 'US'], female: 0.39, age: 38 }, country: 'JP', playlists: 7,
  },
  {
    id: 'glitterfrog', name: '🐸 Glitter Frog 🌈', email: 'frog@sandbox.example', about: 'emoji in the name, hidden like counts', bio: 'Crafts that shed. ✂️', channel: 'open',
    language: 'en', theme: 'art', followers: 14_080, perDay: 12, following: 0, posts: 121, everyHours: 90, mix: { video: 50, short: 50 }, pull: 0.48,
    audience: { home: 'GB', near: ['IE', 'US', 'AU'], female: 0.71, age: 26 }, country: 'GB', playlists: 5, hidesLikes: true,
  },
  {
    id: 'hiddenharbour', name: 'Hidden Harbour', email: 'harbour@sandbox.example', about: 'hides its subscriber count', bio: 'Boats, slowly.', channel: 'open',
    language: 'en', theme: 'travel', followers: 7_350, perDay: 4, following: 0, posts: 164, everyHours: 110, mix: { video: 90, short: 10 }, pull: 0.55,
    audience: { home: 'NO', near: ['SE', 'GB', 'DE'], female: 0.31, age: 49 }, country: 'NO', playlists: 4, hidesSubscribers: true,
  },
  {
    id: 'tinyworkbench', name: 'Tiny Workbench', email: 'bench@sandbox.example', about: '61 subscribers: no demographics', bio: 'One drawer at a time.', channel: 'open',
    language: 'en', theme: 'home', followers: 61, perDay: 0.05, following: 0, posts: 14, everyHours: 160, mix: { video: 80, short: 20 }, pull: 0.5,
    audience: { home: 'CA', near: ['US'], female: 0.25, age: 46 }, country: 'CA', playlists: 1,
  },
  {
    id: 'blankreel', name: 'Blank Reel', email: 'blank@sandbox.example', about: 'a channel without a video', bio: '', channel: 'open',
    language: 'en', theme: 'art', followers: 540, perDay: 0.4, following: 0, posts: 0, everyHours: 0, mix: { video: 1 }, pull: 0.3,
    audience: { home: 'US', near: ['CA'], female: 0.5, age: 30 }, playlists: 0, daysOld: 420,
  },
  {
    id: 'firstupload', name: 'Ines Baptista', email: 'ines@sandbox.example', about: 'brand-new channel', bio: 'Olá!', channel: 'open',
    language: 'en', theme: 'baking', followers: 12, perDay: 6, following: 0, posts: 1, everyHours: 44, mix: { video: 60, short: 40 }, pull: 1.6,
    audience: { home: 'PT', near: ['BR'], female: 0.6, age: 27 }, country: 'PT', playlists: 0, daysOld: 2,
  },
  {
    id: 'boldandsons', name: '<b>Bold</b> & Sons', email: 'bold+sons@sandbox.example', about: 'characters that break careless pages', bio: '"Quotes", <tags> & =SUM(A1)', channel: 'open',
    language: 'en', theme: 'books', followers: 4_420, perDay: 2, following: 0, posts: 88, everyHours: 130, mix: { video: 85, stream: 15 }, pull: 0.45,
    audience: { home: 'GB', near: ['IE', 'US'], female: 0.4, age: 42 }, country: 'GB', playlists: 8,
  },
  {
    id: 'pat.watches', name: 'Pat Watches', email: 'pat@sandbox.example', about: 'a Google account without a channel', bio: '', channel: 'none',
    language: 'en', theme: 'home', followers: 0, perDay: 0, following: 0, posts: 0, everyHours: 0, mix: { video: 1 }, pull: 0,
    audience: { home: 'US', near: [], female: 0.5, age: 30 }, playlists: 0, daysOld: 900,
  },
  {
    id: 'sam.neversigned', name: 'Sam Neversigned', email: 'sam@sandbox.example', about: 'has never used YouTube', bio: '', channel: 'unused',
    language: 'en', theme: 'home', followers: 0, perDay: 0, following: 0, posts: 0, everyHours: 0, mix: { video: 1 }, pull: 0,
    audience: { home: 'US', near: [], female: 0.5, age: 30 }, playlists: 0, daysOld: 900,
  },
  {
    id: 'seizedsignal', name: 'Seized Signal', email: 'seized@sandbox.example', about: 'suspended channel', bio: '', channel: 'suspended',
    language: 'en', theme: 'games', followers: 20_000, perDay: 0, following: 0, posts: 40, everyHours: 90, mix: { video: 1 }, pull: 0.2,
    audience: { home: 'US', near: [], female: 0.2, age: 25 }, playlists: 2,
  },
];
