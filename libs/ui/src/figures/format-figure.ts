const locale = 'en';
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
const exact = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Three significant digits (R96): 41,702 → `41.7K`, 2,310 → `2.31K`, 999,950 → `1M`. */
export const formatFigure = (value: number): string => compact.format(value);

/** `41,702` */
export const formatExact = (value: number): string => exact.format(value);

/** A share of 0 to 1 with one decimal: `46.2%`. */
export const formatShare = (share: number): string => percent.format(share);

/** Minutes as hours from one hour on: the number and its unit. */
export const formatMinutes = (minutes: number): { figure: string; exact: string; unit: 'min' | 'h' } => {
  if (minutes < 60) return { figure: formatFigure(minutes), exact: formatExact(minutes), unit: 'min' };
  const hours = minutes / 60;
  return { figure: formatFigure(hours), exact: formatExact(Math.round(hours)), unit: 'h' };
};
