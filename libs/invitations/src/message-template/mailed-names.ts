import { nameFault } from '@linkage/contracts';
import { ERASED } from '@linkage/event-sourcing';

/** Names as people typed them. */
interface TypedNames {
  readonly name: string;
  readonly brandName: string;
  readonly invitedBy: string;
}

/** The same as they stand in a mail that was not asked for. */
export interface MailedNames {
  /** Of the addressee; empty when it is nothing to call a person. */
  readonly name: string;
  readonly brandName: string;
  readonly invitedBy: string;
  readonly greeting: string;
}

const LONGEST_IN_SUBJECT = 60;

/** Without quotation marks of its own, and no longer than leaves room for the rest. */
export const inSubject = (name: string): string => {
  const characters = Array.from(name.replace(/["“”„«»]/gu, ''));
  return characters.length <= LONGEST_IN_SUBJECT
    ? characters.join('')
    : `${characters.slice(0, LONGEST_IN_SUBJECT - 1).join('')}…`;
};

const orElse = (name: string, otherwise: string): string =>
  name === ERASED || nameFault(name) !== null ? otherwise : name;

/**
 * Our own words carry the names: a name can neither pass for the sender's own subject nor bring an address that mail
 * programs turn into a link. What holds one is left out, whenever it was typed, and so is the name of an erased person.
 */
export const mailedNames = (typed: TypedNames): MailedNames => {
  const name = orElse(typed.name, '');
  return {
    name,
    brandName: orElse(typed.brandName, 'A brand'),
    invitedBy: orElse(typed.invitedBy, 'A member'),
    greeting: name === '' ? 'Hi,' : `Hi ${name},`,
  };
};
