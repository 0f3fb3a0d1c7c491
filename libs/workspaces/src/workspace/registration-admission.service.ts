import { Installation } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { OneTimeLinks } from './one-time-links.service';
import { registrationClosed, registrationNeedsLink } from './workspace.errors';

/** A visitor who may register, through the operator's link or without one. */
interface Admission {
  /** Before anything is kept for `place`. @throws link-invalid */
  claim(place: string): Promise<void>;
  letGo(): Promise<void>;
  spend(): Promise<unknown>;
}

const nothing = async (): Promise<void> => undefined;
const free: Admission = { claim: nothing, letGo: nothing, spend: nothing };

/** Whether a visitor may register: always, with a link of the operator, or never (`LINKAGE_REGISTRATION`). */
@Injectable()
export class RegistrationAdmission {
  constructor(
    private readonly installation: Installation,
    private readonly links: OneTimeLinks,
  ) {}

  /** @throws registration-closed, link-invalid */
  async admit(invitation: string | undefined): Promise<Admission> {
    const { registration } = this.installation;
    if (registration === 'open') return free;
    if (registration === 'closed') throw registrationClosed();
    if (invitation === undefined) throw registrationNeedsLink();
    await this.links.placeOf('register', invitation);
    return {
      claim: (place) => this.links.claim('register', invitation, place),
      letGo: () => this.links.letGo('register', invitation),
      spend: () => this.links.spend('register', invitation),
    };
  }
}
