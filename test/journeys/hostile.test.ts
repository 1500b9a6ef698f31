import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { cloneDatabase } from '../cloned.ts'
import type { Seen } from '../pages/crawl.ts'
import { type FoundForm, formsOn, kindOfForm, plausible, wrongFields } from '../pages/forms.ts'
import { sendForm, strangeMarkup } from '../pages/hostile.ts'
import { lookAt } from '../pages/looking.ts'
import { parseMarkup } from '../pages/markup.ts'
import { few, openDemoStage, type Stage } from '../pages/stage.ts'
import { survey } from '../pages/survey.ts'

/** Texts that people's programs let in, from the most harmful to the shortest: a field takes the first it accepts. */
const stored = [
  '<script>window.hostile=1</script>"><img src=x onerror="window.hostile=1">[x](javascript:hostile) ![x](https://evil.example/hostile.png) <svg/onload=hostile> \u202ehostile\u202c {{7*7}} and more words of it',
  `"'><img src=x onerror=hostile>`,
  '<b hostile>',
] as const

let stage: Stage
let browser: Browser
let drop = async (): Promise<void> => {}

beforeAll(async () => {
  const database = await cloneDatabase()
  drop = database.drop
  stage = await openDemoStage({ database, ...few })
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await stage?.close()
  await drop()
})

it('what was stored with ten kinds of harm in it runs nothing on any page that shows it', async () => {
  const forms = new Map<string, FoundForm>()
  await survey(stage, {
    ...{ most: 3, checks: 'none' },
    look: (seen) => {
      for (const form of formsOn(seen)) if (!forms.has(kindOfForm(form))) forms.set(kindOfForm(form), form)
    },
  })
  const answered = { accepted: 0, refused: 0 }
  const problems = new Set<string>()
  // What ends a file comes last, so that the other forms of the file are still there.
  for (const form of [...forms.values()].toSorted((a, b) => endings(a) - endings(b))) {
    const { accepted, wrong } = await storeIn(form)
    answered[accepted ? 'accepted' : 'refused'] += 1
    for (const problem of wrong) problems.add(`${form.place.pattern}: ${problem}`)
  }

  const showing = new Map<string, Seen>()
  await survey(stage, {
    ...{ most: 5, checks: 'none' },
    look: (seen) => {
      if (!seen.html.includes('hostile')) return
      for (const problem of strangeMarkup(seen.html)) problems.add(`${seen.place.pattern}: ${problem} (${seen.url})`)
      const template = `${seen.place.pattern} ${seen.place.language}`
      if (!showing.has(template)) showing.set(template, seen)
    },
  })
  const { pages, problems: run } = await lookAt(browser, stage, [...showing.values()], { widths: [320], axe: false })
  process.stdout.write(`stored: ${JSON.stringify({ forms: forms.size, ...answered, templates: pages })}\n`)
  expect([...problems, ...run]).toEqual([])
  expect(answered.accepted).toBeGreaterThan(10)
  expect(pages).toBeGreaterThan(20)
})

/** Sends the form with the most harm it accepts: what is refused gives way, field by field, to something milder. */
async function storeIn(form: FoundForm): Promise<{ accepted: boolean; wrong: string[] }> {
  const harm = new Map(form.fields.filter(({ kind }) => kind === 'text').map(({ name }) => [name, 0]))
  const wrong: string[] = []
  for (let tries = 0; tries < 5; tries += 1) {
    const changed = [...harm].flatMap(([name, level]): [string, string][] => {
      const text = stored[level]
      return text === undefined ? [] : [[name, text]]
    })
    const sent = await sendForm(stage.server, form, plausible(form, Object.fromEntries(changed)))
    wrong.push(...sent.problems)
    if (sent.status === 303) return { accepted: true, wrong }
    const refused = wrongFields(parseMarkup(sent.body))
    if (sent.status !== 422 || refused.length === 0) return { accepted: false, wrong }
    for (const name of refused) harm.set(name, (harm.get(name) ?? 0) + 1)
  }
  return { accepted: false, wrong }
}

const endings = ({ place }: FoundForm): number =>
  /withdrawal|cancellation|termination|unsubscribe|sign-out|refusal|return/.test(place.pattern) ? 1 : 0
