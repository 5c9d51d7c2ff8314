/**
 * The script itself: a frame where its tag stands, as high as the page within it, which hears from that frame alone. What
 * the tag says in `data-touchpoint` and `data-lang` travels along; `lazo:thanks` is told to the page when an answer is in.
 */
export const loader = (baseUrl: string, slug: string): string =>
  `(()=>{const s=document.currentScript;if(!s)return;
const home=new URL(${JSON.stringify(baseUrl)}),u=new URL('/s/'+${JSON.stringify(slug)}+'?embed=1',home);
for(const k of['touchpoint','lang'])if(s.dataset[k])u.searchParams.set(k,s.dataset[k]);
const f=document.createElement('iframe');f.src=u.href;f.title=s.dataset.title||'';f.loading='lazy';
f.style.cssText='border:0;width:100%;height:560px;color-scheme:light dark';
addEventListener('message',e=>{if(e.origin!==home.origin||e.source!==f.contentWindow||!e.data||typeof e.data.lazo!=='string')return;
if(Number.isFinite(e.data.height))f.style.height=Math.min(4000,Math.max(120,e.data.height))+'px';
if(e.data.lazo==='thanks')s.dispatchEvent(new CustomEvent('lazo:thanks',{bubbles:true}))});
s.after(f)})();
`.replaceAll('\n', '')
