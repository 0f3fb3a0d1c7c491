import { Injectable, Injector, inject } from '@angular/core';

/** Puts a text on the clipboard that is still on its way, within the click that asked for it. */
@Injectable({ providedIn: 'root' })
export class Copying {
  private readonly injector = inject(Injector);

  /** false: this browser does not let us. Rejects when the text cannot be had. */
  async copy(text: Promise<string>): Promise<boolean> {
    return (await this.write(text)) || this.copyOld(await text);
  }

  /** As browsers without a clipboard do. */
  private async copyOld(text: string): Promise<boolean> {
    const { Clipboard } = await import('@angular/cdk/clipboard');
    return this.injector.get(Clipboard).copy(text);
  }

  private async write(text: Promise<string>): Promise<boolean> {
    // No clipboard outside https and localhost, whatever the types say.
    const clipboard = navigator.clipboard as Clipboard_ | undefined;
    if (clipboard === undefined) return false;
    try {
      // Safari allows writing only within the click: it takes a promise of the text.
      const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }));
      if (typeof ClipboardItem === 'function') await clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      else await clipboard.writeText(await text);
      return true;
    } catch {
      await text;
      return false;
    }
  }
}

type Clipboard_ = Navigator['clipboard'];
