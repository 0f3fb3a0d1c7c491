import type { FacebookInsight } from '@linkage/platforms/wire';

const titleOf = (name: string): string => (name[0] ?? '').toUpperCase() + name.slice(1).replaceAll('_', ' ');

/** The envelope around each metric. */
export const insight = (
  of: string,
  name: string,
  period: FacebookInsight['period'],
  values: FacebookInsight['values'],
): FacebookInsight => ({
  name,
  period,
  values,
  title: titleOf(name),
  description: `${titleOf(name)}.`,
  id: `${of}/insights/${name}/${period}`,
});
