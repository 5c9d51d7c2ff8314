/** The form: question, scale, words, reasons, contact. No colour on the scale: it would bias the answer. */
export const form = `
form{display:grid;gap:32px}
.ctx{color:var(--text-3);font-size:.9375rem;margin-bottom:8px}
legend{display:block;width:100%}.ask{padding-bottom:24px}
.scale{display:grid;grid-template-columns:repeat(11,1fr);gap:6px}
.n{position:relative;display:block}
.n input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.n span{display:grid;place-items:center;min-height:48px;border:1px solid var(--line-control);border-radius:6px;font-weight:500;font-variant-numeric:tabular-nums}
.n:hover span{background:var(--sunk)}
.n input:checked+span{background:var(--text);border-color:var(--text);color:var(--invert)}
.n input:focus-visible+span,.r input:focus-visible+span{box-shadow:var(--focus)}
.three{grid-template-columns:repeat(3,1fr);max-width:420px}
.ends{display:flex;justify-content:space-between;gap:16px;margin-top:8px;font-size:.8125rem;line-height:1.25rem;color:var(--text-3)}.ends span:last-child{text-align:end}
.field{display:grid;gap:12px}.hint{font-size:.8125rem;line-height:1.25rem;color:var(--text-3)}
.q{font-size:1.375rem;line-height:2rem;font-weight:600;letter-spacing:-.012em;text-wrap:balance}
textarea,.text{display:block;width:100%;border:1px solid var(--line-control);border-radius:6px;background:var(--surface);padding:10px 14px;font-size:1rem;line-height:1.625rem}
textarea{min-height:108px;resize:vertical;field-sizing:content;max-height:60vh}.text{min-height:44px;padding-block:8px;max-width:420px}
[aria-invalid=true]{border-color:var(--error-line)}
.rs{display:flex;flex-wrap:wrap;gap:8px;margin-top:12px}.r{position:relative}
.r input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.r span{display:inline-flex;align-items:center;gap:6px;min-height:44px;padding:4px 16px;border:1px solid var(--line-control);border-radius:22px;font-size:.9375rem;line-height:1.25rem}
.r:hover span{background:var(--sunk)}.r input:focus-visible+span{border-radius:22px}
.r input:checked+span{border-color:var(--text);box-shadow:inset 0 0 0 1px var(--text);font-weight:500}
.r input:checked:focus-visible+span{box-shadow:inset 0 0 0 1px var(--text),var(--focus)}
.r input:checked+span::before{content:'';width:11px;height:6px;margin:-3px 2px 0 1px;border:solid currentColor;border-width:0 0 1.5px 1.5px;transform:rotate(-45deg)}
.ok{display:flex;gap:12px;align-items:start}.ok input{flex:none;width:20px;height:20px;margin:3px 0 0;accent-color:var(--accent)}.ok label{display:block}.ok b{font-weight:500}
.ok .hint{display:block;margin-top:2px}
.send{justify-self:start}
fieldset>.wrong{margin-bottom:12px}.wrong{color:var(--error);font-size:.9375rem;line-height:1.375rem;font-weight:500}
.notice{border-inline-start:3px solid var(--error-line);background:var(--error-soft);padding:12px 16px;border-radius:0 6px 6px 0;color:var(--error)}
[data-for]{display:none}
form:not(:has([data-band]:checked)) [data-for~=any],form:has([data-band=det]:checked) [data-for~=det],form:has([data-band=pas]:checked) [data-for~=pas],form:has([data-band=pro]:checked) [data-for~=pro]{display:revert}
.plain{display:none}
@supports not selector(:has(a)){[data-for~=any],fieldset[data-for]{display:block}span[data-for~=any]{display:inline}.plain{display:inline}.smart{display:none}}
@media (max-width:699px){.scale{grid-template-columns:repeat(6,1fr)}.three{grid-template-columns:repeat(3,1fr)}.send{justify-self:stretch;width:100%}.send .btn,.btn.send{width:100%}}`
