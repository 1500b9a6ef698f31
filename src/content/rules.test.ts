import { describe, expect, it } from 'vitest'
import type { Staff } from '../accounts/rules.ts'
import { visitor } from '../accounts/rules.ts'
import { day } from '../platform/day.ts'
import { policyInForce } from '../policy/inForce.ts'
import { wordsProblems } from './forms.ts'
import { filled, placeholdersIn, placeholderValues, unknownPlaceholders } from './rules.placeholders.ts'
import {
  type Draft,
  type PublishRefusal,
  publish,
  type RestoreRefusal,
  restore,
  type SaveRefusal,
  type ShareRefusal,
  save,
  share,
  type Version,
  type Words,
  withEntry,
  wordsFindings,
} from './rules.ts'
import { contentRefusals } from './texts.ts'

const writer: Staff = {
  ...{ kind: 'staff', id: 'paul', name: 'Paul', email: 'paul@example.ca', departmentId: 'd', departmentCode: 'D' },
  ...{ timeZone: 'America/Toronto', roles: ['program_team'] },
}
const words: Words = {
  title: { en: 'Frequent questions', fr: 'Questions fréquentes' },
  lead: { en: 'Short answers.', fr: 'Des réponses courtes.' },
  text: { en: '## One {#one}\n\nUp to {{limit}}.', fr: '## Un {#one}\n\nJusqu’à {{limit}}.' },
}
const draft: Draft = { ...words, revision: 3, savedBy: 'paul', savedAt: new Date('2026-05-04T14:00:00Z') }
const shown: Words = { ...words, lead: { en: 'Answers.', fr: 'Des réponses.' } }
const version: Version = {
  ...{ ...words, number: 1, publishedAt: draft.savedAt, publishedBy: 'paul', note: 'Why', noteLanguage: 'en' },
}
const half = (text: Partial<Words['text']>): Draft => ({ ...draft, text: { ...words.text, ...text } })

describe('publishing', () => {
  const refused: Record<PublishRefusal, [Draft | undefined, { as?: Staff; seen?: number; shown?: Words }]> = {
    not_allowed: [draft, { as: { ...writer, roles: ['client'] } }],
    no_draft: [undefined, {}],
    changed_meanwhile: [draft, { seen: 2 }],
    nothing_changed: [draft, { shown: words }],
    half_missing: [half({ fr: '' }), {}],
    unknown_placeholder: [half({ en: '## One {#one}\n\n{{limits}}', fr: '## Un {#one}\n\n{{limits}}' }), {}],
    heading_skips: [half({ en: '## A {#a}\n\n#### B {#b}', fr: '## A {#a}\n\n#### B {#b}' }), {}],
    halves_differ: [half({ fr: '## Un {#un}\n\nJusqu’à {{limit}}.' }), {}],
  }
  it.each(Object.entries(refused))(
    'is refused: %s',
    (because, [given, { as = writer, seen = 3, shown: now = shown }]) => {
      expect(publish(as, given, { shown: now, seen })).toEqual({ ok: false, because })
      expect(Object.keys(contentRefusals)).toContain(because)
    },
  )

  it('takes both halves as they were previewed', () => {
    expect(publish(writer, draft, { shown, seen: 3 })).toEqual({ ok: true, value: words })
    expect(publish({ ...writer, roles: ['administrator'] }, draft, { shown, seen: 3 }).ok).toBe(true)
  })
})

describe('saving and taking up again', () => {
  it('over words that somebody else saved is refused once', () => {
    const refused: Record<SaveRefusal, ReturnType<typeof save>> = {
      not_allowed: save(visitor, draft, { ...words, seen: 3 }),
      changed_meanwhile: save(writer, draft, { ...words, seen: 2 }),
    }
    for (const [because, decision] of Object.entries(refused)) expect(decision).toEqual({ ok: false, because })
    expect(save(writer, draft, { ...words, seen: 3 })).toEqual({ ok: true, value: { ...words, revision: 4 } })
    expect(save(writer, undefined, { ...words, seen: 0 })).toMatchObject({ ok: true, value: { revision: 1 } })
  })

  it('of a version that does not exist is refused', () => {
    const refused: Record<RestoreRefusal, ReturnType<typeof restore>> = {
      not_allowed: restore(visitor, version),
      no_such_version: restore(writer, undefined),
    }
    for (const [because, decision] of Object.entries(refused)) expect(decision).toEqual({ ok: false, because })
    expect(restore(writer, version)).toEqual({ ok: true, value: words })
  })
})

it('words for every department are an administrator’s to give, once, as they were published', () => {
  const administrator = { ...writer, roles: ['administrator'] } as const
  const common = { ...words, lead: { en: 'Before.', fr: 'Avant.' } }
  const facts = { common, seen: version.number }
  const refused: Record<ShareRefusal, ReturnType<typeof share>> = {
    not_allowed: share(writer, version, facts),
    no_such_version: share(administrator, undefined, facts),
    changed_meanwhile: share(administrator, version, { common, seen: version.number + 1 }),
    nothing_changed: share(administrator, version, { ...facts, common: version }),
  }
  for (const [because, decision] of Object.entries(refused)) expect(decision).toEqual({ ok: false, because })
  expect(share(administrator, version, facts)).toEqual({ ok: true, value: words })
})

describe('the halves of a page', () => {
  const about = (en: string, fr: string) =>
    wordsFindings({ ...words, text: { en, fr } }).map(({ level, about }) => `${level} ${about}`)

  it('are compared by what a reader meets', () => {
    expect(about('## A {#a}', '## B {#a}')).toEqual([])
    expect(about('## A {#a}\n\n### B {#b}', '## A {#a}\n\n## B {#b}')).toEqual(['blocking headings'])
    expect(about('- a\n- b', '- a')).toEqual(['blocking items'])
    expect(about('[a](/b)', 'a')).toEqual(['blocking links'])
    expect(about('> a', 'a')).toEqual(['blocking quotes'])
    expect(about('| a |\n| - |\n| b |', 'a')).toEqual(['blocking tables'])
    expect(about('{{limit}}', '{{keep.mail}}')).toEqual(['blocking placeholders'])
    expect(about('It costs $5.00.', 'Cela coûte 6,00\u00a0$.')).toEqual(['blocking amounts'])
    expect(about('On May 4, 2026.', 'Le 5 mai 2026.')).toEqual(['blocking dates'])
    expect(about('It has 3 parts.', 'Il a 4 parties.')).toEqual(['advice numbers'])
  })

  it('get a new entry under one anchor', () => {
    const entry = {
      question: { en: 'Can I apply\nfrom abroad?', fr: 'Puis-je postuler de l’étranger?' },
      answer: { en: 'No.', fr: 'Non.' },
    }
    const more = withEntry(words, entry)
    expect(more.text.en).toMatch(/\n### Can I apply from abroad\? \{#can-i-apply-from-abroad\}\n\nNo\.\n$/)
    expect(more.text.fr).toContain('### Puis-je postuler de l’étranger? {#can-i-apply-from-abroad}')
    expect(wordsFindings(more)).toEqual([])
  })
})

describe('a figure named between braces', () => {
  const facts = { policy: policyInForce([], day('2026-05-04')), department: null, mailbox: 'micro@example.ca' }

  it('is filled in the words of each language', () => {
    const say = (language: 'en' | 'fr') =>
      filled('{{limit}}, {{ payment.days }}, {{mailbox}}, {{to.privacy}}', placeholderValues(facts, language))
    expect(say('en')).toBe('$10,000.00, 7 days, micro@example.ca, /en/privacy')
    expect(say('fr')).toBe('10\u00a0000,00\u00a0$, 7\u00a0jours, micro@example.ca, /fr/confidentialite')
  })

  it('is refused at its field when nothing stands for it, or a brace is open', () => {
    expect(unknownPlaceholders('{{limit}} {{nothing}} {{constructor}}')).toEqual(['{{nothing}}', '{{constructor}}'])
    expect(unknownPlaceholders('up to {{limit and more')).toEqual(['{{limit and more'])
    expect(unknownPlaceholders('limit}} and')).toEqual(['limit}}'])
    expect(placeholdersIn('{{limit}} {{ limit }}')).toEqual(['limit', 'limit'])
    const problems = wordsProblems({ ...words, lead: { en: 'Up to {{limits}}.', fr: 'Bien.' } })
    expect(problems.map(({ field, text }) => [field, text.fr])).toEqual([
      ['lead_en', expect.stringContaining('{{limits}}')],
    ])
  })
})
