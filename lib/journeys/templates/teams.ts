import type { Both } from '../template'

/** The teams that the templates name, by slug. */
export const suggestedTeams: Record<string, Both> = {
  'customer-service': { es: 'Atención a clientes', en: 'Customer service' },
  marketing: { es: 'Mercadotecnia', en: 'Marketing' },
  sales: { es: 'Ventas', en: 'Sales' },
  digital: { es: 'Canales digitales', en: 'Digital channels' },
  logistics: { es: 'Logística', en: 'Logistics' },
  billing: { es: 'Facturación y cobranza', en: 'Billing' },
  product: { es: 'Producto', en: 'Product' },
  operations: { es: 'Operación', en: 'Operations' },
}
