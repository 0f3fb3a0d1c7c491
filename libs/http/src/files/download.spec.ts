import { attachment, downloadName } from './download';

it.each([
  ['Nordlys Agency', 'history-nordlys-agency-2026-11-25.csv'],
  ['../etc/passwd\r\n', 'history-etc-passwd-2026-11-25.csv'],
  ['田中', 'history-田中-2026-11-25.csv'],
  ['"!"', 'history-2026-11-25.csv'],
])('the file of %j is called %s', (workspace, name) =>
  expect(downloadName(['history', workspace, '2026-11-25'], 'csv')).toBe(name),
);

it('the header holds the name in ASCII and as it is', () =>
  expect(attachment('history-田中.csv')).toBe(
    'attachment; filename="history-__.csv"; filename*=UTF-8\'\'history-%E7%94%B0%E4%B8%AD.csv',
  ));
