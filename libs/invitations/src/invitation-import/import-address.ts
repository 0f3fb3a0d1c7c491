import { MOST_PARTS } from '@linkage/contracts';
import { DomainError, derivedId } from '@linkage/event-sourcing';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** An id that the browser made. @throws not-found */
export const expectImportId = (id: string): string => {
  if (!uuid.test(id))
    throw new DomainError('not-found', 'not-found', 'There is no such import. Its id is a UUID in lower case.');
  return id;
};

/** @throws not-found */
export const expectPart = (part: number): number => {
  if (!Number.isSafeInteger(part) || part < 0 || part >= MOST_PARTS)
    throw new DomainError('not-found', 'not-found', `Parts are counted from 0 to ${MOST_PARTS - 1}.`);
  return part;
};

/** Two workspaces whose browsers make the same id do not meet. */
export const importStream = (workspaceId: string, importId: string): string =>
  `import-${derivedId('import', workspaceId, importId)}`;
