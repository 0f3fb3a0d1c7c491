import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The member behind the session of a request. Everything a member does and sees is bound to `workspaceId`. */
export interface SignedInMember {
  readonly memberId: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'member';
  /** Invitation mails are asked for only after this member has confirmed the e-mail. */
  readonly mustConfirmEmail: boolean;
}

/** The member behind the request's session. The session guard puts it there; a `@Public()` route has none. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): SignedInMember =>
  memberOf(context),
);

/** The same for a guard or interceptor. */
export const memberOf = (context: ExecutionContext): SignedInMember => {
  const { user } = context.switchToHttp().getRequest<{ user?: SignedInMember }>();
  if (!user) throw new Error('A @Public() route asks for its member: there is no session');
  return user;
};
