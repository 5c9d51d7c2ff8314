import { form } from './style-form'
import { reading } from './style-reading'

// Written out for both designs: the telephones that open these pages may know neither light-dark() nor layers.
const tokens = `
:root{color-scheme:light dark;--surface:#fff;--sunk:#f1f1ee;--line:#e6e6e2;--line-control:#85888e;--control-bg:#fff;
--text:#1a1b1e;--text-2:#4d5056;--text-3:#65686f;--invert:#fff;--accent:#3145cf;--accent-hover:#2738b4;--accent-text:#2c3ec0;--on-accent:#fff;
--error:#b0123f;--error-line:#c4174a;--error-soft:#fdeaef;--det:#a23118;--det-line:#cc4a2c;--det-soft:#fcede8;
--pas:#4d5056;--pas-line:#7c7f85;--pas-soft:#f1f1ee;--pro:#0a626b;--pro-line:#0f7f8a;--pro-soft:#e3f3f4;
--focus:0 0 0 2px var(--surface),0 0 0 4px var(--accent)}
@media (prefers-color-scheme:dark){:root{--surface:#151618;--sunk:#1f2124;--line:#292b2f;--line-control:#74787f;--control-bg:#ffffff0a;
--text:#ececea;--text-2:#b3b6bc;--text-3:#92969d;--invert:#101113;--accent:#5467ea;--accent-hover:#4a5bd6;--accent-text:#a5b0ff;
--error:#ff8fab;--error-line:#ec5379;--error-soft:#3a1620;--det:#f6a48e;--det-line:#e37354;--det-soft:#371e17;
--pas:#c3c6cb;--pas-line:#878b92;--pas-soft:#26282c;--pro:#74d0d8;--pro-line:#2ea5b0;--pro-soft:#10302f}}`

// A Latin part of Geist, 15 kB (public/fonts/OFL.txt); whoever has not got it yet reads on in the system's face.
const face = `
@font-face{font-family:Geist;src:url(/fonts/geist-latin.woff2) format('woff2');font-weight:400 600;font-display:swap}`

const ground = `
*,*::before,*::after{box-sizing:border-box}
html{background:var(--surface);color:var(--text);font-family:Geist,Inter,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;-webkit-text-size-adjust:100%;text-size-adjust:100%;-webkit-font-smoothing:antialiased}
body{margin:0;font-size:1rem;line-height:1.625rem}
h1,h2,h3,p,ol,ul,fieldset,legend,blockquote,dl,dd{margin:0;padding:0;border:0;font:inherit;min-width:0}
ol,ul{list-style:none}button,input,textarea{font:inherit;color:inherit}
a{color:var(--accent-text);text-underline-offset:3px;text-decoration-thickness:1px}
:focus-visible{outline:0;box-shadow:var(--focus);border-radius:6px}
@media (forced-colors:active){:focus-visible{outline:2px solid;outline-offset:2px}}
.sr,.trap{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.pub{max-width:640px;margin:0 auto;padding:24px 24px 32px}
.top{display:flex;justify-content:space-between;align-items:center;gap:16px;padding-bottom:48px}
.brand{font-size:1.125rem;line-height:1.5rem;font-weight:600;letter-spacing:-.012em}
.aside,.foot{font-size:.8125rem;line-height:1.25rem;color:var(--text-3)}
.aside{display:flex;align-items:center;gap:16px}.aside a{color:inherit;display:inline-flex;align-items:center;min-height:44px;padding:0 4px;margin-inline-end:-4px;text-decoration:none}.aside a:hover{text-decoration:underline}
.foot{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 24px;padding-top:40px}
.foot a,.foot summary{color:inherit;text-decoration:underline;text-underline-offset:3px;min-height:44px;display:inline-flex;align-items:center;cursor:pointer;list-style:none}
.foot summary::-webkit-details-marker{display:none}.foot details[open]{flex-basis:100%}.foot details p{max-width:60ch;padding-bottom:12px}
h1{font-size:1.75rem;line-height:2.25rem;font-weight:600;letter-spacing:-.02em;text-wrap:balance}
.btn{display:inline-flex;align-items:center;justify-content:center;min-height:44px;min-width:144px;padding:8px 20px;border:1px solid var(--line-control);border-radius:6px;background:var(--control-bg);color:var(--text);font-weight:500;line-height:1.25rem;text-decoration:none;cursor:pointer}
.btn:hover{background:var(--sunk)}
.first{background:var(--accent);border-color:transparent;color:var(--on-accent)}.first:hover{background:var(--accent-hover)}
.btn[aria-disabled=true]{background:var(--sunk);border-color:transparent;color:var(--text-3)}
@media (max-width:699px){.pub{padding:16px 16px 24px}.top{padding-bottom:32px}h1{font-size:1.5rem;line-height:2rem}}
.framed .pub{padding:4px}.framed .top,.framed .foot{display:none}`

/** The whole style of customers' pages, in the page itself: one request, a few kilobytes. */
export const style = [tokens, face, ground, form, reading].join('').replaceAll('\n', '')
