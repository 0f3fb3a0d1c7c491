import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ThreadBuilder, type ReadModelBuilder } from '@linkage/event-sourcing';
import type { Config } from '../config';

/**
 * What the building thread opens its log and its vault by. It is handed over in memory: no secret stands in arguments
 * or environment because of it.
 */
export type BuilderData = Pick<Config, 'dataDirectory' | 'eventStoreUrl' | 'masterKey'>;

/**
 * The built thread beside the built server (`programs` is their folder). Where it is not built, as in a spec, the main
 * thread builds.
 */
export function openBuilder(
  programs: string,
  { dataDirectory, eventStoreUrl, masterKey }: Config,
): { readonly builder?: ReadModelBuilder } {
  const file = join(programs, 'read-model-builder.mjs');
  return existsSync(file)
    ? { builder: new ThreadBuilder(file, { dataDirectory, eventStoreUrl, masterKey } satisfies BuilderData) }
    : {};
}
