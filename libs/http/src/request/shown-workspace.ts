import { WORKSPACE_HEADER } from '@linkage/contracts';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem-exception';
import type { SignedInMember } from './signed-in-member';

/**
 * A page says which workspace it shows; a client that shows none says nothing.
 * @throws ProblemException `other-workspace` when that is not the workspace of the session
 */
export function checkShownWorkspace(request: FastifyRequest, { workspaceId }: SignedInMember): void {
  const shown = request.headers[WORKSPACE_HEADER.toLowerCase()];
  if (shown !== undefined && shown !== workspaceId) throw ProblemException.otherWorkspace();
}
