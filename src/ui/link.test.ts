import { expect, test } from 'vitest'
import { safeHref } from './link.ts'

test.each([
  'https://example.org/a?b=c#d',
  'http://example.org',
  'HTTPS://example.org/',
  'mailto:hello@opportune.example',
  '/en/opportunities/fix-a-trap',
  '/',
  '#status',
])('%s may be followed', (address) => {
  expect(safeHref(address)).toBe(address)
})

test.each([
  '',
  '   ',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  '\tjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u00a0javascript:alert(1)',
  'javascript&#58;alert(1)',
  '&#106;avascript:alert(1)',
  'javascript&colon;alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'view-source:https://example.org',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'https:///evil.example',
  'https://good.example@evil.example/',
  'https://user:password@evil.example/',
  'example.org',
  'ftp://example.org',
])('%j may not', (address) => {
  expect(safeHref(address)).toBeUndefined()
})
