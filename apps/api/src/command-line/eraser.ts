import type { Erasure, PeopleFound, PersonToErase } from '@linkage/contracts';
import { PersonErasure } from '@linkage/privacy';
import { JsonLogger } from '@linkage/http';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config';
import { openApplication } from '../open-application';
import { close } from '../close';
import { askServer, ServerWentAway } from './ask-server';
import { hasReadModels } from './stopped-server';

export interface WhomToErase {
  readonly id?: string;
  readonly email?: string;
  readonly workspace?: string;
}

/** No server answers, and nothing has run in the data folder yet. */
export class NothingHere extends Error {
  constructor({ port, dataDirectory }: Config) {
    super(
      `Nothing answers at port ${port}, and nothing has run in ${dataDirectory} yet. Start Linkage with "npm start", or set LINKAGE_DATA.`,
    );
    this.name = 'NothingHere';
  }
}

/** Carries out an erasure: the server that runs, or this process in its place. */
export interface Eraser {
  /** Whether a server does it. */
  readonly isServer: boolean;
  find(whom: WhomToErase): Promise<readonly PersonToErase[]>;
  begin(subject: string): Promise<Erasure>;
  look(subject: string): Promise<Erasure>;
}

const onServer = (config: Config): Eraser => {
  const ask = async <Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> => {
    const answer = await askServer<Answer>(config, method, `/api/operator/${path}`, body);
    if (answer) return answer;
    throw new ServerWentAway('The server went away. Start it and ask again: what was begun is finished then.');
  };
  return {
    isServer: true,
    find: async (whom) => (await ask<PeopleFound>('POST', 'people', whom)).people,
    begin: (subject) => ask('POST', 'erasures', { subject }),
    look: (subject) => ask('GET', `erasures/${encodeURIComponent(subject)}`),
  };
};

const inThisProcess = (erasure: PersonErasure): Eraser => ({
  isServer: false,
  find: ({ id, email = '', workspace }) => erasure.find(id === undefined ? { email, workspace } : { id }),
  begin: (subject) => erasure.begin(subject),
  look: (subject) => erasure.look(subject),
});

/**
 * Works with the server that runs here. When none does, with an application of its own that folds the read models,
 * without doors, reactions and schedules. `programs`: folder of the built programs.
 * @throws DatabaseUnusable when another process has the data folder
 */
export async function withEraser<T>(
  config: Config,
  programs: string,
  work: (eraser: Eraser) => Promise<T>,
): Promise<T> {
  const answers = await askServer(config, 'GET', '/api/operator/consumers');
  if (answers) return work(onServer(config));
  if (!hasReadModels(config)) throw new NothingHere(config);
  const opened = new AsyncDisposableStack();
  try {
    const module = await openApplication({ ...config, roles: ['projections'] }, programs, opened);
    const app = await NestFactory.createApplicationContext(module, {
      logger: new JsonLogger('silent'),
      abortOnError: false,
    });
    opened.adopt(app, close);
    return await work(inThisProcess(app.get(PersonErasure, { strict: false })));
  } finally {
    await opened.disposeAsync();
  }
}
