/** For what holds documents and screens together: how facts are told. */
export { sentenceOf } from '../sentences/sentences';
