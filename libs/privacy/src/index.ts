/**
 * Privacy: what a person may ask of an installation as a whole. Erasing a person: each part of Linkage ends what must
 * not go on without the person, the key is deleted, and the fact says so. Its doors are the operator's, in the server;
 * that is why it offers `PersonErasure` beside its module.
 */
export { PrivacyModule } from './privacy.module';
export { PersonErasure } from './erase-person/person-erasure.handler';
