import { mkdir, writeFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../../src/app.ts'
import { features } from '../../src/features.ts'
import { languages } from '../../src/platform/i18n.ts'
import { path } from '../../src/platform/paths.ts'
import { openBrowser } from '../browser.ts'
import { cloneDatabase } from '../cloned.ts'
import { openArrangedStage } from '../pages/arranged.ts'
import { freshAssets } from '../pages/assets.ts'
import { partsOf, type Seen } from '../pages/crawl.ts'
import { type FoundForm, gatheringKinds, plausible, type Typed, undoing } from '../pages/forms.ts'
import { answerProblems, attack, hostileTexts, sendForm } from '../pages/hostile.ts'
import { lookAt } from '../pages/looking.ts'
import { gatheringForms, returnedPages } from '../pages/returned.ts'
import { few, headersOf, mayAsk, openDemoStage, type Stage } from '../pages/stage.ts'
import { showingHarm, storeHarm } from '../pages/stored.ts'
import { everyProblem, type Survey, survey } from '../pages/survey.ts'

// One walk through each world serves every question that is asked of its pages and forms.

const stages: Readonly<Record<string, () => Promise<Stage>>> = {
  'the demonstration': async () => {
    const database = await cloneDatabase()
    const stage = await openDemoStage({ database, ...few })
    return { ...stage, close: () => stage.close().then(database.drop) }
  },
  'files in other states': () => openArrangedStage(few),
}

let browser: Browser
/** A state that one world has shown in the browser is not opened again from the other. */
const parts = new Map<string, Set<string>>()
/** Nor is a kind of form that one world has shown tried again in the other. */
const tried = new Set<string>()
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  const without = Object.keys(features.routes)
    .map((key) => key.split(/ +/))
    .flatMap(([method, pattern = '']) =>
      method === 'POST' && ![...tried].some((kind) => kind.startsWith(`${pattern} `)) ? [pattern] : [],
    )
  process.stdout.write(`acts whose form nobody showed: ${without.join(', ')}\n`)
})

describe.each(Object.entries(stages))('every page of %s, as everybody, in both languages', (name, open) => {
  let stage: Stage
  let found: Survey
  let returned: Seen[]
  let server: FastifyInstance
  let forms: readonly FoundForm[]
  beforeAll(async () => {
    stage = await open()
    const [halves, kinds] = [gatheringForms(), gatheringKinds(tried)]
    found = await survey(stage, {
      ...{ most: 2, parts },
      look(seen) {
        halves.look(seen)
        kinds.look(seen)
      },
    })
    returned = await returnedPages(stage, halves.forms.values())
    forms = kinds.forms
    server = await createServer(undoing(stage.app), await freshAssets())
    const { pages, templates, representatives, skipped } = found
    process.stdout.write(
      `${name}: ${pages} pages, ${templates.size / 2} templates, ${representatives.length} to open, ${skipped} skipped, ${returned.length} forms came back\n`,
    )
  }, 480_000)
  afterAll(async () => {
    await server?.close()
    await stage?.close()
  })

  it('answers, is valid, speaks one language and leads somewhere', async () => {
    await mkdir('test-results', { recursive: true })
    await writeFile(`test-results/pages-${name.replaceAll(' ', '-')}.txt`, found.problems.join('\n'))
    expect(found.problems.slice(0, 50)).toEqual([])
  })

  it('is as good when a form comes back with what is wrong', async () => {
    expect(await everyProblem(stage, returned)).toEqual([])
  })

  it('is there in both languages', () => {
    const alone = [...found.templates].filter(
      (template) => !found.templates.has(template.replace(/ (en|fr)$/, (end) => (end === ' en' ? ' fr' : ' en'))),
    )
    expect(alone).toEqual([])
  })

  it('is accessible (WCAG 2.2 AA), fits 320 pixels and breaks no content policy', async () => {
    const { representatives, templates } = found
    const back = returned.filter(({ place, page, status }) =>
      bringsNew(`${place.pattern} ${place.language} ${status}`, partsOf(page)),
    )
    const first = new Set(firstOfEach(representatives))
    const phone = await lookAt(browser, stage, [...representatives, ...back], {
      widths: [320],
      // The French page is made of the same elements as the English one, with longer words: one of each template is
      // asked about. It has the same colours; at a desk, each template shows its own, once.
      axe: (seen) => seen.place.language === 'en' || first.has(seen),
      colours: ({ place }) => place.language === 'en',
    })
    const once = [...first].filter(({ place }) => place.language === 'en')
    const desk = await lookAt(browser, stage, once, { widths: [1280] })
    process.stdout.write(
      `${name}: ${phone.pages} pages of ${templates.size / 2} templates at 320 pixels, ${desk.pages} at 1280\n`,
    )
    expect([...phone.problems, ...desk.problems]).toEqual([])
  }, 900_000)

  it('lets no hostile text out of a field of any form, and loses none', async () => {
    const { sums, problems } = await attack(
      forms.map((form) => ({ form, server })),
      { thorough: false },
    )
    process.stdout.write(`${name}, hostile texts: ${JSON.stringify(sums)}\n`)
    expect(problems).toEqual([])
  }, 600_000)

  it('fails on no form, however oddly it is filled', async () => {
    const problems: string[] = []
    for (const [odd, shaped] of Object.entries(oddShapes)) {
      for (const form of forms) {
        const sent = await sendForm(server, form, shaped(form))
        problems.push(...sent.problems.map((problem) => `${form.place.pattern}, ${odd}: ${problem}`))
      }
    }
    expect(problems).toEqual([])
  })

  it('answers the same whatever fields come along', async () => {
    const different: string[] = []
    for (const form of forms) {
      const plain = await sendForm(server, form, plausible(form))
      const more = await sendForm(server, form, [
        ...plausible(form),
        ['state', 'open'],
        ['departmentId', 'x'],
        ['id', 'x'],
      ])
      if (plain.status !== more.status) different.push(`${form.place.pattern}: ${plain.status}, then ${more.status}`)
    }
    expect(different).toEqual([])
  })

  it('fails on no hostile word in a path or a query', async () => {
    const problems = new Set<string>()
    for (const [key, { who }] of Object.entries(features.routes)) {
      const [method = '', pattern = ''] = key.split(/ +/)
      const asker = stage.askers.toReversed().find((each) => mayAsk(who, each))
      if (!asker) continue
      for (const [text, value] of Object.entries(hostileTexts)) {
        if (text === 'endless') continue
        const language = languages[value.length % 2] ?? 'en'
        const gaps = new Proxy<Record<string, string>>({}, { get: () => value.toWellFormed().slice(0, 150) })
        const word = encodeURIComponent(value.toWellFormed())
        const response = await server.inject({
          method: method === 'GET' ? 'GET' : 'POST',
          url: `${path(pattern, language, gaps)}?${queryNames.map((each) => `${each}=${word}`).join('&')}`,
          headers: { ...headersOf(asker), 'content-type': 'application/x-www-form-urlencoded' },
          ...(method === 'GET' ? {} : { payload: '' }),
        })
        const { statusCode: status, body, headers } = response
        for (const problem of answerProblems({ status, body, headers })) problems.add(`${key}, ${text}: ${problem}`)
      }
    }
    expect([...problems]).toEqual([])
  }, 300_000)

  // Last, because it stores.
  const lastly = name === 'the demonstration' ? it : () => {}
  lastly(
    'runs nothing of what was stored with ten kinds of harm in it, on any page that shows it',
    async () => {
      const { answered, problems } = await storeHarm(stage.server, forms)
      const found = await showingHarm(stage)
      const { pages, problems: run } = await lookAt(browser, stage, found.pages, { widths: [320], axe: () => false })
      process.stdout.write(`stored: ${JSON.stringify({ forms: forms.length, ...answered, templates: pages })}\n`)
      expect([...problems, ...found.problems, ...run]).toEqual([])
      expect(answered.accepted).toBeGreaterThan(10)
      expect(pages).toBeGreaterThan(20)
    },
    600_000,
  )
})

const queryNames = 'q page before after file to number state day from a[b] __proto__'.split(' ')

const oddShapes: Readonly<Record<string, (form: FoundForm) => Typed>> = {
  'nothing at all': () => [],
  'each name twice': (form) => plausible(form).flatMap((pair) => [pair, pair]),
  'names that programs trip over': (form) => [
    ...plausible(form),
    ...['__proto__', 'constructor', 'toString', '__proto__[x]', 'hasOwnProperty', 'then'].map(
      (name) => [name, 'x'] as const,
    ),
  ],
  'as brackets': (form) =>
    plausible(form).flatMap(
      ([name, value]) =>
        [
          [`${name}[]`, value],
          [`${name}[a]`, value],
        ] as const,
    ),
  'five thousand more fields': (form) => [
    ...plausible(form),
    ...Array.from({ length: 5_000 }, (_, place) => [`more${place}`, 'x'] as const),
  ],
  'a name a hundred times': (form) =>
    plausible(form).flatMap(([name, value]) => Array.from({ length: 100 }, () => [name, value] as const)),
}

/** What looks at pages finds what it looks for: a planted page has one fault of each kind. */
it('bites', async () => {
  const stage = await stages['files in other states']?.()
  if (!stage) throw new Error('there is no stage')
  try {
    const { representatives } = await survey(stage, { most: 1, checks: 'none', askers: stage.askers.slice(0, 1) })
    const [seen] = representatives
    if (!seen) throw new Error('nobody saw a page')
    const html = seen.html.replace(
      '</main>',
      `<img src="/x.png"><nobr>${'x'.repeat(900)}</nobr><script>1</script></main>`,
    )
    const { problems } = await lookAt(browser, stage, [{ ...seen, html }], { widths: [320] })
    for (const fault of [/image-alt/, /pixels wider/, /Content Security Policy/])
      expect(problems.filter((problem) => fault.test(problem))).not.toEqual([])
  } finally {
    await stage.close()
  }
})

function bringsNew(template: string, brought: readonly string[]): boolean {
  const before = parts.get(template) ?? new Set()
  parts.set(template, new Set([...before, ...brought]))
  return brought.some((part) => !before.has(part))
}

function firstOfEach(pages: readonly Seen[]): Seen[] {
  const first = new Map<string, Seen>()
  for (const seen of pages) {
    const template = `${seen.place.pattern} ${seen.place.language}`
    if (!first.has(template)) first.set(template, seen)
  }
  return [...first.values()]
}
