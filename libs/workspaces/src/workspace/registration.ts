import { tidyName } from './tidy-name';

export interface Registration {
  readonly workspaceName: string;
  readonly name: string;
  readonly email: string;
}

/**
 * What is registered, as it will be shown. Decided before anything is kept, so that a refused registration leaves
 * nothing behind.
 * @throws invalid-request
 */
export const registrationOf = (asked: Registration): Registration => ({
  workspaceName: tidyName(asked.workspaceName, 'workspaceName', 'Enter the name of your brand or agency.'),
  name: tidyName(asked.name, 'name', 'Enter your name.'),
  email: asked.email.trim(),
});
