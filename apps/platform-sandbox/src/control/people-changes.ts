import type { Sandbox } from '../sandbox';
import type { AccountChanges } from '../world/changes';
import type { PlatformTraits } from '../world/platform-traits';

/** What a person can change of an account, beside its access. Posts: the newest one that is there. */
export const changeNames = ['rename', 'change-avatar', 'edit-post', 'delete-post', 'restore-posts'] as const;
export type ChangeName = (typeof changeNames)[number];

const told: Readonly<Record<ChangeName, string>> = {
  rename: 'took another handle',
  'change-avatar': 'took another picture',
  'edit-post': 'edited the newest post',
  'delete-post': 'deleted the newest post',
  'restore-posts': 'brought deleted posts back',
};

/** `name_2`, then `name_3`: without a sign that not every platform has in handles. */
const nextHandle = (handle: string): string => {
  const [, name = handle, number = '1'] = /^(.*?)_(\d+)$/.exec(handle) ?? [];
  return `${name}_${Number(number) + 1}`;
};

/**
 * @returns false: there is no post that could be changed. `to`: the handle that is taken; absent: the next one of the
 * same name.
 */
export function changeAccount(
  sandbox: Sandbox,
  traits: PlatformTraits,
  id: string,
  name: ChangeName,
  to?: string,
): boolean {
  const { changes, clock, world } = sandbox;
  const account = world.of(traits).get(id);
  if (account === undefined) return false;
  const before = changes.of(traits.id, id);
  const newest = account.feed.newest(clock.now());
  if (newest === undefined && (name === 'edit-post' || name === 'delete-post')) return false;
  const k = newest?.k ?? 0;
  const change: Readonly<Record<ChangeName, () => AccountChanges>> = {
    rename: () => ({ handle: to ?? nextHandle(before.handle ?? id) }),
    'change-avatar': () => ({ avatar: (before.avatar ?? 0) + 1 }),
    'edit-post': () => ({ edited: { ...before.edited, [k]: `${newest?.title ?? ''} (edited)` } }),
    'delete-post': () => ({ deleted: [...(before.deleted ?? []), k] }),
    'restore-posts': () => ({ deleted: [] }),
  };
  changes.put(traits.id, id, change[name]());
  account.feed.change(changes.of(traits.id, id));
  sandbox.calls.add({
    at: new Date(clock.now()).toISOString(),
    platform: traits.id,
    method: 'person',
    path: id,
    status: null,
    note: told[name],
  });
  return true;
}
