import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isTimeZone } from '../preferences';

/** The field must name a time zone of IANA. */
export const IsTimeZoneName = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isTimeZoneName', validator: { validate: isTimeZone } }, options);
