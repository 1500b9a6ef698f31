import type { App } from '../platform/app.ts'
import type { Asked, Reply } from '../platform/http.ts'
import type { Actor, Staff, StaffRole, Supplier } from './rules.ts'

/** Who may ask for a page. Routes are closed unless they say `public`. */
export type Who = 'public' | readonly (StaffRole | 'supplier')[]

export type Request = Asked<Actor>
export type Route = {
  readonly who: Who
  readonly does: (app: App, request: Request) => Promise<Reply>
  /** Accepts files (multipart), held in memory. */
  readonly files?: boolean
  /** Accepts what no page of ours sent, such as a mailbox that presses a button (RFC 8058): the address is the proof. */
  readonly anywhere?: boolean
  /** Says something of one person, signed in or not: no browser keeps it. What a signed-in person sees is never kept. */
  readonly personal?: boolean
  /** Nobody is recognised: no cookie is read or set, no address is kept, and the log of requests has no line. */
  readonly unseen?: boolean
  /** Its lines in the log of requests would say how many apply: it has one only when it fails. */
  readonly uncounted?: boolean
  /**
   * The page is the same for every visitor, whoever asks and from wherever: it is rendered once for each version of the
   * public data and kept (platform/pageCache.ts). These are the only names its address may carry in a query; an
   * address with another name, or a visitor who is signed in, is answered as any page is. What changes by time is
   * written as an instant, and the reply says `until` when it changes by itself.
   */
  readonly cached?: readonly string[]
}

/** The table of contents of a feature: method and English address to who and what. French addresses follow from platform/paths. */
export type Routes = Readonly<Record<`${'GET' | 'POST'} /${string}`, Route>>

/** A route whose handler is given a member of staff; anybody else never reaches it. */
export function forStaff(
  who: readonly StaffRole[],
  does: (app: App, request: Asked<Staff>) => Promise<Reply>,
  options: { files?: boolean } = {},
): Route {
  return {
    who,
    ...options,
    does: (app, request) => {
      if (request.actor.kind !== 'staff') throw new Error('a staff page was reached by somebody else')
      return does(app, { ...request, actor: request.actor })
    },
  }
}

/** A route of whoever applies: given a supplier, and not counted by the log. */
export const forApplicant = (does: Parameters<typeof forSupplier>[0]): Route => forSupplier(does, { uncounted: true })

/** A route whose handler is given a supplier. */
export function forSupplier(
  does: (app: App, request: Asked<Supplier>) => Promise<Reply>,
  options: Pick<Route, 'files' | 'uncounted'> = {},
): Route {
  return {
    who: ['supplier'],
    ...options,
    does: (app, request) => {
      if (request.actor.kind !== 'supplier') throw new Error('a supplier’s page was reached by somebody else')
      return does(app, { ...request, actor: request.actor })
    },
  }
}

export const open = (
  does: Route['does'],
  options: Pick<Route, 'files' | 'anywhere' | 'personal' | 'unseen' | 'cached'> = {},
): Route => ({
  who: 'public',
  does,
  ...options,
})

/** The one question behind every route and every button that leads to it. */
export function mayAsk(who: Who, actor: Actor): boolean {
  if (who === 'public') return true
  if (actor.kind === 'supplier') return who.includes('supplier')
  return actor.kind === 'staff' && actor.roles.some((role) => who.includes(role))
}
