/** Files of `nasty-files/` that are no table of creators, and what is said of them. */
export const notTables: readonly { readonly file: string; readonly nasty: string; readonly refused: RegExp }[] = [
  { file: 'only-a-header.csv', nasty: 'no rows', refused: /no rows below/ },
  { file: 'no-emails-at-all.csv', nasty: 'no e-mail in it', refused: /no e-mail in the file/ },
  { file: 'empty.csv', nasty: '0 bytes', refused: /empty \(0 bytes\)/ },
  { file: 'only-blanks.csv', nasty: 'a byte-order mark and blanks', refused: /nothing but blanks/ },
  { file: 'zeros.csv', nasty: 'zeros, as after a crash while saving', refused: /nothing but zeros/ },
  { file: 'pdf-named-csv.csv', nasty: 'a PDF with another name', refused: /This is a PDF/ },
  { file: 'workbook.xlsx', nasty: 'an Excel workbook', refused: /Excel workbook.*File → Save As → “CSV UTF-8/ },
  { file: 'spreadsheet.ods', nasty: 'an OpenDocument spreadsheet', refused: /LibreOffice/ },
  { file: 'packed.zip', nasty: 'a CSV file in an archive', refused: /Unpack it/ },
  { file: 'old-workbook.xls', nasty: 'a workbook of old Excel', refused: /old Excel/ },
  { file: 'picture.png', nasty: 'a picture', refused: /This is a picture/ },
  { file: 'web-page.csv', nasty: 'a page that asks to sign in, saved as CSV', refused: /web page/ },
  { file: 'json.csv', nasty: 'JSON', refused: /JSON/ },
  { file: 'contacts.vcf', nasty: 'contact cards', refused: /contact cards/ },
  { file: 'binary-noise.csv', nasty: 'zero bytes within a table', refused: /no text/ },
];
