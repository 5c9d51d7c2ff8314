/** What is read: states, thanks, the case with its loop, the conversation. */
export const reading = `
.say{display:grid;gap:16px;justify-items:start}.say p{text-wrap:pretty}.say .act{margin-top:8px}
.t2{color:var(--text-2)}.t3{color:var(--text-3);font-size:.9375rem}
.own{display:grid;gap:8px;margin-top:40px;padding-top:24px;border-top:1px solid var(--line);justify-items:start}
.sec{font-size:1rem;line-height:1.5rem;font-weight:600;letter-spacing:-.012em}
.score{display:inline-flex;align-items:center;gap:12px;font-weight:500}
.score svg{width:26px;height:28px;flex:none;overflow:visible}.score path{stroke-width:1.25;stroke-linejoin:round}.score text{font-size:13px;font-weight:600;text-anchor:middle}
.score.lg svg{width:39px;height:42px}
.det path{fill:var(--det-soft);stroke:var(--det-line)}.det text{fill:var(--det)}
.pas path{fill:var(--pas-soft);stroke:var(--pas-line)}.pas text{fill:var(--pas)}
.pro path{fill:var(--pro-soft);stroke:var(--pro-line)}.pro text{fill:var(--pro)}
.by{display:flex;gap:12px;align-items:center;margin-top:20px;font-size:.9375rem;color:var(--text-2)}
.who{flex:none;display:grid;place-items:center;width:28px;height:28px;border-radius:50%;background:var(--sunk);box-shadow:inset 0 0 0 1px var(--line);font-size:11px;line-height:1;font-weight:600;color:var(--text-2)}
.words{margin-top:12px;text-wrap:pretty;white-space:pre-wrap;overflow-wrap:anywhere}
.act{display:flex;flex-wrap:wrap;gap:12px;margin-top:24px}.act form{display:block}
section{margin-top:40px;padding-top:24px;border-top:1px solid var(--line);display:grid;gap:20px}
.quote{font-size:1.25rem;line-height:1.875rem;white-space:pre-wrap;overflow-wrap:anywhere}
.cv{display:grid;gap:20px}.cv h3{font-size:.9375rem;line-height:1.5rem;font-weight:600}.cv time{font-weight:400;color:var(--text-3);font-size:.8125rem;margin-inline-start:4px}.cv p{white-space:pre-wrap;overflow-wrap:anywhere;text-wrap:pretty}
section form{gap:16px}section .field>label{font-size:.9375rem;font-weight:600}section textarea{min-height:84px}
.loop li{position:relative;padding:0 0 20px 40px;min-height:56px}.loop li:last-child{padding-bottom:0;min-height:40px}
.loop li::before{content:'';position:absolute;top:4px;inset-inline-start:7px;width:12px;height:12px;border-radius:50%;border:1.5px solid var(--line-control)}
.loop li::after{content:'';position:absolute;top:19px;bottom:-1px;inset-inline-start:12px;border-inline-start:1.5px dashed var(--line-control);opacity:.75}
.loop li:last-child::after,.loop li[data-s=stop]::after{display:none}
.loop li[data-s=done]::before{background:var(--text-2);border-color:var(--text-2)}
.loop li[data-s=done]::after{border-inline-start-style:solid;border-color:var(--text-2);opacity:1}
.loop li[data-s=now]::before{border:3.5px solid var(--accent)}
.loop li[data-s=stop]::before{height:0;top:10px;border-width:1.5px 0 0;border-radius:0}
.loop li.scored::before{display:none}.loop li.scored::after{top:27px}
.loop li:last-child:not(.scored)::before{inset-inline-start:3px;top:0;width:20px;height:20px;border-width:2px}
.loop li:last-child:is([data-s=next],[data-s=now])::before{-webkit-mask:conic-gradient(from 50deg,#0000 80deg,#000 0);mask:conic-gradient(from 50deg,#0000 80deg,#000 0)}
.loop .end{position:absolute;top:-4px;inset-inline-start:0}
.lb{display:block;font-size:.9375rem;line-height:1.25rem;font-weight:500}.wh{display:block;font-size:.8125rem;line-height:1.25rem;color:var(--text-3);margin-top:2px}
.loop li[data-s=next] .lb,.loop li[data-s=stop] .lb{color:var(--text-3);font-weight:400}.loop li[data-s=now] .lb{color:var(--accent-text)}
@media (max-width:699px){.act{display:grid}.act .btn,.act form{width:100%}.own .btn,.say .btn{width:100%}.own,.say{justify-items:stretch}}`
