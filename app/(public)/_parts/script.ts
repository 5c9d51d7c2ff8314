/**
 * All that a customer's page does by JavaScript, and nothing of it is needed: the first gesture of a person on a personal
 * link is told once, Ctrl+Enter sends, the button says that it is sending, the frame that holds the page hears of its size.
 */
export const script = `(()=>{const d=document,f=d.querySelector('form[data-answer]');
const tell=()=>{if(parent!==window)parent.postMessage({lazo:d.body.dataset.shows,height:d.body.offsetHeight},'*')};
tell();if(window.ResizeObserver)new ResizeObserver(tell).observe(d.body);
if(!f)return;const b=f.querySelector('button[type=submit]');let began=f.dataset.answer!=='new';
const begin=e=>{if(began||!e.isTrusted)return;began=true;
fetch(location.pathname,{method:'POST',body:new URLSearchParams({intent:'started'}),redirect:'manual',keepalive:true}).catch(()=>{})};
for(const k of['pointerdown','keydown'])addEventListener(k,begin,{capture:true,passive:true});
f.addEventListener('keydown',e=>{if(e.key==='Enter'&&(e.ctrlKey||e.metaKey)&&!e.isComposing){e.preventDefault();f.requestSubmit(b)}});
f.addEventListener('submit',e=>{if(f.dataset.sent){e.preventDefault();return}f.dataset.sent='1';b.setAttribute('aria-disabled','true');b.textContent=b.dataset.busy});
addEventListener('pageshow',e=>{if(e.persisted)location.reload()})})()`.replaceAll('\n', '')
