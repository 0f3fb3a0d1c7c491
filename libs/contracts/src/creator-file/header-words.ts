/** What columns are called, in the languages that creators and agencies keep their lists in. */
const words = {
  email: `email|e-mail|mail|email address|e-mail address|mail address|contact email|business email|work email|creator email|email id|e mail|emails
    |e-mail-adresse|mailadresse|emailadresse|mail adresse|adresse e-mail|adresse email|adresse mail|adresse électronique|courriel|mél
    |correo|correo electrónico|dirección de correo|correo-e|endereço de email|endereço de e-mail|correio eletrónico|correio eletrônico
    |indirizzo email|indirizzo e-mail|posta elettronica|e-mailadres|emailadres|e-post|epost|e-postadress|e-postadresse|mailadress|sähköposti
    |sähköpostiosoite|adres e-mail|adres email|poczta|e-mailová adresa|e-mail cím|adresă de email|e-posta|eposta|e-posta adresi
    |ηλεκτρονική διεύθυνση|ηλεκτρονικό ταχυδρομείο|почта|эл. почта|электронная почта|имейл|адрес электронной почты|електронна пошта|пошта
    |דוא"ל|אימייל|מייל|כתובת אימייל|البريد الإلكتروني|البريد|ايميل|ईमेल|邮箱|电子邮件|电子邮箱|邮件|郵箱|電子郵件|信箱
    |メール|メールアドレス|eメール|이메일|전자우편|메일|이메일 주소|อีเมล|thư điện tử|surel|alamat email`,
  name: `name|full name|creator|creator name|creators name|influencer|influencer name|talent|talent name|contact|contact name|person|display name|your name
    |vollständiger name|vor- und nachname|vor und nachname|kontakt|ansprechpartner|nom|nom complet|nom et prénom|prénom et nom|créateur
    |nombre|nombre completo|nombre y apellidos|creador|nome|nome completo|criador|nominativo|nome e cognome|creatore|naam|volledige naam|namn
    |fullständigt namn|navn|fulde navn|fullt navn|nimi|koko nimi|imię i nazwisko|nazwa|jméno|jméno a příjmení|meno|név|teljes név|nume|nume complet
    |ad soyad|adı soyadı|isim|ad|όνομα|ονοματεπώνυμο|имя|фио|полное имя|имя и фамилия|ім'я|піб|име|שם|שם מלא|الاسم|اسم|الاسم الكامل|नाम|पूरा नाम
    |姓名|名字|名称|名稱|名前|氏名|お名前|이름|성명|ชื่อ|ชื่อเต็ม|tên|họ tên|họ và tên|nama|nama lengkap`,
  first: `first name|firstname|given name|forename|vorname|prénom|primer nombre|primeiro nome|voornaam|förnamn|fornavn|etunimi|imię|křestní jméno
    |keresztnév|prenume|ad|ім’я|имя|nombre|nome|nombres|名|이름|first`,
  last: `last name|lastname|surname|family name|nachname|familienname|zuname|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam
    |efternamn|etternavn|efternavn|sukunimi|nazwisko|příjmení|priezvisko|vezetéknév|soyad|soyadı|επώνυμο|фамилия|прізвище|姓|성|last`,
};

export type HeaderWord = keyof typeof words;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const known: Readonly<Record<HeaderWord, ReadonlySet<string>>> = {
  email: new Set(words.email.split('|').map(plain)),
  name: new Set(words.name.split('|').map(plain)),
  first: new Set(words.first.split('|').map(plain)),
  last: new Set(words.last.split('|').map(plain)),
};

/** Whether a cell is a name for such a column. */
export const isWordFor = (kind: HeaderWord, cell: string): boolean => known[kind].has(plain(cell));

export const isHeaderWord = (cell: string): boolean =>
  cell.length < 60 && (['email', 'name', 'first', 'last'] as const).some((kind) => isWordFor(kind, cell));

/** Names of families stand first in these languages. */
export const familyFirst = (cell: string): boolean => /[\p{Script=Han}\p{Script=Hangul}]|vezet/iu.test(cell);
