export {
  amount,
  always,
  byName,
  cell,
  count,
  cursor,
  flag,
  id,
  list,
  orNull,
  shape,
  text,
  time,
  unixTime,
  webAddress,
  wording,
} from './fields';
export { lives, livesUsually } from './lives';
export { readable } from './readable';
