import { expect, it } from 'vitest'
import { open, type Routes } from '../src/accounts/routing.ts'
import { staffRoles } from '../src/accounts/rules.ts'
import { features } from '../src/features.ts'
import { seeOther } from '../src/platform/http.ts'
import { permissions } from './permissions.table.ts'
import { differences } from './permissions.ts'

it('every route is written down, and for the same people', () => {
  expect(differences(features.routes, permissions)).toEqual([])
})

it('only roles that exist are written down', () => {
  const known = new Set<string>(['public', 'supplier', ...staffRoles])
  const unknown = Object.values(permissions)
    .flatMap((line) => line.split(' '))
    .filter((role) => !known.has(role))
  expect(unknown).toEqual([])
})

it('bites: a route that is new, wider, or gone is found', () => {
  const planted = open(async () => seeOther('/en'))
  const routes: Routes = { 'GET /one': planted, 'GET /two': { ...planted, who: ['client'] } }
  expect(differences(routes, { 'GET /one': 'public', 'GET /two': 'client' })).toEqual([])
  expect(differences(routes, { 'GET /one': 'public' })).toEqual(['GET /two is not written down: client'])
  expect(differences(routes, { 'GET /one': 'client', 'GET /two': 'client' })).toEqual([
    'GET /one is for public, not client',
  ])
  expect(differences(routes, { 'GET /one': 'public', 'GET /two': 'client', 'GET /three': 'public' })).toEqual([
    'GET /three is written down and does not exist',
  ])
})
