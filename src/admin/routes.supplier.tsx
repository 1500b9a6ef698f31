import type { Routes } from '../accounts/routing.ts'
import { type Next, showApplications } from '../applications/home.tsx'
import { formatDay, formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import type { InHand } from './rules.supplier.ts'
import { inHandOf } from './store.supplier.ts'
import { inHandTexts } from './texts.supplier.ts'

/** A supplier's home, with what came after the choice. */
export const supplierHomeRoutes = {
  'GET /applications': showApplications(
    async (tx, supplier, language) =>
      new Map((await inHandOf(tx, supplier)).map((item) => [item.applicationId, nextOf(item, language)])),
  ),
} satisfies Routes

const places = { offer: '/offers/:id', contract: '/contracts/:id', invoice: '/invoices/:id' } as const

function nextOf(item: InHand, language: Language): Next {
  const href = path(places[item.kind], language, { id: item.id })
  return { ...wordsOf(item), href, by: byWhen(item, language) }
}

function wordsOf(item: InHand): Omit<Next, 'href' | 'by'> {
  switch (item.kind) {
    case 'offer':
      return inHandTexts.offer[item.state]
    case 'contract':
      return inHandTexts.contract[item.state]
    case 'invoice':
      return inHandTexts.invoice[item.state]
  }
}

function byWhen(item: InHand, language: Language): string | undefined {
  if (item.kind === 'offer' && item.state === 'made') return formatInstant(item.respondBy, item.zone, language)
  if (item.kind === 'contract' && (item.state === 'in_progress' || item.state === 'revision_asked'))
    return item.deliveryDay && formatDay(item.deliveryDay, language)
  return undefined
}
