import { html, type Html } from '../http/html';
import type { Sandbox } from '../sandbox';
import { hour } from '../world/growth';
import { appPart } from './app-part';
import { faultsPart } from './faults-part';
import { callsPart, peoplePart } from './lists-part';

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
  timeZone: 'UTC',
});

/** `2 d 3 h ahead` */
function movedText(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const units = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const text = units
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
  return text === '' ? 'the real time' : `${text} ${ms > 0 ? 'ahead of' : 'behind'} the real time`;
}

const move = (label: string, body: object, more = ''): Html =>
  html`<button class="${more}" data-method="POST" data-path="/control/api/clock" data-body="${JSON.stringify(body)}"
    >${label}</button
  >`;

export function clockPart({ clock }: Sandbox): Html {
  const { now, movedBy, running } = clock.read();
  return html`<div class="clk"
    ><div
      ><time datetime="${now}" data-running="${String(running)}"
        >${format.format(new Date(now)).replaceAll(',', '')} UTC</time
      ><span class="q">${running ? 'running' : html`<span class="on">paused</span>`}, ${movedText(movedBy)}</span></div
    >
    <div class="g"
      >${running ? move('pause', { pause: true }) : move('run', { resume: true })}${move('+1 h', { advanceMs: hour })}${move('+24 h', { advanceMs: 24 * hour }, 'y')}${move('+7 d', { advanceMs: 168 * hour })}${move('+60 d', { advanceMs: 1440 * hour })}${move('back to now', { reset: true })}</div
    ></div
  >`;
}

/** Parts carry the address they are read from again when something changes. */
export const controlPage = (sandbox: Sandbox): Html =>
  html`<!doctype html>
    <html lang="en"
      ><head
        ><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Platform sandbox · control</title
        ><link rel="icon" href="/assets/icon.svg" /><link rel="stylesheet" href="/assets/control.css" /><script
          src="/assets/control.js"
          defer
        ></script></head
      ><body>
        <div class="tape"></div
        ><header class="sb"
          ><h1>PLATFORM SANDBOX / control</h1><span>nothing here reaches a real platform</span></header
        >
        <main>
          <noscript
            ><p class="say bad"
              >The knobs of this page need JavaScript. The same can be done by its API under /control/api.</p
            ></noscript
          >
          <p class="say" role="status" hidden></p>
          <section
            ><h2>Clock</h2><div data-part="clock">${clockPart(sandbox)}</div>
            <form class="set" data-set-clock
              ><label>Set to <input type="datetime-local" name="at" step="60" required /></label
              ><span class="q">UTC</span><button>set</button></form
            ></section
          >
          <section
            ><h2>Faults per platform</h2
            ><p class="q"
              >What the next calls of servers get instead of the truth. Pages that people see are never hit.</p
            ><div data-part="faults">${faultsPart(sandbox)}</div></section
          >
          <section
            ><h2>Registered app</h2
            ><p class="q"
              >The same at every platform. A redirect URI counts only if it is the same character by character. Change
              them with SANDBOX_REDIRECT_URIS or PUT /control/api/redirect-uris.</p
            ><div data-part="app">${appPart(sandbox)}</div></section
          >
          <div class="two"
            ><section
              ><h2>People</h2>
              <form class="find" role="search" data-find
                ><input type="search" name="q" placeholder="Search people" aria-label="Search people" />
                <div class="g" role="group" aria-label="Platform"
                  ><button type="button" data-tab="" aria-pressed="true">all</button
                  >${sandbox.world.platforms.map(({ id }) => html`<button type="button" data-tab="${id}" aria-pressed="false">${id}</button>`)}</div
                ><p class="q" role="status" data-found></p></form
              ><div data-part="people">${peoplePart(sandbox)}</div></section
            >
            <section
              ><h2>Last calls</h2
              ><div data-part="calls" tabindex="0" role="group" aria-label="Last calls"
                >${callsPart(sandbox)}</div
              ></section
            ></div
          >
        </main></body
      ></html
    >`;
