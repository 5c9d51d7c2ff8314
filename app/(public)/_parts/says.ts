import { type Html, html, type Part } from './html'

/** A title, a sentence, and what may follow. */
export const says = (title: string, text: string, more: Part = null): Html =>
  html`<div class="say"><h1>${title}</h1>${text ? html`<p class="t2">${text}</p>` : null}</div>${more}`
