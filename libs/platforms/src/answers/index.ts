export { amount, always, byName, cell, count, cursor, flag, id, list, shape, text, time, webAddress } from './fields';
export { readable } from './readable';
