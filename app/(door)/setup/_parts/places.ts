import { countries, zoneOf } from '@/lib/setup/shared'

/** The countries by name in a language, each with the zone most of it lives in. */
export function countryOptions(locale: 'es' | 'en') {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return countries
    .map((country) => ({ value: country, label: names.of(country) ?? country, zone: zoneOf(country) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

/** Every zone that the machine knows, by continent. */
export function zoneOptions() {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))
  const continents = [...new Set(zones.map((zone) => zone.split('/')[0] ?? ''))]
  return continents.map((label) => ({
    label,
    options: zones
      .filter((zone) => zone.startsWith(`${label}/`))
      .map((zone) => ({
        value: zone,
        label: zone
          .slice(label.length + 1)
          .replaceAll('_', ' ')
          .replaceAll('/', ', '),
      })),
  }))
}
