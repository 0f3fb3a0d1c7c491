export { amount, always, byName, cell, count, flag, id, list, shape, text, time, webAddress } from './fields';
export { readable } from './readable';
