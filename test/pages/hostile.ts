import type { FastifyInstance } from 'fastify'
import { cleaned } from '../../src/platform/forms.ts'
import { type FoundForm, isSecret, payloadOf, plausible, standingIn, type Typed } from './forms.ts'
import { elementsOf, parseMarkup } from './markup.ts'
import { markupProblems } from './problems.ts'
import { headersOf } from './stage.ts'

/** Ten texts that mean harm: to pages, to queries, to letters, to logs, to whoever reads. */
export const hostileTexts: Readonly<Record<string, string>> = {
  script: '<script>window.hostile=1</script><hostile-1 onclick=hostile()>',
  breakOut: `x"'><img src=x onerror="window.hostile=1" data-hostile="2"><hostile-2 a="`,
  address: 'javascript:window.hostile=1//https://example.ca',
  query: `'; drop table people; -- \\' or "1"="1`,
  template: '{{7*7}} \u0024{7*7} <%= 7*7 %> #{7*7} %s %n %x \\u003chostile-5\\u003e &lt;hostile-5&gt;',
  reversed: '\u202eevil\u202c \u200b\u200d\u2066 👩‍👩‍👧‍👦 𝒳𝓎 e\u0301 \ufeff',
  controls: 'a\u0000b\u0007c\u001b[31md\u0085e\u2028f\ud800g',
  endless: 'x'.repeat(25_000),
  letterHead: 'ok\r\nSet-Cookie: hostile=1\r\nBcc: evil@example.ca\r\n\r\n<hostile-9>',
  markdown:
    '[x](javascript:window.hostile=1) ![x](https://evil.example/t.png) <svg/onload=window.hostile=1> [__proto__]: data:text/html,x',
}

export type Sent = { status: number; body: string; location: string; problems: string[] }

/** Sends a form and says what of the text got out of its place, and what should not have been answered. */
export async function sendForm(server: FastifyInstance, form: FoundForm, typed: Typed): Promise<Sent> {
  const { payload, type } = payloadOf(form, typed)
  const response = await server.inject({
    ...{ method: 'POST', url: form.action, payload },
    headers: { ...headersOf(form.asker), 'content-type': type },
  })
  const location = String(response.headers.location ?? '')
  const problems = answerProblems({ status: response.statusCode, body: response.body, headers: response.headers })
  return { status: response.statusCode, body: response.body, location, problems }
}

/** Whatever was sent: no failure of ours, no header of theirs, no element or attribute of theirs. */
export function answerProblems({
  status,
  body,
  headers,
}: {
  status: number
  body: string
  headers: Readonly<Record<string, unknown>>
}): string[] {
  const problems: string[] = []
  if (status >= 500) problems.push(`answers ${status}`)
  if (/hostile/.test(JSON.stringify(headers['set-cookie'] ?? ''))) problems.push('sets their cookie')
  const location = String(headers.location ?? '/')
  if (!/^\/(?!\/)/.test(location)) problems.push(`leads to ${location}`)
  if (String(headers['content-type']).startsWith('text/html')) problems.push(...strangeMarkup(body))
  return problems
}

/** Elements and attributes of a page that no view of ours wrote. */
export function strangeMarkup(html: string): string[] {
  const page = parseMarkup(html)
  const problems = markupProblems(page).filter((problem) => !problem.startsWith('several filled'))
  for (const { tag, attributes } of elementsOf(page)) {
    const names = [tag, ...attributes.keys()]
    if (names.some((name) => name.includes('hostile') || !/^[a-z][a-z0-9:-]*$/i.test(name)))
      problems.push(`an element of theirs: ${names.join(' ')}`)
    if (tag === 'img' || tag === 'iframe' || tag === 'object' || tag === 'embed') problems.push(`a ${tag}`)
  }
  return problems
}

/** What stands in the fields of one sending: field by field, the name of a hostile text. */
export type Trial = Readonly<Record<string, string>>

/**
 * The sendings that try a form. Thoroughly: each text in each field alone, and in all text fields at once. Else: each
 * text in each field, its neighbours filled too; and each field alone, with one.
 */
export function trialsOf(form: FoundForm, { thorough, turn }: { thorough: boolean; turn: number }): Trial[] {
  const kinds = Object.keys(hostileTexts)
  const names = form.fields.filter(({ kind }) => kind !== 'file').map(({ name }) => name)
  const texts = form.fields.filter(({ kind }) => kind === 'text').map(({ name }) => name)
  const kindAt = (place: number): string => kinds[place % kinds.length] ?? 'script'
  const together = texts.length > 1 ? kinds.map((kind) => Object.fromEntries(texts.map((name) => [name, kind]))) : []
  if (thorough) return [...kinds.flatMap((kind) => names.map((name) => ({ [name]: kind }))), ...together]
  // Apart: a forged choice may show other fields, and what was typed in the first ones need not come back.
  const mixed = [texts, names.filter((name) => !texts.includes(name))]
    .filter((group) => group.length > 0)
    .flatMap((group) =>
      kinds.map((_, shift) => Object.fromEntries(group.map((name, place) => [name, kindAt(place + shift)]))),
    )
  const alone = names.map((name, place) => ({ [name]: kindAt(place + turn) }))
  return [...mixed, ...alone]
}

/** Fills fields with hostile texts; what was typed must come back when the form does. */
export async function tryTexts(server: FastifyInstance, form: FoundForm, trial: Trial): Promise<Sent> {
  const textAt = (name: string): string => hostileTexts[trial[name] ?? ''] ?? ''
  const filled = Object.fromEntries(Object.keys(trial).map((name) => [name, textAt(name)]))
  const sent = await sendForm(server, form, plausible(form, filled))
  if ((sent.status !== 422 && sent.status !== 409) || savedInParts.has(form.place.pattern)) return sent
  const page = parseMarkup(sent.body)
  for (const field of form.fields) {
    if (field.kind !== 'text' || isSecret(field) || !(field.name in trial)) continue
    const back = standingIn(page, field.name)
    if (back === undefined) sent.problems.push(`${sent.status}, and ${field.name} is gone`)
    else if (comparable(back) !== comparable(textAt(field.name)))
      sent.problems.push(`${sent.status}, and ${field.name} holds “${back.slice(0, 40)}”`)
  }
  return sent
}

/**
 * What can be saved of these forms is saved, and only the rest comes back: where everything is undone, the saved part is
 * gone from the answer. Their own tests see both parts.
 */
const savedInParts: ReadonlySet<string> = new Set(['/files/:id/statement', '/files/:id/translation'])

export type Attacked = { forms: number; fields: number; sent: number; accepted: number; returned: number }

/** Tries every form of both worlds, and says what got out of its place, what was lost, and what failed. */
export async function attack(
  targets: readonly { form: FoundForm; server: FastifyInstance }[],
  { thorough, said = () => {} }: { thorough: boolean; said?: (sums: Attacked) => void },
): Promise<{ sums: Attacked; problems: string[] }> {
  const problems = new Set<string>()
  const sums = { forms: 0, fields: 0, sent: 0, accepted: 0, returned: 0 }
  for (const [turn, { form, server }] of targets.entries()) {
    for (const trial of trialsOf(form, { thorough, turn })) {
      const sent = await tryTexts(server, form, trial)
      sums.sent += 1
      if (sent.status === 303) sums.accepted += 1
      if (sent.status === 422 || sent.status === 409) sums.returned += 1
      for (const problem of sent.problems)
        problems.add(`${form.place.pattern}, ${Object.entries(trial).slice(0, 2)}: ${problem}`)
    }
    sums.forms += 1
    sums.fields += form.fields.filter(({ kind }) => kind !== 'file').length
    said(sums)
  }
  return { sums, problems: [...problems] }
}

/** What is kept of a text: control characters go, and half characters cannot travel in a form. */
const comparable = (text: string): string => cleaned(text.toWellFormed()).replace(/\s+/g, ' ')
