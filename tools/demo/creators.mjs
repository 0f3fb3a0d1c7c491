// Thirty creators and what each of them does with the invitation. `as` is whom they are on the platform sandbox. 24
// accounts in all: staging access allows 25.
const on = (platform, as, decide) => ({ platform, as, ...(decide && { decide }) });

export const creators = [
  { name: 'Amélie Rousseau', email: 'amelie@rousseau.example', connects: [on('instagram', 'atelier.amelie')] },
  {
    name: 'Kwame Asante',
    email: 'kwame@asantefilms.example',
    connects: [on('instagram', 'kwameshoots'), on('youtube', 'kwamecuts')],
  },
  { name: 'Дарья Соколова', email: 'darya@sokolova.example', connects: [on('instagram', 'darya.pechet')] },
  {
    name: 'نور الهادي',
    email: 'noor@alhadi.example',
    connects: [on('instagram', 'noor.alhadi'), on('youtube', 'studioalqamar')],
  },
  {
    name: '田中 美咲',
    email: 'misaki.tanaka@hinata.example',
    connects: [on('instagram', 'tanaka.no.niwa'), on('youtube', 'sorairofilms')],
  },
  { name: '🦋 Pixel Moth', email: 'hello@pixelmoth.example', connects: [on('instagram', 'pixel.moth')] },
  { name: 'Sana Qureshi', email: 'sana@moves.example', connects: [on('tiktok', 'sana.moves')] },
  { name: 'Tomasz Blacharz', email: 'tomasz@blacharz.example', connects: [on('twitter', 'tinytinsmith')] },
  { name: 'Mira Lindqvist', email: 'mira@lindqvist.example', connects: [on('instagram', 'mira.quiet', 'cancel')] },
  { name: 'Jonas Weber', email: 'jonas@weberbuch.example', connects: [on('instagram', 'empty.shelf')] },
  { name: 'Lena Okafor', email: 'lena@setsout.example', connects: [on('facebook', 'lena.setsout')] },
  { name: 'El Faro Radio', email: 'musica@elfaro.example', connects: [on('facebook', 'el.faro.radio')] },
  { name: 'Niamh <3 & “Co”', email: 'niamh@books.example', connects: [on('instagram', 'niamh_and_co')] },
  { name: 'Lucía Fernández', email: 'lucia@ferngarden.example', connects: [on('youtube', 'luciaferngarden')] },
  { name: 'Shortcuts Only', email: 'hello@shortcuts.example', connects: [on('youtube', 'shortcutsonly')] },
  {
    name: 'Nightshift Live',
    email: 'team@nightshift.example',
    connects: [on('twitch', 'nightshift_live', 'cancel'), on('twitch', 'nightshift_live')],
  },
  { name: 'Glitter Frog', email: 'frog@glitter.example', connects: [on('tiktok', 'glitterfrog')] },
  { name: 'Hidden Harbour', email: 'harbour@boats.example', connects: [on('youtube', 'hiddenharbour')] },
  { name: 'Pat Watanabe', email: 'pat@watches.example', connects: [on('youtube', 'pat.watches')] },
  { name: 'Tiny Workbench', email: 'bench@workbench.example', connects: [on('twitch', 'tinyworkbench')] },
  { name: 'Aiko Mori', email: 'aiko@mori.example', connects: [on('twitter', 'aikomori')] },
  { name: 'Elif Yılmaz', email: 'elif@yilmaz.example', connects: [on('instagram', 'elifyilmaz', 'cancel')] },
  { name: 'Hannah Schröder', email: 'hannah@schroeder.example', connects: [on('instagram', 'hannahschroeder')] },
  { name: 'Yuna Park', email: 'yuna@park.example', connects: [on('youtube', 'yunapark')] },
  { name: 'Zoë Papadaki', email: 'zoe@papadaki.example', connects: [] },
  { name: 'नमिता शर्मा', email: 'namita@sharma.example', connects: [] },
  { name: 'נועה לוי', email: 'noa.levi@studio-noa.example', connects: [] },
  { name: 'Þórdís Ragnarsdóttir', email: 'thordis@ragnars.example', connects: [] },
  { name: 'João Pedro Albuquerque de Vasconcelos', email: 'joaopedro.albuquerque@vertentes.example', connects: [] },
  { name: 'Chidinma Okafor', email: 'chidinma@okafor.example', connects: [] },
];
