import type { ConsumerOverview, ConsumerTroubleShown } from '@linkage/contracts';

/** One line for each row, its cells below each other. */
export const alignedColumns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const number = new Intl.NumberFormat('en');

export const lagOf = ({ behind, lag }: Pick<ConsumerOverview, 'behind' | 'lag'>): string => {
  if (!behind) return '-';
  if (!lag) return 'yes';
  return lag.unit === 'facts' ? number.format(lag.amount) : `${number.format(Math.ceil(lag.amount / 1_024))} KiB`;
};

export const troubleLine = ({ message, at, fact }: ConsumerTroubleShown): string =>
  `${message}${fact ? ` At ${fact.type} ${fact.id}, stream ${fact.stream}, position ${fact.position}.` : ''} (${at})`;

/** One line for each, and under it what its last trouble was. */
export function consumersTable(consumers: readonly ConsumerOverview[]): readonly string[] {
  const head = ['NAME', 'KIND', 'VERSION', 'STATE', 'POSITION', 'BEHIND', 'FACTS/S', 'PARKED', 'ROWS'];
  const cells = consumers.map((one) => [
    one.name,
    one.kind,
    one.version === null ? '-' : String(one.version),
    stateOf(one),
    one.position ?? '-',
    lagOf(one),
    number.format(one.factsPerSecond),
    number.format(one.parked),
    one.rows === null ? '-' : number.format(one.rows),
  ]);
  const [heading = '', ...lines] = alignedColumns([head, ...cells]);
  return [heading, ...lines.flatMap((line, index) => [line, ...troublesOf(consumers[index])])];
}

const stateOf = ({ state, build }: ConsumerOverview): string => {
  if (build?.state !== 'building') return state;
  return `${state}, rebuilding${build.share === null ? '' : ` ${Math.floor(build.share * 100)} %`}`;
};

const troublesOf = (one: ConsumerOverview | undefined): readonly string[] => [
  ...(one?.lastError ? [`  last error: ${troubleLine(one.lastError)}`] : []),
  ...(one?.build?.error ? [`  last rebuild failed: ${troubleLine(one.build.error)}`] : []),
];
