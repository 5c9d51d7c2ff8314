// ISO 3166 country, its main zone, its currency: where Spanish is spoken first, then the neighbours and the rest of ours.
const places = {
  MX: ['America/Mexico_City', 'MXN'],
  AR: ['America/Argentina/Buenos_Aires', 'ARS'],
  BO: ['America/La_Paz', 'BOB'],
  CL: ['America/Santiago', 'CLP'],
  CO: ['America/Bogota', 'COP'],
  CR: ['America/Costa_Rica', 'CRC'],
  CU: ['America/Havana', 'CUP'],
  DO: ['America/Santo_Domingo', 'DOP'],
  EC: ['America/Guayaquil', 'USD'],
  SV: ['America/El_Salvador', 'USD'],
  ES: ['Europe/Madrid', 'EUR'],
  GT: ['America/Guatemala', 'GTQ'],
  HN: ['America/Tegucigalpa', 'HNL'],
  NI: ['America/Managua', 'NIO'],
  PA: ['America/Panama', 'USD'],
  PY: ['America/Asuncion', 'PYG'],
  PE: ['America/Lima', 'PEN'],
  PR: ['America/Puerto_Rico', 'USD'],
  UY: ['America/Montevideo', 'UYU'],
  VE: ['America/Caracas', 'VES'],
  AU: ['Australia/Sydney', 'AUD'],
  BR: ['America/Sao_Paulo', 'BRL'],
  CA: ['America/Toronto', 'CAD'],
  DE: ['Europe/Berlin', 'EUR'],
  FR: ['Europe/Paris', 'EUR'],
  GB: ['Europe/London', 'GBP'],
  IE: ['Europe/Dublin', 'EUR'],
  IN: ['Asia/Kolkata', 'INR'],
  IT: ['Europe/Rome', 'EUR'],
  NZ: ['Pacific/Auckland', 'NZD'],
  PH: ['Asia/Manila', 'PHP'],
  PT: ['Europe/Lisbon', 'EUR'],
  US: ['America/New_York', 'USD'],
  ZA: ['Africa/Johannesburg', 'ZAR'],
} as const

export type Country = keyof typeof places

/** The countries that can be chosen; holidays, digits and currency follow from them. */
export const countries = Object.keys(places) as [Country, ...Country[]]

/** The zone in which most of a country lives. */
export const zoneOf = (country: Country): string => places[country][0]

/** What a country pays with, ISO 4217. */
export const currencyOf = (country: Country): string => places[country][1]
