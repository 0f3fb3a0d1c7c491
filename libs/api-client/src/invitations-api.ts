import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  Accepted,
  BulkActionAccepted,
  BulkActionList,
  ImportAccepted,
  ImportList,
  InvitationAccepted,
  InvitationFunnel,
  InvitationLink,
  InvitationLinks,
  InvitationList,
  InvitationListParameters,
  InvitationProgress,
  InvitedBeforeAnswer,
  MessagePreview,
  MessageTemplateAnswer,
  MessageTested,
  PassedOverList,
  Plan,
} from '@linkage/contracts';
import type {
  IssueInvitationRequest,
  PreviewMessageRequest,
  ResendInvitationRequest,
  SaveMessageTemplateRequest,
  SelectedInvitationsRequest,
  StartBulkActionRequest,
  StartImportRequest,
  TestMessageRequest,
  UploadRowsRequest,
  WithdrawInvitationRequest,
} from '@linkage/contracts/requests';
import { Requests, type DownloadedFile } from './requests';

const at = (invitationId: string, what: string): string =>
  `/api/invitations/${encodeURIComponent(invitationId)}/${what}`;

@Injectable({ providedIn: 'root' })
export class InvitationsApi {
  private readonly requests = inject(Requests);

  list(parameters: InvitationListParameters): Observable<InvitationList> {
    return this.requests.query('/api/invitations', { ...parameters });
  }

  /** What the workspace may use, and how much of it is used. */
  plan(): Observable<Plan> {
    return this.requests.query('/api/plan');
  }

  /** `email-already-invited`, `staging-limit-reached`, `staging-expired`, `invalid-request` */
  issue(request: IssueInvitationRequest, key?: string): Observable<InvitationAccepted> {
    return this.requests.command('/api/invitations', request, key);
  }

  resend(invitationId: string, request: ResendInvitationRequest = {}): Observable<Accepted> {
    return this.requests.command(at(invitationId, 'resend'), request);
  }

  messageTemplate(): Observable<MessageTemplateAnswer> {
    return this.requests.query('/api/invitations/message-template');
  }

  saveMessageTemplate(request: SaveMessageTemplateRequest): Observable<unknown> {
    return this.requests.put('/api/invitations/message-template', request);
  }

  previewMessage(request: PreviewMessageRequest): Observable<MessagePreview> {
    return this.requests.command('/api/invitations/message-preview', request);
  }

  /** `test-not-sent`, `email-not-confirmed`, `mail-quota-exceeded` */
  testMessage(request: TestMessageRequest): Observable<MessageTested> {
    return this.requests.command('/api/invitations/message-test', request);
  }

  /** The newest mail that was asked for again. `mail-already-sent` */
  undoMail(invitationId: string): Observable<Accepted> {
    return this.requests.command(at(invitationId, 'undo-mail'));
  }

  /** `nothing-to-reconnect`, `mail-asked-recently` */
  askToReconnect(invitationId: string): Observable<Accepted> {
    return this.requests.command(at(invitationId, 'ask-to-reconnect'));
  }

  withdraw(invitationId: string, request: WithdrawInvitationRequest): Observable<Accepted> {
    return this.requests.command(at(invitationId, 'withdraw'), request);
  }

  undoWithdrawal(invitationId: string): Observable<Accepted> {
    return this.requests.command(at(invitationId, 'undo-withdrawal'));
  }

  /** How far one invite got, with times. */
  progress(invitationId: string): Observable<InvitationProgress> {
    return this.requests.query(at(invitationId, 'progress'));
  }

  /** `month`: of the invites issued in it, `2026-11`; absent: of all. */
  funnel(month?: string): Observable<InvitationFunnel> {
    return this.requests.query('/api/invitations/funnel', { ...(month !== undefined && { month }) });
  }

  link(invitationId: string): Observable<InvitationLink> {
    return this.requests.query(at(invitationId, 'link'));
  }

  /** Places of those e-mails that were invited before; at most 1,000 are asked about at once. */
  invitedBefore(emails: readonly string[]): Observable<InvitedBeforeAnswer> {
    return this.requests.command('/api/invitations/invited-before', { emails });
  }

  uploadRows(importId: string, part: number, request: UploadRowsRequest): Observable<unknown> {
    return this.requests.put(`/api/invitations/imports/${importId}/parts/${part}`, request);
  }

  /** `rows-refused`, `rows-missing`, `staging-limit-reached`, `email-not-confirmed` */
  startImport(importId: string, request: StartImportRequest): Observable<ImportAccepted> {
    return this.requests.command(`/api/invitations/imports/${importId}/start`, request);
  }

  imports(): Observable<ImportList> {
    return this.requests.query('/api/invitations/imports');
  }

  /** `no-mail-server`, `email-not-confirmed`, `too-many-selected`; the same `bulkId` again does nothing. */
  startBulk(request: StartBulkActionRequest): Observable<BulkActionAccepted> {
    return this.requests.command('/api/invitations/bulk', request);
  }

  bulkActions(): Observable<BulkActionList> {
    return this.requests.query('/api/invitations/bulk');
  }

  /** `undo-over` */
  undoBulk(bulkId: string): Observable<Accepted> {
    return this.requests.command(`/api/invitations/bulk/${bulkId}/undo`);
  }

  passedOver(bulkId: string): Observable<PassedOverList> {
    return this.requests.query(`/api/invitations/bulk/${bulkId}/passed-over`);
  }

  /** Of at most 1,000. `too-many-selected` */
  links(selected: SelectedInvitationsRequest): Observable<InvitationLinks> {
    return this.requests.command('/api/invitations/links', selected);
  }

  exportSelected(selected: SelectedInvitationsRequest): Observable<DownloadedFile> {
    return this.requests.file('/api/invitations/export', selected);
  }
}
