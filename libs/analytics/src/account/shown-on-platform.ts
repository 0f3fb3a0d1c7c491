import type { AccountProfile, ContentCard, ContentType, Figure, PlatformId } from '@linkage/contracts';
import { platformData, type DataPoint } from '@linkage/platform-guide';

type Known<Name extends string> = Readonly<Partial<Record<Name, Figure>>>;

/** Nothing is a bare blank: what was never captured is not known yet, or never offered. */
export const whenNotCaptured = (point: DataPoint | undefined): { readonly is: 'not-yet' | 'not-offered' } => ({
  is: point?.notOffered === undefined ? 'not-yet' : 'not-offered',
});

const inOrder = <Name extends string>(
  points: Readonly<Partial<Record<Name, DataPoint>>>,
  figures: Known<Name>,
): { name: Name; figure: Figure }[] =>
  (Object.keys(points) as Name[]).map((name) => ({ name, figure: figures[name] ?? whenNotCaptured(points[name]) }));

/** The figures that a profile on this platform shows, in the order in which they are shown. */
export const profileFigures = (
  platform: PlatformId,
  figures: Known<AccountProfile['figures'][number]['name']>,
): AccountProfile['figures'] => inOrder(platformData[platform].profile, figures);

/** The same for a post: the same names on every card, whatever its type. */
export const cardFigures = (
  platform: PlatformId,
  figures: Known<ContentCard['figures'][number]['name']>,
): ContentCard['figures'] =>
  inOrder(platformData[platform].content, figures).filter(
    ({ name }) => platformData[platform].content[name].onCards !== false,
  );

/** Types that the platform's content can have, the most usual first (R111, R112). */
export const contentTypesOn = (platform: PlatformId): readonly ContentType[] =>
  platformData[platform].contentTypes.map(({ type }) => type);
