import { computed, signal } from '@angular/core';
import { newCommandKey, type ApiError } from '@linkage/api-client';
import { EMAIL_INCOMPLETE, isEmailAddress, nameAdvice, nameFault, type RegistrationMode } from '@linkage/contracts';
import type { RegisterRequest } from '@linkage/contracts/requests';

type FieldName = Exclude<keyof RegisterRequest, 'invitation'>;
const names: readonly FieldName[] = ['workspaceName', 'name', 'email', 'password'];

/** Why this page cannot register a visitor, and the way in; null: the form is there. */
export const whyClosed = (
  registration: RegistrationMode,
  hasLink: boolean,
): { readonly heading: string; readonly way: string } | null => {
  if (registration === 'open' || (registration === 'invite' && hasLink)) return null;
  return registration === 'closed'
    ? { heading: 'Registration is closed here.', way: 'Ask the operator of this installation for a workspace.' }
    : {
        heading: 'Registering takes a link here.',
        way: 'Ask the operator of this installation for one, and open it.',
      };
};

/** What is typed into the registration form, and what stands in the way. */
export class Registration {
  readonly workspaceName = signal('');
  readonly name = signal('');
  readonly email = signal('');
  readonly password = signal('');
  readonly sending = signal(false);
  /** From the operator's link. */
  readonly invitation = signal<string | null>(null);
  /** What the server says that belongs to no field. */
  readonly problem = signal<string | null>(null);
  private readonly left = signal<ReadonlySet<FieldName>>(new Set());
  private readonly refused = signal<{ fields: Partial<Record<FieldName, string>>; sent: RegisterRequest } | null>(null);
  private key: { of: string; key: string } | undefined;

  readonly request = computed<RegisterRequest>(() => ({
    workspaceName: this.workspaceName().trim(),
    name: this.name().trim(),
    email: this.email().trim(),
    password: this.password(),
    ...(this.invitation() !== null && { invitation: this.invitation() ?? '' }),
  }));

  readonly obstacle = computed(() => {
    const { workspaceName, name, email, password } = this.request();
    if (this.sending()) return 'Creating your workspace …';
    if ([workspaceName, name, email, password].includes('')) return 'Fill in all four fields to go on.';
    if (this.fault('email') !== null) return 'Fix the e-mail to go on.';
    return names.some((field) => this.fault(field) !== null) ? 'Fix what is marked to go on.' : null;
  });

  /** What stands in the fields when the form is sent; from then on every fault is said. */
  take(filled: Readonly<Record<FieldName, string>>): void {
    for (const field of names) this[field].set(filled[field]);
    this.left.set(new Set(names));
  }

  leave(field: FieldName): void {
    this.left.update((left) => new Set(left).add(field));
  }

  /** Said only after the field was left, or by the server. */
  error(field: FieldName): string | null {
    return this.left().has(field) || this.refused() !== null ? this.fault(field) : null;
  }

  commandKey(): string {
    const of = JSON.stringify(this.request());
    if (this.key?.of !== of) this.key = { of, key: newCommandKey() };
    return this.key.key;
  }

  refuse(error: ApiError): void {
    const fields: Partial<Record<FieldName, string>> = {};
    for (const name of names) {
      const message = error.field(name);
      if (message !== undefined) fields[name] = message;
    }
    if (error.code === 'email-already-registered') fields.email ??= error.message;
    if (Object.keys(fields).length === 0) this.problem.set(error.message);
    else this.refused.set({ fields, sent: this.request() });
  }

  private fault(field: FieldName): string | null {
    const value = this.request()[field];
    const refused = this.refused();
    const said = refused?.fields[field];
    if (said !== undefined && refused?.sent[field] === value) return said;
    if (value === '') return null;
    if (field === 'email') return isEmailAddress(value) ? null : EMAIL_INCOMPLETE;
    if (field === 'password') return value.length < 10 ? `At least 10 characters (${10 - value.length} more).` : null;
    const most = field === 'workspaceName' ? 100 : 200;
    if (value.length > most) return `Use at most ${most} characters.`;
    const fault = nameFault(value);
    return fault === null || fault === 'empty' ? null : nameAdvice[fault];
  }
}
