import type { Installation } from './installation';

import type { PlatformId as Platform } from '@linkage/platform-guide';

export type ShownFigure = 'views' | 'likes' | 'comments' | 'shares' | 'reach';

export interface SandboxRecord {
  readonly followers: number;
  readonly following: number;
  readonly posts: readonly {
    readonly id: string;
    /** ISO UTC. */
    readonly publishedAt: string;
    readonly title: string;
    readonly figures: Readonly<Record<ShownFigure, number>>;
  }[];
}

/** The sandbox's control API: what its control page does with buttons. */
export const sandboxOf = ({ sandboxUrl }: Installation) => {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${sandboxUrl}/control/api/${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    moveClock: (hours: number) => ask('POST', 'clock', { advanceMs: hours * 3_600_000 }),
    /** From now on its figures stay as they are. */
    stopClock: () => ask('POST', 'clock', { pause: true }),
    /** What the sandbox itself knows of a person. */
    record: async (platform: Platform, id: string): Promise<SandboxRecord> =>
      (await ask('GET', `people/${platform}/${id}`)) as SandboxRecord,
    /** What a person does to an account there; posts: the newest one. */
    change: (platform: Platform, id: string, what: 'change-avatar' | 'edit-post' | 'delete-post' | 'restore-posts') =>
      ask('POST', `people/${platform}/${id}/${what}`),
    rename: (platform: Platform, id: string, to: string) => ask('POST', `people/${platform}/${id}/rename`, { to }),
    /** The creator takes the permission back in the platform's own settings. */
    revoke: (platform: Platform, id: string) => ask('POST', `people/${platform}/${id}/revoke`),
    fault: (platform: Platform, kind: '500' | '429' | 'refused') => ask('PUT', `faults/${platform}`, { kind }),
    clearFault: (platform: Platform) => ask('DELETE', `faults/${platform}`),
  };
};
