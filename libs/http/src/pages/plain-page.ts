const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

const style = `
:root{color-scheme:light dark;--canvas:#f6f4f7;--surface:#fff;--sunken:#faf8fa;--line:#e6e2e6;--ink:#221b23;--ink-2:#59515a;--accent:#7a2c75;--accent-hover:#642060;--on-accent:#fff;--focus:#a72fa1}
@media(prefers-color-scheme:dark){:root{--canvas:#120e13;--surface:#19151a;--sunken:#151116;--line:#2e292f;--ink:#edeaed;--ink-2:#bab3ba;--accent:#d9a2d7;--accent-hover:#e7b9e5;--on-accent:#2b0829;--focus:#ec92e5}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:400 14px/20px "Inter Variable","Noto Sans",system-ui,sans-serif}
main{max-width:600px;margin:48px auto;padding:32px;background:var(--surface);border:1px solid var(--line);border-radius:12px}
.brand{display:flex;align-items:center;gap:12px;font-weight:600;margin-bottom:32px}
.brand svg{width:20px;color:var(--accent)}
h1{font-size:20px;line-height:28px;font-weight:600;margin:0 0 8px}
h2{font-size:14px;line-height:20px;font-weight:600;margin:32px 0 8px}
p{margin:0;color:var(--ink-2)}
a.go{display:inline-flex;align-items:center;min-height:40px;margin-top:24px;padding:8px 16px;border-radius:8px;background:var(--accent);color:var(--on-accent);font-weight:500;text-decoration:none;overflow-wrap:anywhere}
a.go:hover{background:var(--accent-hover)}
a.go:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0;padding:12px 16px;background:var(--sunken);border:1px solid var(--line);border-radius:8px}
dt{color:var(--ink-2)}
dd{margin:0}
dd,code{overflow-wrap:anywhere}
ul{margin:16px 0 0;padding-left:20px;color:var(--ink-2)}
li+li{margin-top:8px}
code,dd{font:400 13px/20px ui-monospace,"SF Mono",Menlo,Consolas,monospace;color:var(--ink)}
@media(max-width:640px){body{background:var(--surface)}main{margin:0;padding:24px 20px;border:0;border-radius:0}dl{grid-template-columns:1fr;gap:0}dd+dt{margin-top:8px}}
`;

/** A page of ours that stands alone: no script, no picture, nothing that is loaded. `main` is markup. */
export const plainPage = ({
  title,
  main,
  nonce,
}: {
  title: string;
  main: string;
  nonce: string;
}): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(title)} · Linkage</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<div class="brand"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.25" aria-hidden="true"><circle cx="6.5" cy="17.5" r="3.75"/><circle cx="17.5" cy="6.5" r="3.75" fill="currentColor"/><path d="M9.3 14.7l5.4-5.4"/></svg>Linkage</div>
${main}
</main>
</body>
</html>
`;

export const plainPagePolicy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
