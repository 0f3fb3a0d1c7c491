import { nameAdvice, nameFault, tidied } from '@linkage/contracts';
import { unsuitableName } from './workspace.errors';

/**
 * The name as typed, in NFC and without white space around it. It stands in mails to people who do not know the
 * workspace, so it holds no address.
 * @throws invalid-request, naming `field`
 */
export const tidyName = (typed: string, field: string, whenEmpty: string): string => {
  const fault = nameFault(typed);
  if (fault !== null) throw unsuitableName(field, fault === 'empty' ? whenEmpty : nameAdvice[fault]);
  return tidied(typed);
};
