import { expect, test } from 'vitest'
import { type Actor, type StaffRole, visitor } from './accounts/rules.ts'
import { footerFor, homeFor, navigationFor } from './navigation.ts'

const staff = (...roles: StaffRole[]): Actor => ({
  kind: 'staff',
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Alex',
  email: 'alex@example.ca',
  departmentId: '00000000-0000-7000-8000-000000000002',
  departmentCode: 'DOW',
  timeZone: 'America/Toronto',
  roles,
})
const supplier: Actor = { kind: 'supplier', id: '1', name: 'Sam', email: 'sam@example.ca' }
const labels = (actor: Actor) => navigationFor(actor, 'en', '/opportunities').map(({ label }) => label)

test('each person sees the places they may enter, and no others', () => {
  expect(labels(visitor)).toEqual(['Opportunities', 'Guide', 'Results', 'Subscribe', 'Sign in'])
  expect(labels(supplier)).toEqual(['Opportunities', 'Guide', 'Results', 'Subscribe', 'Your applications'])
  const all = ['Waiting for you', 'Files', 'Requests', 'Measures', 'Record', 'Authority']
  expect(labels(staff('program_team'))).toEqual(all)
  expect(labels(staff('client'))).toEqual(['Waiting for you', 'Requests'])
  expect(labels(staff('section_34'))).toEqual(['Waiting for you', 'Authority'])
})

test('the place is marked from the pattern and from the address, in both languages, below it too', () => {
  const current = (at: string, language: 'en' | 'fr') =>
    navigationFor(staff('program_team'), language, at)
      .filter((link) => link.current)
      .map(({ href }) => href)
  expect(current('/requests/:id/screening', 'en')).toEqual(['/en/requests'])
  expect(current('/fr/demandes/1?a=/fr/tableau', 'fr')).toEqual(['/fr/demandes'])
  expect(current('/files/:id', 'fr')).toEqual(['/fr/tableau'])
  expect(current('/requestsfoo', 'en')).toEqual([])
})

test('only what waits has a count', () => {
  expect(navigationFor(staff('client'), 'fr', '/home', 3).map(({ count }) => count)).toEqual([3, undefined])
})

test('a problem is reported with the page it is on, and never with what tells who applied', () => {
  const reports = (at: string, by?: 'staff') => decodeURIComponent(footerFor('en', at, by).at(-1)?.href ?? '')
  expect(reports('/en/opportunities/charts?q=x')).toBe('/en/contact?page=/en/opportunities/charts')
  expect(reports('/en/opportunities/charts/application')).toBe('/en/contact?page=/en/opportunities/charts')
  expect(reports('/en/applications/1/receipt')).toBe('/en/contact')
  expect(reports('/en/contact')).toBe('/en/contact')
  expect(reports('/en/board', 'staff')).toBe('/en/contact?page=/en/board')
})

test('the foot of the page speaks both languages', () => {
  expect(footerFor('fr').map(({ href }) => href)).toContain('/fr/processus')
  expect(footerFor('en').length).toBe(footerFor('fr').length)
  expect(homeFor(visitor, 'fr')).toBe('/fr')
  expect(homeFor(staff('client'), 'en')).toBe('/en/home')
})
