import type { MailQuotas } from '@linkage/contracts';
import type { Variables } from '@linkage/settings';

const NAME = 'LINKAGE_MAIL_QUOTAS';

const names: Readonly<Record<string, keyof MailQuotas>> = {
  'workspace-hour': 'workspaceHour',
  'workspace-day': 'workspaceDay',
  'invitation-day': 'invitationDay',
  'invitation-pause': 'invitationPauseSeconds',
  hour: 'installationHour',
};

const usualQuotas: MailQuotas = {
  workspaceHour: 100,
  workspaceDay: 500,
  invitationDay: 10,
  invitationPauseSeconds: 60,
  installationHour: 1_000,
};

/**
 * `workspace-hour=100,hour=1000`; what is left out is as usual. null: mails stay on this machine, and none are asked
 * for.
 */
export function mailQuotas(variables: Variables, leavesThisMachine: boolean): MailQuotas | null {
  const given = variables.text(NAME);
  if (given === undefined) return leavesThisMachine ? usualQuotas : null;
  const quotas = { ...usualQuotas };
  for (const part of given.split(',')) {
    const [, name = '', count = ''] = /^\s*([a-z-]+)\s*=\s*(\d{1,9})\s*$/.exec(part) ?? [];
    const field = Object.hasOwn(names, name) ? names[name] : undefined;
    if (field === undefined) {
      variables.trouble(
        NAME,
        `write it as workspace-hour=100,workspace-day=500; there are ${Object.keys(names).join(', ')}`,
      );
      return usualQuotas;
    }
    quotas[field as 'workspaceHour'] = Number(count);
  }
  return quotas;
}
