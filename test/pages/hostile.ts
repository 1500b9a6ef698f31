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
  endless: 'x'.repeat(100_000),
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

/** Fills one field, or every text, with a hostile text; what was typed must come back when the form does. */
export async function tryText(
  server: FastifyInstance,
  form: FoundForm,
  { text, names }: { text: string; names: readonly string[] },
): Promise<Sent> {
  const sent = await sendForm(server, form, plausible(form, Object.fromEntries(names.map((name) => [name, text]))))
  if (sent.status !== 422 && sent.status !== 409) return sent
  const page = parseMarkup(sent.body)
  for (const field of form.fields) {
    if (field.kind !== 'text' || isSecret(field) || !names.includes(field.name)) continue
    const back = standingIn(page, field.name)
    if (back === undefined) sent.problems.push(`${sent.status}, and ${field.name} is gone`)
    else if (comparable(back) !== comparable(text))
      sent.problems.push(`${sent.status}, and ${field.name} holds “${back.slice(0, 40)}”`)
  }
  return sent
}

/** What is kept of a text: control characters go, and half characters cannot travel in a form. */
const comparable = (text: string): string => cleaned(text.toWellFormed()).replace(/\s+/g, ' ')
