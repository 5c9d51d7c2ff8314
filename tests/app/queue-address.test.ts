import { expect, test } from 'vitest'
import { readAddress, toggled, writeAddress } from '@/app/(desk)/tickets/_parts/queue-address'

const search = (href: string) => Object.fromEntries(new URLSearchParams(href.split('?')[1]))

test('what was chosen in the queue stands in its address and comes back from it', () => {
  const address = readAddress({
    view: 'today',
    touchpoint: 'a,b',
    category: 'detractor',
    sort: 'lowest',
    group: 'none',
  })
  expect(address).toMatchObject({ view: 'today', sort: 'lowest', grouped: false })
  expect(address.filters).toEqual({ touchpoint: ['a', 'b'], category: ['detractor'] })
  expect(readAddress(search(writeAddress(address)))).toEqual(address)
})

test('an address that nobody wrote shows all open tickets; a search without a view looks everywhere', () => {
  expect(readAddress({})).toMatchObject({ view: 'open', sort: 'due', grouped: true, q: null })
  expect(readAddress({ view: 'nonsense', sort: 'sideways' })).toMatchObject({ view: 'open', sort: 'due' })
  expect(readAddress({ q: 'factura' }).view).toBe('all')
})

test('a value is put into a filter and taken out again, and the page begins anew', () => {
  const address = readAddress({ view: 'mine', team: 'a', cursor: 'c1' })
  expect(toggled(address, 'team', 'b').team).toEqual(['a', 'b'])
  expect(toggled(address, 'team', 'a').team).toEqual([])
  expect(writeAddress(address, { filters: toggled(address, 'team', 'a') })).toBe('/tickets?view=mine')
})
