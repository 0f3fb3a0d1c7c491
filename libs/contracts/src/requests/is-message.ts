import { IsOptional, IsString, MaxLength } from 'class-validator';
import { LONGEST_MESSAGE, LONGEST_SUBJECT } from '../message';

/** A message in scripts of three bytes a letter, and the other fields. */
export const MESSAGE_BODY = { bytes: 32_768 };

const both =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };

const optional = (isOptional: boolean): readonly PropertyDecorator[] => (isOptional ? [IsOptional()] : []);

/** The subject of a message. What it may hold is `messageFaults`. */
export const IsMessageSubject = ({ isOptional = true } = {}): PropertyDecorator =>
  both(
    ...optional(isOptional),
    IsString(),
    MaxLength(LONGEST_SUBJECT, { message: `Use at most ${LONGEST_SUBJECT} characters.` }),
  );

/** Its text. */
export const IsMessageText = ({ isOptional = true } = {}): PropertyDecorator =>
  both(
    ...optional(isOptional),
    IsString(),
    MaxLength(LONGEST_MESSAGE, { message: `Use at most ${LONGEST_MESSAGE.toLocaleString('en')} characters.` }),
  );
