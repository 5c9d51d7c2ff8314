import { expect, test } from 'vitest'
import { readAddress, writeAddress } from '@/app/(desk)/tickets/_parts/queue-address'

const search = (href: string) => Object.fromEntries(new URLSearchParams(href.split('?')[1]))

test('what was chosen in the queue stands in its address and comes back from it', () => {
  const address = readAddress({ view: 'today', q: 'score:<=6 -tag:spam tarde', sort: 'lowest', group: 'owner' })
  expect(address).toMatchObject({ view: 'today', sort: 'lowest', group: 'owner', q: 'score:<=6 -tag:spam tarde' })
  expect(readAddress(search(writeAddress(address)))).toEqual(address)
})

test('a saved view is an address of its own; emptied of its filters it stays so', () => {
  const address = readAddress({ view: 'vie_1', q: '' })
  expect(address).toMatchObject({ view: 'all', saved: 'vie_1', q: '' })
  expect(readAddress(search(writeAddress(address)))).toEqual(address)
  expect(writeAddress({ ...address, q: null })).toBe('/tickets?view=vie_1')
})

test('addresses of before still mean what they meant', () => {
  expect(
    readAddress({ touchpoint: 'entrega', assignee: 'none', category: 'detractor', overdue: 'true', q: 'caja' }),
  ).toMatchObject({
    view: 'all',
    q: 'touchpoint:entrega owner:none band:detractor is:overdue caja',
  })
})

test('an address that nobody wrote shows all open tickets; a search without a view looks everywhere', () => {
  expect(readAddress({})).toMatchObject({ view: 'open', sort: null, group: null, q: null })
  expect(readAddress({ view: 'nonsense', sort: 'sideways' })).toMatchObject({ view: 'open', sort: null })
  expect(readAddress({ q: 'factura' }).view).toBe('all')
})

test('the page begins anew with every change', () => {
  expect(writeAddress(readAddress({ view: 'mine', cursor: 'c1' }), { sort: 'newest' })).toBe(
    '/tickets?view=mine&sort=newest',
  )
})
