import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  Accepted,
  InvitationAccepted,
  InvitationLink,
  InvitationList,
  InvitationListParameters,
} from '@linkage/contracts';
import type { IssueInvitationRequest, WithdrawInvitationRequest } from '@linkage/contracts/requests';
import { Requests } from './requests';

const at = (invitationId: string, what: string): string =>
  `/api/invitations/${encodeURIComponent(invitationId)}/${what}`;

@Injectable({ providedIn: 'root' })
export class InvitationsApi {
  private readonly requests = inject(Requests);

  list(parameters: InvitationListParameters): Observable<InvitationList> {
    return this.requests.query('/api/invitations', { ...parameters });
  }

  /** `email-already-invited`, `invalid-request` */
  issue(request: IssueInvitationRequest, key?: string): Observable<InvitationAccepted> {
    return this.requests.command('/api/invitations', request, key);
  }

  resend(invitationId: string): Observable<Accepted> {
    return this.requests.command(at(invitationId, 'resend'));
  }

  withdraw(invitationId: string, request: WithdrawInvitationRequest): Observable<Accepted> {
    return this.requests.command(at(invitationId, 'withdraw'), request);
  }

  undoWithdrawal(invitationId: string): Observable<Accepted> {
    return this.requests.command(at(invitationId, 'undo-withdrawal'));
  }

  link(invitationId: string): Observable<InvitationLink> {
    return this.requests.query(at(invitationId, 'link'));
  }
}
