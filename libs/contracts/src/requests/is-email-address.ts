import { ValidateBy, type ValidationOptions } from 'class-validator';
import { EMAIL_INCOMPLETE, isEmailAddress } from '../email';

/** The field must be an address that mail can be sent to. */
export const IsEmailAddress = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isEmailAddress',
      validator: { validate: isEmailAddress, defaultMessage: () => EMAIL_INCOMPLETE },
    },
    options,
  );
