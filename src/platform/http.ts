import type { ComponentChild } from 'preact'
import type { Language, Text } from './i18n.ts'

/** What was typed, as it was typed. A name that occurs several times holds a list. */
export type Form = Readonly<Record<string, string | readonly string[]>>

/** One question asked of the program: who asks, in which language, for what. */
export type Asked<Actor> = {
  readonly actor: Actor
  readonly language: Language
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: Form
  /** Files of a multipart form, in memory. One that is longer than 5,000,000 bytes is cut at the next: refuse it. */
  readonly files: readonly { field: string; name: string; type: string; bytes: Buffer }[]
  /** The address of this page in both languages, query included. */
  readonly address: Text
  /** A random value that this browser keeps in a cookie; binds one-time codes to the browser that asked. */
  readonly browser: string
  /** Salted hash of the network address, for limits; never stored with a name. */
  readonly origin: string
  /** The token of the session, for the page that ends it. */
  readonly session?: string | undefined
}

export type Crumb = { readonly label: string; readonly href: string }

/** Modules of the browser that some pages load besides (src/ui/browser). */
export type PageModule = 'apply' | 'drafting'

export type PageReply = {
  readonly kind: 'page'
  readonly status: number
  readonly title: string
  readonly body: ComponentChild
  readonly crumbs: readonly Crumb[]
  /** One sentence for search engines and link previews; public pages have one. */
  readonly description?: string
  /** The side the page is on, when it is not the side of the person who asks. */
  readonly audience?: 'public' | 'staff' | 'supplier'
  /** `bleed` lets sections run from edge to edge; each then brings its own `.wrap`. */
  readonly layout?: 'page' | 'bleed' | 'narrow'
  /** A module that this page loads besides the script of all pages; it works without it. */
  readonly module?: PageModule
  /** The next instant at which this page changes by time alone, such as a closing; a kept copy ends there. */
  readonly until?: Date | undefined
  /** Pages of guidance that the department of this page words itself: links to them name it. */
  readonly guidance?: Guidance | undefined
}
/** A department’s code, and the patterns of the pages that it words itself. */
export type Guidance = { readonly department: string; readonly pages: ReadonlySet<string> }
export type RedirectReply = { readonly kind: 'redirect'; readonly to: string; readonly session?: string | null }
export type ContentReply = {
  readonly kind: 'content'
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly fileName?: string
  /** When it last changed, for readers that ask again and again. */
  readonly changedAt?: Date | undefined
  /** The next instant at which this content changes by time alone; a kept copy ends there. */
  readonly until?: Date | undefined
}
export type UnknownReply = { readonly kind: 'unknown' }
export type Reply = PageReply | RedirectReply | ContentReply | UnknownReply

/** A page in the frame. 200 shows, 422 says what is wrong with the text, 409 says what is wrong with the wish. */
export const page = (
  status: 200 | 409 | 422 | 429,
  title: string,
  body: ComponentChild,
  more: Partial<
    Pick<PageReply, 'crumbs' | 'description' | 'audience' | 'layout' | 'module' | 'until' | 'guidance'>
  > = {},
): PageReply => ({ kind: 'page', status, title, body, crumbs: more.crumbs ?? [], ...more })

/** After an act: look at what came of it (303). Only addresses of our own. */
export const seeOther = (to: string): RedirectReply => ({ kind: 'redirect', to })

/** Starts (a token) or ends (null) a session on the way. */
export const seeOtherWithSession = (to: string, session: string | null): RedirectReply => ({
  kind: 'redirect',
  to,
  session,
})

export const content = (type: string, body: string | Buffer, fileName?: string, until?: Date): ContentReply => ({
  kind: 'content',
  status: 200,
  type,
  body,
  ...(fileName ? { fileName } : {}),
  until,
})

/** Unknown and forbidden look alike: 404. */
export const unknown: UnknownReply = { kind: 'unknown' }

/** The first value typed under a name, or nothing. */
export function typed(form: Form, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All values typed under a name. */
export function typedAll(form: Form, name: string): readonly string[] {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
