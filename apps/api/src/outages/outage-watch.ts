import type { Check } from '../health/readiness';

/** How often an outage that lasts is told again. */
export const TOLD_AGAIN_AFTER_MS = 30_000;

const names: Readonly<Record<string, string>> = {
  'event-log': 'The event log',
  'read-store': 'The read store',
  vault: 'The vault',
  'data-folder': 'The data folder',
};

/** What to say about stores that are away: once when they go, again every so often, once when they come back. */
export class OutageWatch {
  private readonly away = new Map<string, { readonly since: number; toldAt: number }>();

  lines(checks: readonly Check[], now: number): readonly string[] {
    return checks.flatMap((check) => (check.ok ? this.back(check, now) : this.gone(check, now)));
  }

  private gone({ name, note }: Check, now: number): readonly string[] {
    const known = this.away.get(name);
    if (known && now - known.toldAt < TOLD_AGAIN_AFTER_MS) return [];
    this.away.set(name, { since: known?.since ?? now, toldAt: now });
    const still = known ? `still (for ${Math.round((now - known.since) / 1000)} s) ` : '';
    return [
      `${names[name] ?? name} ${still}cannot be used: ${sentence(note ?? 'it does not say why')} Waiting for it; Linkage goes on by itself.`,
    ];
  }

  private back({ name }: Check, now: number): readonly string[] {
    const known = this.away.get(name);
    if (!known) return [];
    this.away.delete(name);
    return [`${names[name] ?? name} can be used again, after ${Math.round((now - known.since) / 1000)} s.`];
  }
}

const sentence = (note: string): string => (note.endsWith('.') ? note : `${note}.`);
