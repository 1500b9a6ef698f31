import { expect, test } from 'vitest'
import { htmlErrors } from '../../test/html.ts'
import { type Letter, renderEmail } from './email.tsx'

const letter: Letter = {
  language: 'fr',
  subject: 'Votre candidature a été tirée la première',
  preheader: 'Signez d’ici le 1er décembre 2026.',
  paragraphs: [
    'Bonjour,',
    {
      facts: [
        ['Prix fixe, avant taxes', '6\u00a0500,00\u00a0$'],
        ['Échéance', '1er décembre 2026'],
      ],
    },
    { link: 'https://opportune.example/fr/offres/abc?x=1&y=2', label: 'Lire les conditions' },
  ],
  footer: [
    'Programme Opportune, 1, rue du Port, Ottawa',
    { link: 'https://opportune.example/fr/abonnement', label: 'Se désabonner' },
  ],
}

test('the text says all that the HTML says, the address bare', () => {
  expect(renderEmail(letter).text).toBe(
    [
      'Bonjour,',
      '',
      'Prix fixe, avant taxes\n  6\u00a0500,00\u00a0$\nÉchéance\n  1er décembre 2026',
      '',
      'Lire les conditions\nhttps://opportune.example/fr/offres/abc?x=1&y=2',
      '',
      '-- ',
      'Programme Opportune, 1, rue du Port, Ottawa',
      'Se désabonner\nhttps://opportune.example/fr/abonnement',
      '',
    ].join('\n'),
  )
})

test('the HTML is valid, in its language, with the link as a button and as an address', async () => {
  const { html } = renderEmail(letter)
  expect(await htmlErrors(html)).toEqual([])
  expect(html).toContain('<html lang="fr-CA">')
  expect(html).toContain(
    '<a class="button" href="https://opportune.example/fr/offres/abc?x=1&amp;y=2">Lire les conditions</a>',
  )
  expect(html).toContain('<span class="bare">https://opportune.example/fr/offres/abc?x=1&amp;y=2</span>')
})

test('a line break in a subject does not begin another header', () => {
  const { subject } = renderEmail({ ...letter, subject: 'Hello\r\nBcc: all@example.org\u2028x' })
  expect(subject).toBe('Hello Bcc: all@example.org x')
})

test('what people typed is text', () => {
  const { html } = renderEmail({ ...letter, subject: '<b>x</b>', paragraphs: ['<script>alert(1)</script>'] })
  expect(html).not.toMatch(/<script>|<b>/)
})

test.each(['javascript:alert(1)', '/en/opportunities', '//evil.example'])(
  'a letter is not sent with the link %j',
  (link) => {
    expect(() => renderEmail({ ...letter, paragraphs: [{ link, label: 'x' }] })).toThrow()
  },
)
