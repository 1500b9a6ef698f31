import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleaned } from '../platform/forms.ts'
import { skillNamed, skillsOf } from './rules.labels.ts'
import { languageOf } from './rules.language.ts'
import { needOf, outlineOf, type Source } from './rules.mapping.ts'
import { mostOutlineRows, NEED_MAX, type Outline, outlineLimits, type UnmappedReason } from './rules.ts'

const pasted = (body: string, title = 'A title'): Source => ({ title, body, labels: [], repository: null })
const laidOut = (body: string, title?: string): Outline => outlineOf(pasted(body, title), 'en').outline
const reasons = ({ unmapped }: Outline): [string, UnmappedReason][] => unmapped.map(({ what, why }) => [what, why])

describe('an issue', () => {
  test('is laid out by its headings, its boxes as criteria', () => {
    const outline = laidOut(`Boaters cannot leave the calendar.

## Context

Added in 2019.

## Steps to reproduce

1. Open the page.
2. Press Tab.

## Tasks

- [ ] Add a test.

### Acceptance criteria

All of these:

- [ ] Escape closes the calendar.
  How: press it in two browsers.
  - [x] Firefox
- [X] A screen reader says the day.
`)
    expect(outline).toMatchObject({
      teaser: 'Boaters cannot leave the calendar.',
      background: 'Added in 2019.',
      workCriteria: [
        'Escape closes the calendar.\nHow: press it in two browsers.\n- Firefox',
        'A screen reader says the day.',
        'Add a test.',
      ],
      sections: [
        { heading: 'Context', part: 'background' },
        { heading: 'Tasks', part: 'workCriteria' },
        { heading: 'Acceptance criteria', part: 'workCriteria' },
      ],
    })
    expect(outline.work).toBe('# Steps to reproduce\n\n1. Open the page.\n2. Press Tab.\n\nAll of these:')
    expect(reasons(outline)).toEqual([['A screen reader says the day.', 'checked_box']])
  })

  test('in French is known by its words and its headings', () => {
    const { language, outline } = outlineOf(
      pasted(
        '## Contexte\n\nLes tables sont illisibles.\n\n## Critères d’acceptation\n\n- [ ] Les pages sont lues.\n\n## Compétences\n\n- Python',
      ),
      'en',
    )
    expect(language).toBe('fr')
    expect(outline).toMatchObject({
      background: 'Les tables sont illisibles.',
      workCriteria: ['Les pages sont lues.'],
      skills: ['Python'],
    })
  })

  test('without a heading is the work, and its first paragraph the summary', () => {
    const outline = laidOut('Convert the spreadsheet.\n\nIt has 4,000 rows.')
    expect(outline).toMatchObject({
      teaser: 'Convert the spreadsheet.',
      background: '',
      work: 'Convert the spreadsheet.\n\nIt has 4,000 rows.',
    })
  })

  test.each([
    ['the first heading', '# Fix the calendar\n\nIt is broken.', '', 'Fix the calendar'],
    ['a tag is left out', 'It is broken.', '[Bug]: Fix the calendar', 'Fix the calendar'],
    ['a kind of commit is left out', 'It is broken.', 'feat(ui): fix the calendar', 'fix the calendar'],
  ])('its title: %s', (_, body, title, expected) => {
    expect(laidOut(body, title)).toMatchObject({ title: expected, work: 'It is broken.' })
  })
})

describe('what has no place is said, with why', () => {
  test.each<[UnmappedReason, string, string]>([
    ['comment', 'Before <!-- a prompt\nof two lines --> after.', 'Before  after.'],
    ['front_matter', '---\nname: Bug\nabout: x\n---\nThe text.', 'The text.'],
    ['image', 'See ![the calendar](https://example.ca/a.png) here.', 'See  here.'],
    ['image', 'See <img src="a.png" alt="x"> here.', 'See  here.'],
    ['raw_html', '<details>The log.</details>', 'The log.'],
    ['person_named', 'Ask @j-tremblay about it.', 'Ask […] about it.'],
    ['person_named', 'Ask [@j](https://github.com/j-tremblay) about it.', 'Ask […] about it.'],
    [
      'person_named',
      'Ask https://gitlab.com/m.dubois and https://github.com/jane about it.',
      'Ask […] and […] about it.',
    ],
    ['personal_address', 'Write to jeanne.tremblay@example.ca about it.', 'Write to […] about it.'],
    ['personal_address', '```\nauthor = "jeanne@example.ca"\n```', '```\nauthor = "[…]"\n```'],
    ['prompt_of_template', 'The text.\n\n### Version\n\n_No response_', 'The text.'],
    ['prompt_of_template', 'The text.\n\n### Code of Conduct\n\n- [x] I agree', 'The text.'],
  ])('%s: %s', (why, body, work) => {
    const outline = laidOut(body)
    expect(outline.work).toBe(work)
    expect(outline.unmapped.map((each) => each.why)).toContain(why)
  })

  test('code stays as it is, and so do what only look like people', () => {
    const text = [
      'Use `@Component` of @angular/core, `<div>` and git@github.com:team/repo.git; write to info@example.ca.',
      '',
      '```html',
      '<!-- kept --> <img src="a"> @decorator',
      '- [ ] no box',
      '## no heading',
      '```',
    ].join('\n')
    expect(laidOut(text)).toMatchObject({ work: text, unmapped: [], workCriteria: [] })
  })

  test('a comment that never ends is text', () => {
    expect(laidOut('Before <!-- and after.')).toMatchObject({ work: 'Before <!-- and after.', unmapped: [] })
  })

  test('what is too long or too many', () => {
    const long = laidOut(
      `## Work\n\n${'word '.repeat(2_500)}\n\n## Acceptance criteria\n\n${Array.from({ length: 17 }, (_, place) => `- ${place} ${'x '.repeat(place === 0 ? 600 : 1)}`).join('\n')}`,
    )
    expect(long.work.length).toBeLessThanOrEqual(outlineLimits.work)
    expect(long.workCriteria).toHaveLength(mostOutlineRows.workCriteria)
    const why = long.unmapped.map((each) => each.why)
    expect(why.filter((each) => each === 'too_many')).toHaveLength(6)
    expect(why.filter((each) => each === 'too_long')).toHaveLength(2)
  })

  test('a licence that has no identifier', () => {
    const repository = {
      address: 'https://github.com/a/b',
      licence: null,
      licenceUnknown: 'NOASSERTION',
      languages: [],
      topics: [],
    }
    const { outline } = outlineOf({ ...pasted('x'), repository }, 'en')
    expect(outline).toMatchObject({ licence: null, repositoryUrl: 'https://github.com/a/b' })
    expect(reasons(outline)).toEqual([['NOASSERTION', 'licence_unknown']])
  })
})

describe('labels', () => {
  test.each([
    ['accessibility', 'Accessibilité du Web'],
    ['a11y', 'Accessibilité du Web'],
    ['area: accessibility', 'Accessibilité du Web'],
    ['lang/python', 'Python'],
    ['données', 'Données'],
    ['Données', 'Données'],
    ['tech::postgres', 'PostgreSQL'],
    ['C#', 'C#'],
    ['c++', 'C++'],
    ['.NET', '.NET'],
    ['front-end', 'Développement d’interfaces'],
  ])('%s is a skill', (label, french) => {
    expect(skillNamed(label)?.fr).toBe(french)
  })

  test.each([
    'good first issue',
    'wontfix',
    'help wanted',
    'priority: high',
    'workflow::ready',
    'type::feature',
    'P1',
    'bug',
    'status/blocked',
    'size: XL',
    'aide demandée',
  ])('%s is about how people work', (label) => {
    expect(skillsOf([label], [], [])).toMatchObject({ skills: [], unmapped: [{ what: label, why: 'workflow_label' }] })
  })

  test('an unknown label is said, an unknown topic is not a skill, a language always is', () => {
    expect(skillsOf(['team: canals', 'ui'], ['Zig'], ['booking', 'react'])).toEqual({
      skills: [
        { en: 'Front-end development', fr: 'Développement d’interfaces' },
        { en: 'Zig', fr: 'Zig' },
        { en: 'React', fr: 'React' },
      ],
      hasInterface: true,
      unmapped: [{ what: 'team: canals', why: 'unknown_label' }],
    })
  })
})

test('the language is that of the small words, else the page’s', () => {
  expect(languageOf('The calendar of the page is broken', 'fr')).toBe('en')
  expect(languageOf('Le calendrier de la page est brisé', 'en')).toBe('fr')
  expect(languageOf('npm install', 'fr')).toBe('fr')
  expect(languageOf('', 'en')).toBe('en')
})

test('the need of the request holds why, what and the criteria, and never more than it may', () => {
  expect(needOf('Why.', 'What.', ['One.\nHow.'])).toBe('Why.\n\nWhat.\n\n- One.\n  How.')
  expect(needOf('a '.repeat(4_000), 'b', []).length).toBeLessThanOrEqual(NEED_MAX)
})

/** Pieces that issues are made of, put together in any way. */
const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdeéàœ0129𝒳') })
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const piece = fc.oneof(
  line,
  line.map((text) => `## ${text}`),
  fc.constantFrom(
    '## Context',
    '# Acceptance criteria',
    '### Critères d’acceptation',
    '## Summary',
    '## Skills',
    '## Tasks',
    '## We provide',
    '**Contexte**',
    'Background\n---',
  ),
  line.map((text) => `- [ ] ${text}`),
  line.map((text) => `  * [x] ${text}`),
  line.map((text) => `1. ${text}\n   ${text}`),
  line.map((text) => `- ${text}\n\n    more ${text}`),
  line.map((text) => `> ${text}`),
  line.map((text) => `<!-- ${text} -->`),
  line.map((text) => `![${text}](https://example.ca/${text.length}.png)`),
  line.map((text) => `<b>${text}</b> @someone and some.body@example.ca`),
  line.map((text) => `\`\`\`\n- [ ] ${text}\n\`\`\``),
  line.map((text) => `${text}\n===`),
  fc.constantFrom('', '\n', '---', '_No response_', '<!--', '-->', '```', '~~~', '- ', '|a|b|\n|-|-|\n|c|d|', '- [ ]'),
)
const body = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('\n')),
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('\n\n')),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...'#-*_`~<>![]()@.: \n\txa1'), maxLength: 400 }),
)

/** The words of the source that are neither in a part nor among what has no place. */
function lost(text: string, { unmapped, sections = [], ...parts }: Outline): string[] {
  const wordsOf = (given: string) => given.match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = new Set(
    [
      ...Object.values(parts).flat(),
      ...unmapped.map(({ what }) => what),
      ...sections.map(({ heading }) => heading),
    ].flatMap((each) => (typeof each === 'string' ? wordsOf(each) : [])),
  )
  // The number of a list item and the tick of a box are form, not words.
  const said = cleaned(text)
    .replace(/^([ \t]*)\d{1,9}[.)](?=[ \t])/gm, '$1')
    .replace(/\[[xX]\]/g, '')
  return wordsOf(said).filter((each) => !kept.has(each))
}

test('nothing of any body disappears, and nothing is too long', () => {
  fc.assert(
    fc.property(body, fc.constantFrom('', 'A title'), fc.constantFrom('en', 'fr'), (text, title, language) => {
      const { outline } = outlineOf(pasted(text, title), language)
      expect(lost(text, outline)).toEqual([])
      for (const part of ['title', 'teaser', 'background', 'work'] as const)
        expect(outline[part].length).toBeLessThanOrEqual(outlineLimits[part])
      for (const part of ['skills', 'workCriteria', 'applicationCriteria', 'provisions'] as const) {
        expect(outline[part]?.length ?? 0).toBeLessThanOrEqual(mostOutlineRows[part])
        expect(outline[part]?.every((row) => row.length <= outlineLimits[part]) ?? true).toBe(true)
      }
    }),
    { numRuns: 3_000 },
  )
})

test('bites: a part that is dropped is lost', () => {
  expect(
    lost('One two.\n\n## Context\n\nThree.', {
      ...laidOut('One two.\n\n## Context\n\nThree.'),
      background: '',
      need: '',
    }),
  ).toEqual(['Three'])
})

test.each([
  ['backticks', '`'.repeat(60_000)],
  ['backticks and a word', `${'`'.repeat(50_000)} x \``],
  ['comments that never end', '<!--'.repeat(20_000)],
  ['blanks in a heading', `# ${' '.repeat(90_000)}x`],
  ['brackets', '!['.repeat(40_000)],
  ['people', Array.from({ length: 15_000 }, (_, place) => `@p${place}`).join(' ')],
  ['dots', `${'a.'.repeat(40_000)}@b`],
  ['boxes', '- [ ] x\n'.repeat(12_000)],
  ['quotations', `${'> '.repeat(45_000)}x`],
  ['empty lines', `${'\n'.repeat(99_000)}x`],
])('hostile %s are read in good time', (_, text) => {
  const started = performance.now()
  outlineOf(pasted(text), 'en')
  expect(performance.now() - started).toBeLessThan(1_500)
})
