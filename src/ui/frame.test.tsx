import { expect, test } from 'vitest'
import { htmlErrors } from '../../test/html.ts'
import { htmlDocument } from './document.ts'
import { ErrorPage, Frame, type FrameProps } from './frame.tsx'

const props: FrameProps = {
  language: 'fr',
  title: 'Occasions',
  audience: 'public',
  path: { current: '/fr/occasions', other: '/en/opportunities' },
  home: '/fr',
  nav: [{ href: '/fr/occasions', label: 'Occasions', current: true }],
  footer: [{ href: '/fr/contact', label: 'Nous joindre' }],
  assets: { tokens: '/assets/tokens.1.css', ui: '/assets/ui.1.css', script: '/assets/enhance.1.js' },
  version: '0.1.0',
  demo: true,
  clock: { iso: '2026-11-10T14:14:09-05:00', text: '10 novembre 2026, 14\u00a0h\u00a014, heure de l’Est' },
  children: <h1>Occasions</h1>,
}
const shown = (more: Partial<FrameProps> = {}) => htmlDocument(<Frame {...props} {...more} />)

test('a page says its language, leads to itself in the other, and says that it is a demonstration', async () => {
  const html = shown({
    alternates: { en: 'https://opportune.example/en/opportunities', fr: 'https://opportune.example/fr/occasions' },
  })
  expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="fr-CA">/)
  expect(html).toContain('<a class="lang" href="/en/opportunities" lang="en" hreflang="en">English</a>')
  expect(html).toContain('Ce n’est pas un site gouvernemental.')
  expect(html).toContain('hreflang="en-CA" href="https://opportune.example/en/opportunities"')
  expect(html).toContain('<time datetime="2026-11-10T14:14:09-05:00">')
  expect(await htmlErrors(html)).toEqual([])
})

test('outside a demonstration nothing says that it is one', () => {
  expect(shown({ demo: false })).not.toContain('Démonstration')
})

test('staff pages show a role, a name and what waits; public pages do not', async () => {
  const person = { name: 'Amara Diallo', roleName: 'Gestionnaire, article 34' }
  const html = shown({ audience: 'staff', person, waiting: 2, department: { name: 'Ministère des Voies navigables' } })
  expect(html).toContain('<body class="staff">')
  expect(html).toContain('Gestionnaire, article 34 · Ministère des Voies navigables')
  expect(html).toContain('2 éléments vous attendent')
  expect(await htmlErrors(html)).toEqual([])
  expect(shown({ audience: 'supplier', person })).not.toContain('Gestionnaire')
})

test('a page that came back with errors says so first in its title', () => {
  expect(shown({ wrong: true })).toContain('<title>Erreur\u00a0: Occasions – Opportune</title>')
})

test('no page needs an inline style or script: the content policy refuses them', () => {
  expect(shown()).not.toMatch(/\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=/)
})

test('what people typed is text, in the title and in the frame', () => {
  const hostile = '</title><script>alert(1)</script>'
  const html = shown({ title: hostile, department: { name: hostile }, description: `"${hostile}` })
  expect(html).not.toContain('<script>')
})

test('an error page gives its reference and nothing else about what happened', async () => {
  const html = shown({
    children: (
      <ErrorPage
        language="fr"
        head="Cette page n’a pas pu être affichée"
        what="Réessayez dans une minute."
        reference="7Q2K"
      />
    ),
  })
  expect(html).toContain('<code class="break">7Q2K</code>')
  expect(await htmlErrors(html)).toEqual([])
})
