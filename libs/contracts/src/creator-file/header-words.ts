/** What columns are called, in the languages that creators and agencies keep their lists in. */
const words = {
  email: `email|e-mail|mail|email address|e-mail address|mail address|contact email|business email|work email
    |creator email|email id|e mail|emails|e-mail-adresse|mailadresse|emailadresse|mail adresse|adresse e-mail
    |adresse email|adresse mail|adresse électronique|courriel|mél|correo|correo electrónico|dirección de correo
    |correo-e|endereço de email|endereço de e-mail|correio eletrónico|correio eletrônico|indirizzo email
    |indirizzo e-mail|posta elettronica|e-mailadres|emailadres|e-post|epost|e-postadress|e-postadresse|mailadress
    |sähköposti|sähköpostiosoite|adres e-mail|adres email|poczta|e-mailová adresa|e-mail cím|adresă de email|e-posta
    |eposta|e-posta adresi|ηλεκτρονική διεύθυνση|ηλεκτρονικό ταχυδρομείο|почта|эл. почта|электронная почта|имейл
    |адрес электронной почты|електронна пошта|пошта|דוא"ל|אימייל|מייל|כתובת אימייל|البريد الإلكتروني|البريد|ايميل|ईमेल
    |邮箱|电子邮件|电子邮箱|邮件|郵箱|電子郵件|信箱|メール|メールアドレス|eメール|이메일|전자우편|메일|이메일 주소|อีเมล|thư điện tử|surel|alamat email|mail id
    |email addresses|email 1|email 1 value|e-mail-kontakt|geschäftliche e-mail|adresse courriel|adresse de messagerie
    |adresse électronique|dirección de correo electrónico|dirección de email|dirección email
    |indirizzo di posta elettronica|indirizzo mail|mailadres|mejl|mejladress|meili|s-posti|adres poczty elektronicznej
    |emailová adresa|mailová adresa|e-mail adresi|mail adresi|эл. адрес|емейл|имэйл|мейл|адрес почты|الإيميل|الايميل
    |إيميل|بريد إلكتروني|عنوان البريد الإلكتروني|邮箱地址|邮件地址|电子邮件地址|电子邮箱地址|電子郵件地址|電子信箱|メアド|eメールアドレス|電子メール|電子メールアドレス|메일주소
    |전자메일`,
  /** Of the whole name or of the given one, if another column has the rest. */
  plain: `name|nom|naam|namn|navn|nimi|jméno|meno|név|nume|isim|ad|όνομα|имя|ім'я|име|ime|vardas|vārds|nafn|emër|שם
    |الاسم|اسم|الإسم|नाम|名字|名称|名稱|名前|お名前|이름|ชื่อ|tên|nama|nombre|nome|nazwa|pangalan`,
  whole: `full name|vollständiger name|vor- und nachname|vor und nachname|nom complet|nom et prénom|prénom et nom
    |nombre completo|nombre y apellidos|nome completo|nome e cognome|volledige naam|fullständigt namn|fulde navn
    |fullt navn|koko nimi|imię i nazwisko|jméno a příjmení|teljes név|nume complet|ad soyad|adı soyadı|ονοματεπώνυμο
    |фио|полное имя|имя и фамилия|піб|שם מלא|الاسم الكامل|पूरा नाम|姓名|氏名|성명|ชื่อเต็ม|họ tên|họ và tên|nama lengkap
    |vorname nachname|vorname und nachname|name und vorname|name vorname|nom prénom|prénom nom|nombre y apellido
    |nombre apellidos|nome cognome|cognome e nome|nome e sobrenome|voornaam en achternaam|voor- en achternaam
    |för- och efternamn|förnamn och efternamn|fornavn og efternavn|for- og efternavn|fornavn og etternavn
    |for- og etternavn|etu- ja sukunimi|celé jméno|isim soyisim|isim soyad|ad ve soyad|фамилия имя
    |фамилия имя отчество|имя фамилия|氏名漢字|성함|first and last name|first last name|first name and last name
    |first name last name|name and surname|name surname|legal name|real name|nombre real|nome real|nume și prenume
    |nume prenume|ime i prezime|ime prezime|ime in priimek|vardas ir pavardė|vardas pavardė|vārds un uzvārds
    |vārds uzvārds|ees- ja perekonnanimi|meno a priezvisko|celé meno|nom i cognoms|прізвище та ім'я|ім'я та прізвище
    |име и фамилия|фио блогера|nama penuh|ชื่อ-นามสกุล|adınız soyadınız|שם ומשפחה|שם פרטי ומשפחה|الاسم بالكامل
    |الاسم الثلاثي`,
  name: `creator|creator name|creators name|influencer|influencer name|talent|talent name|contact|contact name|person
    |display name|your name|kontakt|ansprechpartner|créateur|creador|criador|nominativo|creatore|stage name
    |artist name|artist|influencer:in|creator:in|künstlername|künstler|anzeigename|kundenname|ansprechpartner:in
    |ansprechpartnerin|kontaktperson|influenceur|influenceuse|créatrice|nom du créateur|nom de l'influenceur
    |nom d'artiste|nombre del creador|nombre del influencer|nombre artístico|creadora|nome creator|nome d'arte
    |nome artistico|nome do criador|nome do influenciador|influenciador|influenciadora|criadora|contactpersoon
    |naam creator|twórca|twórczyni|nazwa twórcy|kreatör|namn på kreatör|sisällöntuottaja|tvůrce|блогер|имя блогера
    |инфлюенсер|креатор|المؤثر|اسم المؤثر|اسم صانع المحتوى|صانع المحتوى|达人|达人名称|達人|達人名稱|创作者|創作者|网红|網紅|博主|クリエイター
    |クリエイター名|インフルエンサー|インフルエンサー名|크리에이터|크리에이터명|크리에이터 이름|인플루언서|인플루언서명|nama kreator|preferred name|name of creator
    |name of the creator|name of influencer|name of the influencer`,
  first: `first name|firstname|given name|forename|vorname|prénom|primer nombre|primeiro nome|voornaam|förnamn|fornavn
    |etunimi|imię|křestní jméno|keresztnév|prenume|ad|ім’я|имя|nombre|nome|nombres|名|이름|first|utónév|fname|roepnaam
    |nome próprio|nama depan|ชื่อ|ชื่อจริง|めい|given names|given|first names|primeiro nome|الاسم الأول|الاسم الاول
    |שם פרטי|όνομα|adı|tên`,
  last: `last name|lastname|surname|family name|nachname|familienname|zuname|nom de famille|apellido|apellidos|cognome
    |sobrenome|apelido|achternaam|efternamn|etternavn|efternavn|sukunimi|nazwisko|příjmení|priezvisko|vezetéknév|soyad
    |soyadı|επώνυμο|фамилия|прізвище|姓|성|last|primer apellido|apellido 1|1er apellido|1º apellido|apellido paterno
    |último nome|ultimo nome|苗字|اسم العائلة|العائلة|اللقب|שם משפחה|họ|họ đệm|họ và tên đệm|soyisim|lname|nom d'usage
    |nama belakang|姓氏|せい|นามสกุล|επίθετο|الاسم الأخير|الكنية`,
  middle: `middle name|middle names|additional name|tussenvoegsel|tussenvoegsels|tussenv|voorvoegsel|voorvoegsels
    |weitere vornamen|zweiter vorname|deuxième prénom|mellannamn|mellomnavn|mellemnavn`,
  second: `segundo apellido|apellido 2|2do apellido|2º apellido|apellido materno|second last name|second surname`,
  handle: `handle|username|user name|nickname|nick|account|account name|channel|channel name|benutzername|kanal|pseudo
    |pseudonyme|usuario|nome utente|utente|gebruikersnaam`,
  /** Texts that are no names of people. */
  other: `city|town|country|region|state|location|address|platform|platforms|network|social network|channel type
    |company|brand|agency|manager|category|niche|topic|notes|note|comment|comments|status|tag|tags|language|gender
    |source|campaign|segment|group|bio|title|job title|stadt|ort|land|region|plattform|netzwerk|firma|marke|agentur
    |kategorie|nische|thema|notiz|notizen|bemerkung|bemerkungen|sprache|gruppe|ville|pays|région|plateforme|réseau
    |entreprise|société|marque|agence|catégorie|remarque|remarques|langue|groupe|statut|thématique|ciudad|país|región
    |provincia|plataforma|red|red social|empresa|marca|agencia|categoría|nicho|nota|notas|idioma|grupo|estado
    |observaciones|città|paese|regione|piattaforma|azienda|marchio|agenzia|categoria|lingua|gruppo|cidade|região
    |agência|observações|língua|plaats|woonplaats|stad|bedrijf|merk|bureau|categorie|opmerking|opmerkingen|taal|groep
    |miasto|kraj|firma|kategoria|uwagi|město|země|ort|stad|plattform|företag|by|virksomhed|bedrift|kaupunki|maa|yritys
    |город|страна|платформа|компания|şehir|ülke|şirket|城市|国家|平台|公司|都市|国|会社`,
};

export type HeaderWord = keyof typeof words;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    // Capitals do not tell it from the dotted i.
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '');

const setOf = (...kinds: HeaderWord[]): ReadonlySet<string> =>
  new Set(kinds.flatMap((kind) => words[kind].split('|').map(plain)));

const known: Readonly<Record<HeaderWord, ReadonlySet<string>>> = {
  email: setOf('email'),
  plain: setOf('plain'),
  whole: setOf('whole'),
  name: setOf('plain', 'whole', 'name'),
  first: setOf('first'),
  last: setOf('last'),
  middle: setOf('middle'),
  second: setOf('second'),
  handle: setOf('handle'),
  other: setOf('other'),
};

/** Whether a cell is a name for such a column. */
export const isWordFor = (kind: HeaderWord, cell: string): boolean => known[kind].has(plain(cell));

/** What forms and databases put before the word. */
const owners =
  'your|creators?|influencers?|customers?|recipients?|contacts?|publishers?|talents?|subscribers?|primary|main';
const before = new RegExp(`^(?:and)?(?:what(?:is|s)|(?:please)?enter)?(?:${owners})`);

/** Whether a cell has such a name in it, with more words around: `Name (required)`, `What is your e-mail?` */
export const isAboutWord = (kind: HeaderWord, cell: string): boolean => {
  if (cell.length >= 60) return false;
  const outside = cell.replace(/[(（[][^()（）[\]]*[)）\]]/g, ' ');
  const parts = [outside, ...outside.split(/[/|]/)].map(plain);
  // Of which platform the handle is does not matter.
  const isHandle = (part: string): boolean => kind === 'handle' && /(?:handle|username)$/.test(part);
  return parts.some((part) => known[kind].has(part) || known[kind].has(part.replace(before, '')) || isHandle(part));
};

/** A word that says “name”, and neither that it is the whole one nor whose it is. */
export const isPlainName = (cell: string): boolean =>
  isWordFor('plain', cell) || (isAboutWord('plain', cell) && !isWordFor('name', cell));

export const isHeaderWord = (cell: string): boolean =>
  cell.length < 60 && (['email', 'name', 'first', 'last'] as const).some((kind) => isAboutWord(kind, cell));

/** Names of families stand first in these languages. */
export const familyFirst = (cell: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]|vezet|^họ/iu.test(cell.trim());
