import type { FastifyInstance } from 'fastify'
import type { Seen } from './crawl.ts'
import { type FoundForm, plausible, wrongFields } from './forms.ts'
import { sendForm, strangeMarkup } from './hostile.ts'
import { parseMarkup } from './markup.ts'
import type { Stage } from './stage.ts'
import { survey } from './survey.ts'

/** Texts that people's programs let in, from the most harmful to the shortest: a field takes the first it accepts. */
const harms = [
  '<script>window.hostile=1</script>"><img src=x onerror="window.hostile=1">[x](javascript:hostile) ![x](https://evil.example/hostile.png) <svg/onload=hostile> \u202ehostile\u202c {{7*7}} and more words of it',
  `"'><img src=x onerror=hostile>`,
  '<b hostile>',
] as const

/** Sends each form with the most harm it accepts. What ends a file comes last, so that its other forms are still there. */
export async function storeHarm(
  server: FastifyInstance,
  forms: readonly FoundForm[],
): Promise<{ answered: { accepted: number; refused: number }; problems: string[] }> {
  const answered = { accepted: 0, refused: 0 }
  const problems = new Set<string>()
  for (const form of forms.toSorted((one, other) => endings(one) - endings(other))) {
    const { accepted, wrong } = await storeIn(server, form)
    answered[accepted ? 'accepted' : 'refused'] += 1
    for (const problem of wrong) problems.add(`${form.place.pattern}: ${problem}`)
  }
  return { answered, problems: [...problems] }
}

/** One page of each template and language that shows what was stored, and the elements of theirs on any of them. */
export async function showingHarm(stage: Stage): Promise<{ pages: Seen[]; problems: string[] }> {
  const showing = new Map<string, Seen>()
  const problems = new Set<string>()
  await survey(stage, {
    ...{ most: 3, checks: 'none' },
    look: (seen) => {
      if (!seen.html.includes('hostile')) return
      for (const problem of strangeMarkup(seen.html)) problems.add(`${seen.place.pattern}: ${problem} (${seen.url})`)
      const template = `${seen.place.pattern} ${seen.place.language}`
      if (!showing.has(template)) showing.set(template, seen)
    },
  })
  return { pages: [...showing.values()], problems: [...problems] }
}

/** What is refused gives way, field by field, to something milder. */
async function storeIn(server: FastifyInstance, form: FoundForm): Promise<{ accepted: boolean; wrong: string[] }> {
  const harm = new Map(form.fields.filter(({ kind }) => kind === 'text').map(({ name }) => [name, 0]))
  const wrong: string[] = []
  for (let tries = 0; tries < 5; tries += 1) {
    const changed = [...harm].flatMap(([name, level]): [string, string][] => {
      const text = harms[level]
      return text === undefined ? [] : [[name, text]]
    })
    const sent = await sendForm(server, form, plausible(form, Object.fromEntries(changed)))
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
