import { IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsEmailAddress } from '@linkage/contracts/requests';
import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { TakesBody } from './index';
import { expectProblem, probeServer, type Answer, type ProbeServer } from './probe-server.harness';

class Note {
  @IsString()
  @MaxLength(20, { message: 'A name has at most 20 characters.' })
  name!: string;

  @IsEmailAddress({ message: 'This e-mail is not complete.' })
  email!: string;

  @IsOptional()
  @IsString()
  text?: string;

  /** null: on no shelf. */
  @ValidateIf((_, shelf) => shelf != null)
  @IsString()
  shelf?: string | null;
}

class FindNotes {
  @IsOptional()
  @IsString()
  word?: string;
}

@Controller('notes')
class NotesController {
  @Post()
  keep(@Body() note: Note): Note {
    return note;
  }

  @Post('long')
  @TakesBody({ bytes: 100_000, values: 5_000, depth: 6 })
  keepLong(@Body() lines: object): object {
    return { lines: Object.keys(lines).length };
  }

  @Get()
  find(@Query() query: object, @Query('to') to?: string): object {
    return { query, to: to ?? null };
  }

  @Get('found')
  search(@Query() query: FindNotes): object {
    return { query };
  }

  @Get('pages/:page')
  page(@Param('page', ParseIntPipe) page: number): object {
    return { page };
  }
}

const note = { name: 'Ana', email: 'ana@example.com' };
const errorsOf = (answer: Answer): { field: string; message: string }[] =>
  answer.body['errors'] as { field: string; message: string }[];

describe('what a request may hold at most', () => {
  let server: ProbeServer;
  beforeAll(async () => {
    server = await probeServer(NotesController);
  });
  afterAll(() => server.close());

  describe('in a body', () => {
    const padded = (bytes: number): string => JSON.stringify(note) + ' '.repeat(bytes - JSON.stringify(note).length);

    it('is 16 kB', async () => {
      expect((await server.post('/api/notes', padded(16_384))).status).toBe(201);
      const answer = await server.post('/api/notes', padded(16_385));
      expectProblem(answer, 413, 'body-too-large');
      expect(answer.body['detail']).toContain('larger than 16 kB');
    });
    it('is more where a route says so, and not endless there', async () => {
      const lines = (count: number): string => JSON.stringify(Array.from({ length: count }, () => ''));
      const answer = await server.post('/api/notes/long', lines(4_999));
      expect(answer).toMatchObject({ status: 201, body: { lines: 4_999 } });
      expect(errorsOf(await server.post('/api/notes/long', lines(5_001)))).toEqual([
        { field: 'body', message: expect.stringContaining('5000 values') },
      ]);
      const tooLarge = await server.post('/api/notes/long', { text: 'x'.repeat(100_000) });
      expectProblem(tooLarge, 413, 'body-too-large');
      expect(tooLarge.body['detail']).toContain('larger than 97 kB');
    });
    it('is five levels', async () => {
      for (const [open, close] of [
        ['[', ']'],
        ['{"a":', '}'],
      ] as const)
        for (const depth of [6, 1_000]) {
          const answer = await server.post('/api/notes', `${open.repeat(depth)}1${close.repeat(depth)}`);
          expectProblem(answer, 400, 'invalid-request');
          expect(errorsOf(answer)).toEqual([{ field: 'body', message: expect.stringContaining('5 deep') }]);
        }
    });
    it('is 200 values', async () => {
      const keys = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`k${index}`, 1]));
      const answer = await server.post('/api/notes', keys);
      expectProblem(answer, 400, 'invalid-request');
      expect(errorsOf(answer)).toEqual([{ field: 'body', message: expect.stringContaining('200 values') }]);
    });
  });

  describe('in what it is told of fields that it does not know', () => {
    it('is 20, by names cut short', async () => {
      const unknown = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`${index}-${'x'.repeat(100)}`, 1]));
      const answer = await server.post('/api/notes', { ...note, ...unknown });
      expectProblem(answer, 400, 'invalid-request');
      expect(errorsOf(answer)).toHaveLength(20);
      expect(errorsOf(answer)[0]?.field).toMatch(/^0-x{58}…$/);
      expect(answer.body['detail']).toContain('and 70 more');
      expect(answer.text.length).toBeLessThan(8_000);
    });
    it.each(['toString', 'constructor', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
      'is none: %s',
      async (name) => {
        const answer = await server.post('/api/notes', `{"name":"Ana","email":"ana@example.com","${name}":"x"}`);
        expectProblem(answer, 400, 'invalid-request');
        expect(errorsOf(answer)).toEqual([{ field: name, message: 'This field is not known here. Leave it out.' }]);
      },
    );
  });

  describe('in a text', () => {
    it.each([
      ['name', 'x'.repeat(21), 'A name has at most 20 characters.'],
      ['name', ['x'.repeat(21)], 'A name has at most 20 characters.'],
      ['email', `${'x'.repeat(243)}@example.com`, 'Use at most 254 characters.'],
      ['email', 'e\u0301'.repeat(2_000), 'Use at most 254 characters.'],
      ['text', 'x'.repeat(1_001), 'Use at most 1000 characters.'],
    ])('is what %s takes, before a decorator looks at it', async (field, value, message) => {
      const answer = await server.post('/api/notes', { ...note, [field]: value });
      expectProblem(answer, 400, 'invalid-request');
      expect(errorsOf(answer)).toEqual([{ field, message }]);
    });
    it('goes with what is wrong elsewhere, in the order of the form', async () => {
      const answer = await server.post('/api/notes', { email: 'ana', text: 'x'.repeat(1_001), name: 'x'.repeat(21) });
      expect(errorsOf(answer).map(({ field }) => field)).toEqual(['name', 'email', 'text']);
    });
    it('may be all of it', async () => {
      const long = { name: 'x'.repeat(20), email: `${'x'.repeat(60)}@example.com`, text: '\u0301'.repeat(1_000) };
      expect(await server.post('/api/notes', long)).toMatchObject({ status: 201, body: long });
    });
  });

  describe('as null', () => {
    it('is what may be left out, and then is left out', async () => {
      const answer = await server.post('/api/notes', { ...note, text: null });
      expect([answer.status, answer.body]).toEqual([201, note]);
    });
    it('is itself where that means something', async () => {
      const answer = await server.post('/api/notes', { ...note, shelf: null });
      expect([answer.status, answer.body]).toEqual([201, { ...note, shelf: null }]);
      expect(errorsOf(await server.post('/api/notes', { ...note, shelf: 7 }))).toMatchObject([{ field: 'shelf' }]);
    });
    it('is nothing that is asked for', async () => {
      expect(errorsOf(await server.post('/api/notes', { ...note, name: null }))).toMatchObject([{ field: 'name' }]);
    });
  });

  describe('in a query', () => {
    it.each([
      ['search', `search=${'x'.repeat(201)}`, '200 characters'],
      ['search', `search=${'a+'.repeat(21)}`, '20 words'],
      ['search', `search=ok&search=${'x'.repeat(201)}`, '200 characters'],
      ['cursor', `cursor=${'x'.repeat(4_001)}`, '4000 characters'],
      ['query', Array.from({ length: 51 }, (_, index) => `p${index}=1`).join('&'), '50 parameters'],
    ])('is refused by name: %s', async (field, query, message) => {
      const answer = await server.send('GET', `/api/notes?${query}`);
      expectProblem(answer, 400, 'invalid-request');
      expect(errorsOf(answer)).toEqual([{ field, message: expect.stringContaining(message) }]);
    });
    it('may be all of it', async () => {
      const search = `${'ab '.repeat(19)}${'x'.repeat(143)}`;
      const answer = await server.send(
        'GET',
        `/api/notes?search=${encodeURIComponent(search)}&cursor=${'x'.repeat(4_000)}`,
      );
      expect(answer).toMatchObject({ status: 200, body: { query: { search } } });
    });
    it('is what the class of the query says, without what it does not know', async () => {
      const found = await server.send('GET', '/api/notes/found?word=a&page=2');
      expect([found.status, found.body]).toEqual([200, { query: { word: 'a' } }]);
      const several = await server.send('GET', '/api/notes/found?word=a&word=b');
      expectProblem(several, 400, 'invalid-request');
      expect(errorsOf(several)).toEqual([{ field: 'word', message: 'Give this as text.' }]);
    });
    it('is one text where one is wanted', async () => {
      expect(await server.send('GET', '/api/notes?to=a')).toMatchObject({ status: 200, body: { to: 'a' } });
      expect(await server.send('GET', '/api/notes?to=a&to=b')).toMatchObject({ status: 200, body: { to: null } });
    });
  });

  it('is a number where the address wants one', async () => {
    expect(await server.send('GET', '/api/notes/pages/7')).toMatchObject({ status: 200, body: { page: 7 } });
    const answer = await server.send('GET', '/api/notes/pages/abc');
    expectProblem(answer, 400, 'invalid-request');
    expect(errorsOf(answer)).toEqual([{ field: 'page', message: 'Give this as a whole number.' }]);
  });

  it('is 16 kB of headers; beyond, there is no request but a problem all the same', async () => {
    const answer = await server.send('GET', '/api/notes', { headers: { cookie: 'x'.repeat(20_000) } });
    expectProblem(answer, 431, 'headers-too-large');
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });
});
