import { createServer } from '../../src/app.ts'
import { freshAssets } from './assets.ts'
import type { Seen } from './crawl.ts'
import { type FoundForm, formsOn, kindOfForm, payloadOf, plausible, undoing } from './forms.ts'
import { parseMarkup } from './markup.ts'
import { headersOf, type Stage } from './stage.ts'

/** Gathers one form of each kind and language from the pages that somebody sees. */
export function gatheringForms(): { forms: Map<string, FoundForm>; look: (seen: Seen) => void } {
  const forms = new Map<string, FoundForm>()
  const look = (seen: Seen): void => {
    for (const form of formsOn(seen)) {
      const kind = `${kindOfForm(form)} ${form.place.language}`
      if (!forms.has(kind)) forms.set(kind, form)
    }
  }
  return { forms, look }
}

/** Each form as it comes back: sent with nothing in it, and with texts that are too long. Nothing is stored. */
export async function returnedPages(stage: Stage, forms: Iterable<FoundForm>): Promise<Seen[]> {
  const server = await createServer(undoing(stage.app), await freshAssets())
  const pages: Seen[] = []
  try {
    for (const form of forms) {
      const { asker, action: url, place } = form
      const long = Object.fromEntries(
        form.fields.filter(({ kind }) => kind === 'text').map(({ name }) => [name, 'long words '.repeat(2_000)]),
      )
      for (const typed of [[], plausible(form, long)]) {
        const { payload, type } = payloadOf(form, typed)
        const headers = { ...headersOf(asker), 'content-type': type }
        const response = await server.inject({ method: 'POST', url, payload, headers })
        if (response.statusCode !== 422 && response.statusCode !== 409) continue
        const { statusCode: status, body: html } = response
        pages.push({ asker, url, place, status, headers: response.headers, html, page: parseMarkup(html) })
      }
    }
  } finally {
    await server.close()
  }
  return pages
}
