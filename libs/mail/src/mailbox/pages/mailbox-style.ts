/** Roles and values of the visual design (tokens), for the few parts that these pages have. */
export const mailboxStyle = `
:root { color-scheme: light dark;
  --canvas: light-dark(#f6f4f7, #120e13); --surface: light-dark(#ffffff, #19151a); --sunken: light-dark(#faf8fa, #151116); --hover: light-dark(#f9f5f9, #201b21);
  --line: light-dark(#e6e2e6, #2e292f); --ink: light-dark(#221b23, #edeaed); --ink-2: light-dark(#59515a, #bab3ba); --ink-3: light-dark(#6d666e, #9f999f);
  --accent: light-dark(#7a2c75, #d9a2d7); --accent-hover: light-dark(#642060, #e7b9e5); --on-accent: light-dark(#ffffff, #2b0829);
  --soft: light-dark(#faecf8, #382037); --on-soft: light-dark(#642060, #f3cdef); --focus: light-dark(#a72fa1, #ec92e5);
  --font: "Inter Variable", Inter, "Noto Sans", system-ui, sans-serif; }
* { box-sizing: border-box; }
html { font: 400 14px/20px var(--font); color: var(--ink); background: var(--canvas); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; }
h1, h2, p, ol, dl, dd, pre { margin: 0; padding: 0; }
a { color: inherit; text-decoration: none; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
main:focus { outline: none; }
.vh, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.skip:focus { position: absolute; top: 8px; left: 8px; z-index: 1; padding: 8px 12px; background: var(--surface); border-radius: 8px; }
.top { display: flex; align-items: center; justify-content: space-between; gap: 16px; width: 100%; max-width: 960px; margin: 0 auto; padding: 12px 24px; }
.brand { display: flex; align-items: center; gap: 10px; min-height: 44px; font: 600 15px/20px var(--font); letter-spacing: -.01em; }
.brand svg { width: 22px; height: 22px; color: var(--accent); }
.b { display: inline-flex; align-items: center; min-height: 36px; padding: 0 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); font: 500 13px/20px var(--font); white-space: nowrap; }
.b:hover { background: var(--hover); }
.b.pri { background: var(--accent); border-color: transparent; color: var(--on-accent); }
.b.pri:hover { background: var(--accent-hover); }
main { flex: 1; display: flex; flex-direction: column; width: 100%; max-width: 960px; margin: 0 auto; padding: 0 24px 24px; }
.sheet { flex: 1; display: flex; flex-direction: column; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.head { padding: 20px 24px 16px; border-bottom: 1px solid var(--line); }
.head h1 { font: 600 20px/28px var(--font); letter-spacing: -.015em; overflow-wrap: anywhere; }
.head p { color: var(--ink-2); }
.mails { list-style: none; }
.mails a { display: grid; grid-template-columns: 32px minmax(0, 1fr) auto; gap: 0 12px; padding: 10px 24px; border-bottom: 1px solid var(--line); }
.mails a:hover { background: var(--hover); }
.mails a:focus-visible { outline-offset: -2px; border-radius: 8px; }
.av { grid-row: span 2; align-self: center; width: 32px; height: 32px; border-radius: 50%; display: grid; place-items: center; background: var(--soft); color: var(--on-soft); font: 600 13px/1 var(--font); }
.address { margin-left: 4px; font-weight: 400; color: var(--ink-3); }
.who .address:first-child { margin: 0; font-weight: 500; color: inherit; }
dd .name { color: var(--ink); font-weight: 500; margin-right: 4px; }
.who { font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
time { font: 400 12px/20px var(--font); color: var(--ink-3); font-variant-numeric: tabular-nums; white-space: nowrap; }
.what { grid-column: 2 / -1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 13px; color: var(--ink-3); }
.what b { font-weight: 400; color: var(--ink-2); }
.what b::after { content: " \\00b7 "; color: var(--ink-3); }
.foot { padding: 16px 24px; }
.empty { margin: auto; padding: 48px 24px; max-width: 420px; display: grid; justify-items: center; gap: 8px; text-align: center; }
.empty svg { color: var(--ink-3); max-width: 100%; margin-bottom: 8px; }
.empty h1, .empty h2 { font: 600 16px/24px var(--font); }
.empty p { color: var(--ink-2); }
.empty p:last-child { margin-top: 8px; }
.back { display: inline-flex; align-items: center; min-height: 32px; margin-bottom: 4px; font: 500 13px/20px var(--font); color: var(--accent); }
.back::before { content: "\\2190"; margin-right: 6px; }
.back:hover { text-decoration: underline; text-underline-offset: 3px; }
dl { display: flex; flex-wrap: wrap; gap: 4px 24px; margin-top: 8px; font: 400 13px/20px var(--font); }
dl div { display: flex; gap: 8px; min-width: 0; }
dt { color: var(--ink-3); }
dd { color: var(--ink-2); overflow-wrap: anywhere; }
dd time { font-size: 13px; color: inherit; }
.tabs { display: flex; gap: 24px; padding: 0 24px; border-bottom: 1px solid var(--line); overflow-x: auto; }
.tabs a { display: flex; align-items: center; justify-content: center; min-width: 44px; height: 44px; font: 500 13px/20px var(--font); color: var(--ink-2); border-bottom: 2px solid transparent; margin-bottom: -1px; white-space: nowrap; }
.tabs a[aria-current] { color: var(--ink); border-color: var(--accent); }
.tabs a:focus-visible { outline-offset: -2px; }
.mail iframe { flex: 1; width: 100%; min-height: 840px; border: 0; background: var(--canvas); }
pre { flex: 1; padding: 20px 24px; background: var(--sunken); font: 400 13px/20px ui-monospace, "Noto Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
pre.text { font: 400 14px/22px var(--font); background: none; }
@media (max-width: 600px) {
  .top { padding: 8px 16px; } main { padding: 0; } .sheet { border-width: 1px 0 0; border-radius: 0; }
  .head, .mails a, pre { padding-left: 16px; padding-right: 16px; } .tabs { padding: 0 16px; } .b, .back { min-height: 44px; }
  .mails a { padding-top: 12px; padding-bottom: 12px; } .what { white-space: normal; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; }
}
`;
