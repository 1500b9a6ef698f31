import { alike } from './demo.duplicates.ts'
import type { SupplierKey } from './demo.people.ts'

/** How far a file of the demonstration has come, in the order of a procurement. */
export const stages = [
  'draft',
  'in_review',
  'commitment',
  'funds',
  'ready',
  'open',
  'closed',
  'evaluating',
  'confirmed',
  'offered',
  'to_sign',
  'in_progress',
  'delivered',
  'accepted',
  'invoiced',
  'certified',
  'entered',
  'paid',
] as const
export type Stage = (typeof stages)[number]

/** What happens to a file that does not go on to the payment. */
export type Turn = 'cancelled' | 'withdrawn' | 'revision' | 'terminated'

/** What somebody declares in an application, or answers first, unlike in their others. */
export type Declared = { readonly affiliates?: string; readonly repositories?: string; readonly answer?: string }

export type Planned = {
  readonly key: string
  readonly client: 'client' | 'client2'
  readonly reached: Stage
  /** The business day of the posting, counted from today. */
  readonly posted: number
  /** Who applied; the first of them pass. */
  readonly applicants: readonly SupplierKey[]
  readonly passing: number
  readonly turn?: Turn
  /** What applicants declare beyond the usual. */
  readonly declares?: Partial<Record<SupplierKey, Declared>>
  /** The repository that it shares with another file, when it has none of its own. */
  readonly repository?: string
  /** Why the same repository is not the same need, in procurement’s words, before the statement goes on. */
  readonly apart?: string
}

/** Days from the posting to the first offer: with a draw, the public number is waited for. */
export const offerAfter = ({ passing }: Planned): number => (passing > 1 ? 16 : 9)

const three: readonly SupplierKey[] = ['noor', 'benoit', 'jonah']
const four: readonly SupplierKey[] = ['mina', 'aurelie', 'wen', 'jonah']

const apart =
  'Both add to our shared interface, but for two needs: permits are printed at the counter, and pilots asked for the night theme after the season began. Each is of use without the other.'

/** One file in every state, so that each role finds something to do. */
export const planned: readonly Planned[] = [
  file('photo-descriptions', 'client2', 'draft', 10),
  { ...file('place-names', 'client', 'in_review', 10), repository: 'passage-booking' },
  file('fee-table', 'client', 'commitment', 8),
  file('marina-records', 'client2', 'funds', 7),
  { ...file('pilot-display', 'client', 'ready', 4), repository: 'interface', apart },
  { ...file('keyboard-trap', 'client', 'open', -2, ['noor']), repository: 'passage-booking' },
  file('ead3', 'client2', 'open', -4, ['wen', 'benoit']),
  file('ice-charts', 'client2', 'closed', -8, four),
  { ...file('tide-tables', 'client2', 'evaluating', -9, four, 2), declares: alike },
  file('lock-palette', 'client', 'confirmed', -10, ['aurelie', 'noor', 'mina', 'jonah'], 3),
  file('boat-licences', 'client', 'offered', -18, ['wen', 'noor', 'jonah'], 2),
  file('buoy-positions', 'client2', 'to_sign', -12, three, 1),
  file('mariner-feed', 'client', 'in_progress', -15, ['mina', 'jonah'], 1),
  file('soundings', 'client2', 'delivered', -18, three, 1),
  {
    ...file('mooring-permits', 'client', 'delivered', -19, ['aurelie', 'jonah'], 1),
    ...{ turn: 'revision', repository: 'interface' },
  },
  file('bridge-hours', 'client', 'invoiced', -20, ['benoit', 'jonah'], 1),
  file('marine-forecasts', 'client2', 'certified', -21, ['wen', 'mina', 'jonah'], 1),
  file('canal-terms', 'client', 'paid', -38, ['aurelie', 'benoit', 'wen'], 2),
  file('vhf-channels', 'client', 'closed', -9),
  { ...file('lock-times', 'client2', 'funds', 1), turn: 'cancelled' },
  { ...file('portage-tiles', 'client2', 'open', -7, ['mina']), turn: 'withdrawn' },
  { ...file('water-levels', 'client', 'in_progress', -23, ['jonah', 'noor'], 1), turn: 'terminated' },
]

function file(
  key: string,
  client: 'client' | 'client2',
  reached: Stage,
  posted: number,
  applicants: readonly SupplierKey[] = [],
  passing = 0,
): Planned {
  return { key, client, reached, posted, applicants, passing }
}
