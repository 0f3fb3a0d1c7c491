import { formatExact, formatFigure, formatMinutes, formatShare } from './format-figure';

describe('figures in three significant digits (R96)', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [812, '812'],
    [999, '999'],
    [1_000, '1.00K'],
    [2_310, '2.31K'],
    [4_700, '4.70K'],
    [9_999, '10.0K'],
    [55_000, '55.0K'],
    [41_702, '41.7K'],
    [99_949, '99.9K'],
    [99_950, '100K'],
    [999_499, '999K'],
    [999_500, '1.00M'],
    [999_950, '1.00M'],
    [1_000_000, '1.00M'],
    [1_250_400, '1.25M'],
    [999_999_999, '1.00B'],
    [18_412_906_000, '18.4B'],
    [-12, '-12'],
    [-4_700, '-4.70K'],
    [999.9, '1.00K'],
    [1.5, '1.5'],
  ])('%d is %s', (value, text) => expect(formatFigure(value)).toBe(text));

  it('keeps the exact figure readable', () => expect(formatExact(18_412_906)).toBe('18,412,906'));

  it.each([
    [0, '0.0%'],
    [0.4621, '46.2%'],
    [0.99951, '100.0%'],
    [1, '100.0%'],
  ])('share %d is %s', (share, text) => expect(formatShare(share)).toBe(text));

  it('says minutes below an hour and hours from one on', () => {
    expect(formatMinutes(59)).toEqual({ figure: '59', exact: '59', unit: 'min' });
    expect(formatMinutes(60)).toEqual({ figure: '1', exact: '1', unit: 'h' });
    expect(formatMinutes(115_200_000)).toEqual({ figure: '1.92M', exact: '1,920,000', unit: 'h' });
  });
});
