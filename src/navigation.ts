import { type Actor, holds, type StaffRole, staffRoles } from './accounts/rules.ts'
import { guidancePath } from './content/addresses.ts'
import { pageSaid } from './enquiries/rules.page.ts'
import { contactTexts } from './enquiries/texts.ts'
import type { Guidance } from './platform/http.ts'
import type { Language, Text } from './platform/i18n.ts'
import { path } from './platform/paths.ts'
import type { Link, NavLink } from './ui/frame.tsx'

/**
 * The main navigation for whoever reads. `at` is the page they are on: its English pattern (`/requests/:id`) or its
 * address (`/fr/demandes/…?…`). `waiting` counts what waits for a member of staff. Only links that this person may follow.
 */
export function navigationFor(actor: Actor, language: Language, at: string, waiting = 0): readonly NavLink[] {
  return placesOf(actor).map(({ pattern, label, within = [] }) => ({
    href: path(pattern, language),
    label: label[language],
    current: [pattern, ...within].some((place) => isWithin(at, place, language)),
    ...(pattern === '/home' ? { count: waiting } : {}),
  }))
}

/**
 * The usual links at the foot of each page, the same for everybody; the last reports a problem with the page `at`. On the
 * pages of a department that words its own guides they lead to those.
 */
export function footerFor(
  language: Language,
  at = '',
  by: 'staff' | 'anybody' = 'anybody',
  guidance?: Guidance,
): readonly Link[] {
  const page = pageSaid(at, by)
  const contact = path('/contact', language)
  const reports = page === '' || page === contact ? contact : `${contact}?page=${encodeURIComponent(page)}`
  return [
    ...footerPlaces.map(({ pattern, label }) => ({
      href: guidancePath(pattern, language, guidance),
      label: label[language],
    })),
    { href: reports, label: contactTexts.report[language] },
  ]
}

/** Where the name of the product leads: the work of staff, what this is for everybody else. */
export const homeFor = (actor: Actor, language: Language): string =>
  path(actor.kind === 'staff' ? '/home' : '/', language)

/** Who sees all files, all requests and the record; everybody else on staff sees their own. */
export const overseers = ['program_team', 'procurement', 'observer', 'administrator'] as const satisfies StaffRole[]

type Place = {
  readonly pattern: string
  readonly label: Text
  /** Pages elsewhere that belong to this place. */
  readonly within?: readonly string[]
  readonly seenBy?: readonly StaffRole[]
}

const publicPlaces: readonly Place[] = [
  { pattern: '/opportunities', label: { en: 'Opportunities', fr: 'Occasions' } },
  { pattern: '/guide', label: { en: 'Guide', fr: 'Guide' } },
  { pattern: '/results', label: { en: 'Results', fr: 'Résultats' }, within: ['/draws'] },
  { pattern: '/subscribe', label: { en: 'Subscribe', fr: 'Abonnement' } },
]
const applications: Place = { pattern: '/applications', label: { en: 'Your applications', fr: 'Vos candidatures' } }
const signIn: Place = { pattern: '/sign-in', label: { en: 'Sign in', fr: 'Connexion' } }

const staffPlaces: readonly Place[] = [
  { pattern: '/home', label: { en: 'Waiting for you', fr: 'À faire' }, within: ['/enquiries', '/content'] },
  {
    pattern: '/board',
    label: { en: 'Files', fr: 'Dossiers' },
    within: ['/files', '/splitting'],
    seenBy: overseers,
  },
  {
    pattern: '/requests',
    label: { en: 'Requests', fr: 'Demandes' },
    seenBy: ['client', 'program_team', 'procurement', 'observer'],
  },
  {
    pattern: '/measures',
    label: { en: 'Measures', fr: 'Mesures' },
    within: ['/audience'],
    seenBy: overseers,
  },
  { pattern: '/observer', label: { en: 'Purchases', fr: 'Achats' }, seenBy: ['observer'] },
  { pattern: '/record', label: { en: 'Record', fr: 'Registre' }, seenBy: overseers },
  {
    pattern: '/papers',
    label: { en: 'Authority', fr: 'Pouvoirs' },
    within: ['/delegations', '/delegates', '/reviews', '/releases'],
    seenBy: staffRoles.filter((role) => role !== 'client'),
  },
]

const footerPlaces: readonly Place[] = [
  { pattern: '/guide', label: { en: 'Guide for suppliers', fr: 'Guide pour les fournisseurs' } },
  {
    pattern: '/guide/clients',
    label: { en: 'Guide for government teams', fr: 'Guide pour les équipes du gouvernement' },
  },
  { pattern: '/faq', label: { en: 'Frequent questions', fr: 'Questions fréquentes' } },
  { pattern: '/process', label: { en: 'How it works', fr: 'Fonctionnement' } },
  {
    pattern: '/options',
    label: { en: 'For teams: which option fits', fr: 'Pour les équipes\u00a0: quelle option convient' },
  },
  { pattern: '/results', label: { en: 'Results', fr: 'Résultats' } },
  { pattern: '/subscribe', label: { en: 'Subscribe', fr: 'Abonnement' } },
  {
    pattern: '/sign-in',
    label: { en: 'Staff and supplier sign-in', fr: 'Connexion du personnel et des fournisseurs' },
  },
  { pattern: '/privacy', label: { en: 'Privacy', fr: 'Confidentialité' } },
  { pattern: '/accessibility', label: { en: 'Accessibility', fr: 'Accessibilité' } },
  { pattern: '/terms', label: { en: 'Terms of use', fr: 'Conditions d’utilisation' } },
]

function placesOf(actor: Actor): readonly Place[] {
  if (actor.kind === 'staff') return staffPlaces.filter(({ seenBy }) => !seenBy || holds(actor, ...seenBy))
  return [...publicPlaces, actor.kind === 'supplier' ? applications : signIn]
}

/** Is the page this place, or below it? */
function isWithin(at: string, place: string, language: Language): boolean {
  const page = at.split('?')[0]
  return [place, path(place, language)].some((address) => page === address || page?.startsWith(`${address}/`))
}
