/** A key, as a hint for the eye; the button's own name says the rest. */
export const Kbd = ({ children }: { children: string }) => (
  <span className="kbd" aria-hidden="true">
    {children}
  </span>
)
