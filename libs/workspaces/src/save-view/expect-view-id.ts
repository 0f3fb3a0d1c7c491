import { viewNotFound } from '../workspace/workspace.errors';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** An id that the browser made. @throws not-found */
export const expectViewId = (id: string): string => {
  if (!uuid.test(id)) throw viewNotFound();
  return id;
};
