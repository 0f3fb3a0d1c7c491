/** A workbench, not the product: monospace, one theme, hazard tape. */
export const controlCss = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#f3ecd9;color:#1b1a17;font:14px/20px "DejaVu Sans Mono","Liberation Mono",Consolas,monospace}
.tape{background:repeating-linear-gradient(135deg,#111 0 14px,#ffd400 14px 28px);height:10px}
.sb{background:#ffd400;color:#111;font-weight:700;padding:8px 20px;display:flex;gap:4px 16px;justify-content:space-between;flex-wrap:wrap}.sb h1{font:inherit;margin:0}
main{max-width:1180px;margin:0 auto;padding:24px;display:grid;gap:20px}main>*{min-width:0}
section{background:#fff;border:2px solid #1b1a17;padding:16px 20px}h2{margin:0 0 12px;font-size:14px;line-height:24px;text-transform:uppercase;letter-spacing:.04em}
h3{margin:20px 0 4px;font-size:14px;line-height:20px}h3:first-child{margin-top:0}h3+p{margin-bottom:8px}p{margin:0 0 12px}
.q{color:#57523f}.on{box-decoration-break:clone;-webkit-box-decoration-break:clone;background:#ffd400;color:#111;padding:2px 6px;font-weight:700}.e{color:#b3261e;font-weight:700}.mark{vertical-align:-3px;margin-right:8px;flex:none}
button,select,input{height:36px;font:700 14px/1 "DejaVu Sans Mono","Liberation Mono",Consolas,monospace;border:2px solid #1b1a17;border-radius:0;background:#fff;color:#1b1a17;padding:0 12px}
select,input{font-weight:400;max-width:100%}button{cursor:pointer;white-space:nowrap}button.y{background:#1c3fb8;color:#fff}button.r{background:#b3261e;color:#fff}button:hover{background:#ffd400;color:#111}button:disabled{opacity:.5}
:is(button,select,input,summary,a):focus-visible{outline:3px solid #1c3fb8;outline-offset:2px;position:relative;z-index:1}
.clk{display:flex;align-items:center;gap:12px 16px;flex-wrap:wrap}.clk time{display:block;font-size:24px;line-height:32px;font-weight:700}.clk .g{margin-left:auto}
.g{display:flex;flex-wrap:wrap;padding-left:2px}.g button{margin:0 0 -2px -2px}
.set{display:flex;gap:8px;align-items:center;flex-wrap:wrap;margin-top:12px;border-top:1px solid #d8d0b8;padding-top:12px}
.fault{display:flex;flex-wrap:wrap;gap:10px;align-items:center;padding:8px 0;border-top:1px solid #d8d0b8}.pf{white-space:nowrap;flex:0 0 112px}.fault ul{flex:1 1 100%;list-style:none;margin:0;padding:0;display:grid;gap:8px}.fault [name=kind]{flex:1 1 210px}.fault [name=person],.fault [name=path]{flex:1 1 140px;min-width:0}
.find{display:flex;flex-wrap:wrap;gap:10px;align-items:center;margin-bottom:12px}.find [type=search]{flex:1 1 220px;min-width:0}.find p{flex:1 1 100%;margin:0}.find p:empty{display:none}[aria-pressed=true]{background:#1b1a17;color:#fff}[hidden]{display:none!important}
.two{display:grid;grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);gap:20px;align-items:start}
.ppl,.log{margin:0;padding:0;list-style:none}.ppl li{display:flex;gap:4px 12px;align-items:center;padding:8px 0;border-top:1px solid #d8d0b8;flex-wrap:wrap}
.ppl img{display:block;flex:none;border:2px solid #1b1a17}.wh{flex:1 1 200px;min-width:0;overflow-wrap:anywhere}.ppl .g{flex:0 1 auto;min-width:0}.ppl button{height:32px;padding:0 8px;font-size:12px}
.tag{background:#fbdad7;color:#7d1912;padding:1px 6px;font-size:12px;white-space:nowrap}.tag.g{display:inline;background:#d9f0d4;color:#14521f}
dl.app{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 16px;margin:0}.app dt{grid-column:1;color:#57523f}.app dd{grid-column:2;margin:0;overflow-wrap:anywhere}
summary{cursor:pointer;padding:10px 0;font-weight:700;border-top:1px solid #d8d0b8}
[data-part=calls]{max-height:1180px;overflow:auto}.log li{display:grid;grid-template-columns:72px minmax(0,1fr);gap:10px;padding:3px 0}.log li>span{overflow-wrap:anywhere}.log time{color:#57523f}
.say{background:#fff;border:2px solid #1b1a17;padding:10px 14px;margin:0}.say.bad{border-color:#b3261e;color:#b3261e;font-weight:700}
@media(min-width:1100px){.fault{display:grid;grid-template-columns:112px minmax(190px,1.5fr) 144px 156px 1fr 1fr auto}.fault>:is(.st,ul){grid-column:2/-1}}
@media(max-width:1099px){.two{grid-template-columns:minmax(0,1fr)}[data-part=calls]{max-height:560px}.clk .g{margin-left:0}.pf{flex:1 1 100%;font-weight:700}}
@media(max-width:640px){.fault>:is(select,input,.r){flex:1 1 140px;min-width:0}main{padding:16px 12px}section{padding:14px 16px}button,select,input{height:44px}summary{line-height:44px}.fault [name=kind],.fault .r{flex:1 1 100%}
.clk time{font-size:18px}.ppl .g{flex-basis:100%}.ppl button{height:44px;flex:1}.set label{flex:1 1 100%}.set input{width:100%}}
`;
