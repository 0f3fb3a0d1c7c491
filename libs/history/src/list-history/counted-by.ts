import type { HistoryFilter } from '@linkage/contracts';

/** The fields of a maintained count that fits the filter, whatever its kind; undefined: such facts are not counted. */
export const countedBy = ({
  kind: _kind,
  kinds: _kinds,
  direction: _direction,
  ...filter
}: HistoryFilter): Readonly<Record<string, string>> | undefined => {
  const { person, subject, ...others } = filter;
  if (Object.values(others).some((value) => value !== undefined)) return undefined;
  if (person !== undefined) return subject === undefined ? { person } : undefined;
  return subject === undefined ? {} : { subject };
};
