import { Component, inject } from '@angular/core';
import { Avatar } from '@linkage/ui';
import { PageHeading } from '../shared/shell/page-heading';
import { SessionStore } from '../shared/session/session-store';
import { ChangeEmail } from './change-email';
import { ChangeName } from './change-name';
import { ChangePassword } from './change-password';
import { PreferencesForm } from './preferences-form';
import { SessionList } from './session-list';

/** What belongs to the signed-in member alone. */
@Component({
  selector: 'app-your-account',
  imports: [Avatar, ChangeEmail, ChangeName, ChangePassword, PageHeading, PreferencesForm, SessionList],
  template: `
    @if (sessions.session(); as session) {
      <header>
        <lk-avatar [name]="session.member.name" size="big" />
        <div>
          <h1 appPageHeading>Your account</h1>
          <p
            ><bdi>{{ session.member.name }}</bdi> · {{ session.member.role === 'owner' ? 'owner' : 'member' }} of
            <bdi>{{ session.workspace.name }}</bdi></p
          >
        </div>
      </header>
      <section aria-labelledby="name-title">
        <div class="about"><h2 id="name-title">Name</h2><p>How creators and other members know you.</p></div>
        <app-change-name />
      </section>
      <section aria-labelledby="email-title">
        <div class="about"><h2 id="email-title">E-mail</h2><p>What you sign in with, and where we write to.</p></div>
        <app-change-email />
      </section>
    }
    <section aria-labelledby="preferences-title">
      <div class="about"
        ><h2 id="preferences-title">Preferences</h2><p>They follow you to every browser that you sign in with.</p></div
      >
      <app-preferences-form />
    </section>
    <section aria-labelledby="password-title">
      <div class="about"><h2 id="password-title">Password</h2><p>All other sessions end when it changes.</p></div>
      <app-change-password (changed)="list.reload()" />
    </section>
    <section aria-labelledby="sessions-title">
      <div class="about"
        ><h2 id="sessions-title">Where you are signed in</h2><p>Sign out what you do not know or no longer use.</p></div
      >
      <app-session-list #list />
    </section>
  `,
  styleUrl: './your-account.css',
})
export class YourAccount {
  protected readonly sessions = inject(SessionStore);
}
