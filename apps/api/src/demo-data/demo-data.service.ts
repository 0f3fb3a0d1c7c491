import type { DemoDataProgress } from '@linkage/contracts';
import { DomainError } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Desk } from './answers';
import { demoCreators, inviteAndConnect } from './demo-creators';

const none: DemoDataProgress = { state: 'none', creators: demoCreators.length, done: 0, problem: null };

/**
 * Fills workspaces with the demo's creators, each in the way of a person. How far it is stands in memory: a server that
 * starts anew has forgotten it.
 */
@Injectable()
export class DemoData implements BeforeApplicationShutdown {
  private readonly logger = new Logger('DemoData');
  private readonly loads = new Map<string, DemoDataProgress>();
  private isEnding = false;

  constructor(private readonly installation: Installation) {}

  beforeApplicationShutdown(): void {
    this.isEnding = true;
  }

  progressOf(workspaceId: string): DemoDataProgress {
    return this.loads.get(workspaceId) ?? none;
  }

  /** Goes on by itself. @throws conflict where creators were invited before */
  async start(workspaceId: string, desk: Desk): Promise<DemoDataProgress> {
    const before = this.progressOf(workspaceId);
    if (before.state === 'running') return before;
    this.loads.set(workspaceId, { ...none, state: 'running' });
    try {
      await expectEmpty(desk);
    } catch (error) {
      this.loads.set(workspaceId, before);
      throw error;
    }
    void this.load(workspaceId, desk);
    return this.progressOf(workspaceId);
  }

  private async load(workspaceId: string, desk: Desk): Promise<void> {
    const note = (progress: Partial<DemoDataProgress>): unknown =>
      this.loads.set(workspaceId, { ...this.progressOf(workspaceId), ...progress });
    try {
      for (const [index, creator] of demoCreators.entries()) {
        if (this.isEnding) return;
        await inviteAndConnect(this.installation.publicUrl, desk, creator);
        note({ done: index + 1 });
      }
      note({ state: 'finished' });
    } catch (error) {
      this.logger.error('The demo data was not loaded to its end.', error);
      note({ state: 'failed', problem: error instanceof Error ? error.message : null });
    }
  }
}

const expectEmpty = async (desk: Desk): Promise<void> => {
  const { counts } = (await desk.get('/api/invitations?limit=1')) as unknown as {
    counts: { all: number; withdrawn: number };
  };
  if (counts.all + counts.withdrawn > 0)
    throw new DomainError('conflict', 'conflict', 'Demo data goes into a workspace without invites only.');
};
