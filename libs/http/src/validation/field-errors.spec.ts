import 'reflect-metadata';
import { IsEmail, IsInt, IsNotEmpty, IsString, MaxLength, MinLength, ValidateNested, validate } from 'class-validator';
import { fieldErrors } from './field-errors';

class Row {
  @IsString()
  @IsNotEmpty({ message: 'Give a name.' })
  @MaxLength(10, { message: 'Use at most 10 characters.' })
  name!: string;

  @IsEmail({}, { message: 'This e-mail is not complete.' })
  @MaxLength(20, { message: 'An e-mail has at most 20 characters.' })
  email!: string;

  @IsString()
  @MinLength(3, { message: 'Use at least 3 characters.' })
  password!: string;
}

class Sheet {
  @ValidateNested({ each: true })
  rows!: Row[];

  @IsInt()
  page!: number;
}

const errorsOf = async (row: object): Promise<Record<string, string>> =>
  Object.fromEntries(
    fieldErrors(await validate(Object.assign(new Row(), row))).map(({ field, message }) => [field, message]),
  );
const good = { name: 'Noa', email: 'noa@example.com', password: 'abc' };

describe('what is said of a field', () => {
  it.each([
    [{ name: undefined }, { name: 'Give a name.' }],
    [{ name: 7 }, { name: 'Give this as text.' }],
    [{ name: 'x'.repeat(11) }, { name: 'Use at most 10 characters.' }],
    [{ email: undefined }, { email: 'This e-mail is not complete.' }],
    [{ email: 'noa' }, { email: 'This e-mail is not complete.' }],
    [{ email: `${'x'.repeat(30)}@` }, { email: 'An e-mail has at most 20 characters.' }],
    [{ email: ['noa@example.com'] }, { email: 'This e-mail is not complete.' }],
    [{ password: '' }, { password: 'Use at least 3 characters.' }],
    [{ password: undefined }, { password: 'Use at least 3 characters.' }],
  ])('given %j', async (change, said) => expect(await errorsOf({ ...good, ...change })).toEqual(said));

  it('names the row, and never a text of the library', async () => {
    const sheet = Object.assign(new Sheet(), {
      rows: [Object.assign(new Row(), good), Object.assign(new Row(), good, { name: '' })],
      page: 'one',
    });
    expect(fieldErrors(await validate(sheet))).toEqual([
      { field: 'rows.1.name', message: 'Give a name.' },
      { field: 'page', message: 'Give this as a whole number.' },
    ]);
  });
});
