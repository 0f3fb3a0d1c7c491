/** Serif, square, cream and cobalt: none of Linkage's look. One theme. */
export const consentCss = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#f3ecd9;color:#1b1a17;font:17px/26px Georgia,"DejaVu Serif","Liberation Serif","Noto Serif",serif;min-height:100vh}
.tape{background:repeating-linear-gradient(135deg,#111 0 14px,#ffd400 14px 28px);height:10px}
.sb{background:#ffd400;color:#111;font:700 14px/20px "DejaVu Sans Mono","Liberation Mono",Consolas,monospace;padding:8px 20px;display:flex;gap:4px 16px;justify-content:space-between;flex-wrap:wrap}
main{max-width:560px;margin:40px auto;background:#fff;border:2px solid #1b1a17;box-shadow:6px 6px 0 #1b1a17;padding:28px 32px}
main:has(.who){max-width:860px}
.hd{display:flex;align-items:center;gap:12px;border-bottom:2px solid #1b1a17;padding-bottom:16px;margin-bottom:20px;font-size:21px;font-weight:700}.mark{flex:none}
h1{font-size:26px;line-height:34px;margin:0 0 12px;text-wrap:balance}h2{font-size:19px;line-height:26px;margin:20px 0 4px}p{margin:0 0 16px}a{color:#1c3fb8}
small,.id,.code{font:14px/20px "DejaVu Sans Mono","Liberation Mono",Consolas,monospace;color:#57523f;overflow-wrap:anywhere}small{display:block}
img{display:block;flex:none;border:2px solid #1b1a17;background:#f3ecd9}
.who{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:1fr 1fr;column-gap:24px;border-bottom:1px solid #c9c0a8}.who li{min-width:0}
.who a{display:flex;gap:14px;align-items:flex-start;height:100%;padding:12px 8px;border-top:1px solid #c9c0a8;color:inherit;text-decoration:none}.who a>span{min-width:0}
.who b{display:block;line-height:24px;overflow-wrap:anywhere}.who .ab{font:italic 15px/21px Georgia,"DejaVu Serif",serif}
.who a:hover{background:#ffd400}.who a:hover small{color:#1b1a17}
[hidden]{display:none!important}.find input{width:100%;height:48px;padding:0 12px;font:inherit;border:2px solid #1b1a17;background:#fff;color:inherit}.find span{display:block;color:#57523f}.find span:empty{display:none}
summary{cursor:pointer;padding:14px 8px;font-weight:700}
.me{display:flex;gap:12px;align-items:center;background:#f3ecd9;padding:10px 14px;margin-bottom:20px}.me>span{min-width:0;line-height:22px}.me b{overflow-wrap:anywhere}.me>a{margin-left:auto;flex:none}
label{display:flex;gap:12px;padding:12px 0;border-top:1px solid #c9c0a8;cursor:pointer}label:has(:disabled){cursor:default}label span{min-width:0}
label input{width:22px;height:22px;margin:3px 0 0;accent-color:#1c3fb8;flex:none}
.bt{display:flex;flex-direction:row-reverse;gap:12px;margin-top:20px}.bt button{flex:1;height:52px;font:700 17px/1 Georgia,"DejaVu Serif",serif;border:2px solid #1b1a17;background:#fff;color:#1b1a17;cursor:pointer}
.bt .y{background:#1c3fb8;color:#fff}.bt button:hover{background:#ffd400;color:#111}
button:focus-visible,input:focus-visible,label:focus-within,a:focus-visible,summary:focus-visible{outline:3px solid #1c3fb8;outline-offset:2px}
.code{display:inline-block;background:#f3ecd9;padding:2px 8px;margin:0}
.nt{max-width:560px;margin:0 auto 32px;font:14px/20px "DejaVu Sans Mono","Liberation Mono",Consolas,monospace;color:#57523f;padding:0 4px}main:has(.who)+.nt{max-width:860px}
@media(max-width:720px){.who{grid-template-columns:1fr}main{margin:20px 16px;padding:20px;box-shadow:4px 4px 0 #1b1a17}.nt{padding:0 20px}.hd{font-size:19px}h1{font-size:23px;line-height:30px}
.bt{flex-direction:column}.bt button{flex:none;min-height:52px}.me{flex-wrap:wrap;font-size:16px}.me>a{margin-left:52px;line-height:44px}label small{font-size:13px;letter-spacing:-.02em}}
`;
