import { nameAdvice, nameFault, tidied } from '@linkage/contracts';
import { unsuitableName } from './invitation.errors';

/**
 * The name as typed, in NFC and without white space around it. Creators are often known by a handle or an address
 * (`noa.makes`), so that is a name, too; the mail leaves it out.
 * @throws invalid-request
 */
export const tidyName = (typed: string): string => {
  const fault = nameFault(typed);
  if (fault !== null && fault !== 'address')
    throw unsuitableName(fault === 'empty' ? 'Enter the name of the creator.' : nameAdvice[fault]);
  return tidied(typed);
};
