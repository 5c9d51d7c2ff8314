const browsers = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const
const systems = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const

/** What a User-Agent says, as far as people know it: "Firefox", "Windows"; null where it says nothing known. */
export const readAgent = (agent: string | null) => ({
  browser: browsers.find(([, shape]) => shape.test(agent ?? ''))?.[0] ?? null,
  system: systems.find(([, shape]) => shape.test(agent ?? ''))?.[0] ?? null,
})
