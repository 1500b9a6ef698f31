import { afterAll, beforeAll, expect, it } from 'vitest'
import { features } from '../../src/features.ts'
import { languages } from '../../src/platform/i18n.ts'
import { path } from '../../src/platform/paths.ts'
import { cloneDatabase } from '../cloned.ts'
import { openArrangedStage } from '../pages/arranged.ts'
import { type FoundForm, plausible, type Typed } from '../pages/forms.ts'
import { answerProblems, attack, hostileTexts, sendForm, strangeMarkup } from '../pages/hostile.ts'
import { few, headersOf, mayAsk, openDemoStage } from '../pages/stage.ts'
import { openTargets } from '../pages/targets.ts'

let world: Awaited<ReturnType<typeof openTargets>>

let drop = async (): Promise<void> => {}
beforeAll(async () => {
  const database = await cloneDatabase()
  drop = database.drop
  world = await openTargets([() => openDemoStage({ database, ...few }), () => openArrangedStage(few)])
}, 240_000)
afterAll(async () => {
  await world?.close()
  await drop()
})

it('no field of any form lets ten hostile texts out of their place, or loses them', async () => {
  const { sums, problems } = await attack(world.targets, { thorough: false })
  const acts = new Set(world.targets.map(({ form }) => form.place.pattern))
  const without = Object.keys(features.routes)
    .map((key) => key.split(/ +/))
    .flatMap(([method, pattern = '']) => (method === 'POST' && !acts.has(pattern) ? [pattern] : []))
  process.stdout.write(`acts whose form nobody showed: ${without.join(', ')}\n`)
  process.stdout.write(`hostile texts: ${JSON.stringify(sums)}\n`)
  expect(sums.forms).toBeGreaterThan(10)
  expect(problems).toEqual([])
}, 600_000)

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

it.each(Object.entries(oddShapes))('no form fails on %s', async (_, shaped) => {
  const problems: string[] = []
  for (const { form, server } of world.targets) {
    const sent = await sendForm(server, form, shaped(form))
    problems.push(...sent.problems.map((problem) => `${form.place.pattern}: ${problem}`))
  }
  expect(problems).toEqual([])
})

it('unknown fields change no answer', async () => {
  const different: string[] = []
  for (const { form, server } of world.targets) {
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

it('no address fails on hostile words in its path or its query', async () => {
  const problems = new Set<string>()
  for (const stage of world.stages) {
    for (const [key, { who }] of Object.entries(features.routes)) {
      const [method = '', pattern = ''] = key.split(/ +/)
      const asker = stage.askers.toReversed().find((each) => mayAsk(who, each))
      if (!asker) continue
      for (const [text, value] of Object.entries(hostileTexts)) {
        if (text === 'endless') continue
        const language = languages[value.length % 2] ?? 'en'
        const gaps = new Proxy<Record<string, string>>({}, { get: () => value.toWellFormed().slice(0, 150) })
        const word = encodeURIComponent(value.toWellFormed())
        const query = [
          'q',
          'page',
          'before',
          'after',
          'file',
          'to',
          'number',
          'state',
          'day',
          'from',
          'a[b]',
          '__proto__',
        ]
        const url = `${path(pattern, language, gaps)}?${query.map((name) => `${name}=${word}`).join('&')}`
        const response = await world.servers[world.stages.indexOf(stage)]?.inject({
          ...{ method: method === 'GET' ? 'GET' : 'POST', url },
          headers: { ...headersOf(asker), 'content-type': 'application/x-www-form-urlencoded' },
          ...(method === 'GET' ? {} : { payload: '' }),
        })
        if (!response) continue
        const { statusCode: status, body, headers } = response
        for (const problem of answerProblems({ status, body, headers })) problems.add(`${key}, ${text}: ${problem}`)
      }
    }
  }
  expect([...problems]).toEqual([])
})

it('finds an element, an attribute and a link that a text brought', () => {
  const planted = (text: string) => strangeMarkup(`<p title="${text}">${text}</p>`)
  expect(planted('plain &lt;b&gt;')).toEqual([])
  for (const text of ['script', 'breakOut', 'letterHead', 'markdown'] as const)
    expect(planted(hostileTexts[text] ?? ''), text).not.toEqual([])
  expect(strangeMarkup(`<a href="${hostileTexts.address}">x</a>`)).not.toEqual([])
})
