import type { Language, Motif } from './motif';

interface Captions {
  readonly subjects: Readonly<Partial<Record<Motif, readonly string[]>>>;
  /** Set after a subject; one that ends in # gets a number. */
  readonly endings: readonly string[];
}

export const captions: Readonly<Record<Language, Captions>> = {
  en: {
    subjects: {
      plate: [
        'Market haul',
        'Pumpkin, slowly',
        'Five-ingredient supper',
        'Sunday bread',
        'What I eat when nobody looks',
      ],
      coffee: ['First cup', 'Coffee with the neighbours', 'The mug that survived', 'Slow morning'],
      flower: ['What grows in November', 'Dahlias, at last', 'One stem, one vase', 'From seed to this'],
      portrait: [
        'A studio day in 40 seconds',
        'Portraits for friends',
        'New haircut, same nerves',
        'Answering your questions',
        'Ten years ago today',
      ],
      mountains: ['First snow above the village', 'Up before the sun', 'The long way round', 'Above the clouds'],
      city: ['Seven frames of the city', 'Night bus', 'Rooftops', 'The street where I grew up', 'Rain, neon, rain'],
      boat: ['Sailing lesson, take three', 'Ferry day', 'Flat water', 'Harbour at six'],
      vase: ['Glaze test', 'Thrown, trimmed, cracked', 'Straight from the kiln', 'A bowl for soup'],
      cat: ['The boss inspects', 'Cat, unimpressed', 'Who sits on the keyboard', 'Studio cat'],
      guitar: ['One take, no edits', 'New strings', 'A song I never finished', 'Live from the kitchen'],
      bicycle: ['120 km before lunch', 'Flat tyre, good view', 'Commute', 'Cobbles'],
      books: ['Read in one night', 'The pile by the bed', 'Margins', 'Books I lied about'],
      lamp: ['Desk at midnight', 'Warm light only', 'Rearranging everything again', 'Corner of the studio'],
      planet: ['Painted planets', 'Speedrun attempt', 'A world in a weekend', 'Far away, close up'],
      cactus: ['It lives', 'Watering day', 'Spikes and all', 'Windowsill report'],
      balloon: ['Up we go', 'Colours at dawn', 'Wind from the east', 'Seen from below'],
    },
    endings: [
      ', part #',
      ' (with recipe)',
      ' – the honest version',
      ', as promised',
      ' ✨',
      ' & what went wrong',
      ' · no. #',
      ', again',
      ' 🙌',
    ],
  },
  fr: {
    subjects: {
      vase: ['Essai d’émail', 'Sorti du four', 'Un bol pour la soupe', 'Tournage du matin'],
      coffee: ['Premier café', 'La tasse bleue', 'Pause'],
      plate: ['Retour du marché', 'Assiettes pour vingt', 'Tarte du dimanche'],
      portrait: ['Une journée à l’atelier', 'Vos questions', 'Dix ans déjà'],
      lamp: ['L’atelier à minuit', 'Lumière chaude'],
      flower: ['Ce qui pousse en novembre', 'Une tige, un vase'],
    },
    endings: [', épisode #', ' – sans filtre', ', enfin', ' ✨', ' · n° #', ', comme promis'],
  },
  es: {
    subjects: {
      flower: ['Dalias, por fin', 'Lo que crece en noviembre', 'De la semilla a esto'],
      cactus: ['Día de riego', 'Sigue vivo', 'Informe del alféizar'],
      portrait: ['Respondo a vuestras preguntas', 'Un día en el huerto', 'Hace diez años'],
      cat: ['La jefa inspecciona', 'Gata poco impresionada'],
      guitar: ['Una toma, sin cortes', 'Desde la cocina', 'Cuerdas nuevas'],
      city: ['La calle donde crecí', 'Autobús nocturno', 'Lluvia y neón'],
      coffee: ['El primer café', 'Mañana lenta'],
    },
    endings: [', parte #', ' (con trucos)', ' – versión honesta', ' 🌿', ' · n.º #', ', otra vez'],
  },
  ar: {
    subjects: {
      mountains: ['فوق الغيوم', 'أول ثلج على القرية', 'الطريق الطويل'],
      city: ['شارع طفولتي', 'المدينة في سبع لقطات', 'مطر ونيون'],
      boat: ['يوم العبّارة', 'الميناء عند السادسة'],
      portrait: ['أجيب عن أسئلتكم', 'يوم في الاستوديو', 'قبل عشر سنوات'],
      coffee: ['قهوة مع الجيران', 'الفنجان الأول'],
      guitar: ['أغنية لم تكتمل', 'من المطبخ مباشرة'],
      lamp: ['المكتب عند منتصف الليل', 'ضوء دافئ'],
      balloon: ['ألوان الفجر', 'هيا نصعد'],
      bicycle: ['١٢٠ كم قبل الغداء', 'طريق العودة'],
    },
    endings: ['، الجزء #', ' ✨', ' – بلا تعديل', '، كما وعدت', ' · #'],
  },
  ja: {
    subjects: {
      flower: ['十一月に咲く花', 'ダリア、ついに', '種からここまで'],
      cactus: ['水やりの日', '窓辺だより', 'とげも一緒に'],
      cat: ['庭の番人', '猫、無関心'],
      vase: ['一輪挿し', '窯から出たて'],
      portrait: ['質問に答えます', '庭仕事の一日', '十年前の今日'],
      mountains: ['初雪', '雲の上', '夜明け前に'],
      city: ['夜のバス', '雨とネオン', '屋根の上'],
      boat: ['港、朝六時', '凪'],
      balloon: ['夜明けの色', '見上げた空'],
      bicycle: ['昼前に百二十キロ', '石畳'],
    },
    endings: ['・第#', '・続き', ' 🌱', '、約束どおり', '、もう一度'],
  },
  ru: {
    subjects: {
      plate: ['Хлеб на закваске', 'Пирог с яблоками', 'Ужин из пяти продуктов', 'С рынка'],
      coffee: ['Первая чашка', 'Кофе с соседями'],
      portrait: ['Отвечаю на вопросы', 'День на кухне', 'Десять лет назад'],
      books: ['Рецепты на полях', 'Стопка у кровати'],
      flower: ['Что растёт в ноябре', 'Одна ветка'],
    },
    endings: [', часть #', ' (с рецептом)', ' – честно', ' 🍞', ' · № #', ', как обещала'],
  },
};
