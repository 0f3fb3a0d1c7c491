/**
 * GET and POST /api/demo-data, in the demo only: how far the demo's creators are who are invited to this workspace and
 * connect their accounts.
 */
export interface DemoDataProgress {
  /** `none`: not asked for since the server started. */
  state: 'none' | 'running' | 'finished' | 'failed';
  creators: number;
  done: number;
  /** Why it ended early; only when it failed. */
  problem: string | null;
}
