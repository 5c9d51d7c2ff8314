/** The product's sign: a loop that is not closed yet. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 18 18" fill="none" aria-hidden="true">
    <path d="M15.6 6.6A7 7 0 1 1 11.4 2.4" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
    <circle cx="14.6" cy="3.4" r="2" fill="var(--accent-fill)" />
  </svg>
)
