import { isEmail, ValidateBy, type ValidationOptions } from 'class-validator';

/** Controls, invisible marks, halves of characters and every kind of space: they hide that two addresses are one, or break a mail's header. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u;

/**
 * An address that mail can be sent to, with or without white space around it. IDN and UTF-8 local parts are (RFC 6531). Address literals
 * (`a@[192.0.2.1]`) and hosts without a dot are valid in RFC 5321, too, but are never what a person means here.
 */
export const isEmailAddress = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  const address = value.trim();
  return !unseen.test(address) && isEmail(address, { allow_utf8_local_part: true });
};

export const IsEmailAddress = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isEmailAddress',
      validator: { validate: isEmailAddress, defaultMessage: () => 'This e-mail is not complete.' },
    },
    options,
  );
