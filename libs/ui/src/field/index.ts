/** Fields of forms: apart, because the first page has none. */
export { Field } from './field';
export { Control } from './control';
