const locale = 'en';
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
const three = new Intl.NumberFormat(locale, {
  notation: 'compact',
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
});
const exact = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** What is shown as a fraction of a unit always has three digits, so that it does not jump when it is refreshed. */
const isShortened = (value: number): boolean => Math.abs(Number(value.toPrecision(3))) >= 1_000;

/** Three significant digits (R96): 41,702 → `41.7K`, 4,700 → `4.70K`, 999,950 → `1.00M`, 812 → `812`. */
export const formatFigure = (value: number): string => (isShortened(value) ? three : compact).format(value);

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
