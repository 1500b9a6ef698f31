import { done } from '../measures/settling.ts'
import type { App } from '../platform/app.ts'
import type { ClockTime } from '../platform/time.ts'
import { decideGo, receiveRequest, screenRequest, withdrawRequest } from '../requests/commands.ts'
import { answersOf, type Criterion, type DeclineReason } from '../requests/rules.ts'
import type { WaterwaysStaff } from './demo.people.ts'

type Outcome = 'received' | 'accepted' | 'go' | 'declined' | 'withdrawn'
type Asked = {
  readonly by: 'client' | 'client2' | 'program2'
  readonly team: string
  readonly subject: string
  readonly need: string
  readonly received: number
  readonly outcome: Outcome
  readonly fails?: Criterion
  readonly reason?: DeclineReason
  readonly referredTo?: string
  readonly reply?: string
}

/** Requests without a file yet, or that never had one: in each state, some for each side. */
const asked: readonly Asked[] = [
  {
    ...{ by: 'client', team: 'Licensing', received: -1, outcome: 'received' },
    subject: 'Read old permit cards with a phone',
    need: 'Counters hold 40,000 paper cards. A small page that reads the number from a photo would save retyping.',
  },
  {
    ...{ by: 'client2', team: 'Cartes et marées', received: -2, outcome: 'received' },
    subject: 'Vérifier les liens brisés de nos cartes en ligne',
    need: 'Nos cartes renvoient à 900 pages, dont certaines ont disparu. Un programme devrait les signaler chaque semaine.',
  },
  {
    ...{ by: 'client2', team: 'Cartes et marées', received: -4, outcome: 'accepted' },
    subject: 'Convertir les relevés de marégraphes en format ouvert',
    need: 'Les relevés sont dans un format que seul un logiciel disparu sait lire. Les chercheurs les demandent chaque mois.',
  },
  {
    ...{ by: 'client', team: 'Licensing', received: -6, outcome: 'go' },
    subject: 'Print permits in Braille',
    need: 'A program that turns the text of a permit into a file for our Braille printer, in both languages.',
  },
  {
    ...{ by: 'client', team: 'Licensing', received: -20, outcome: 'declined', fails: 'isCode', reason: 'not_code' },
    subject: 'Design a poster for the opening of the canals',
    need: 'A poster in both languages for the season.',
    reply: 'The program buys code only. The communications branch has a list of designers.',
  },
  {
    ...{ by: 'program2', team: 'Department of Parks', received: -24, outcome: 'declined' },
    ...{ fails: 'isOwnDepartment', reason: 'other_department', referredTo: 'Department of Parks' },
    subject: 'Trail map for hikers',
    need: 'A team of another department would like an offline map.',
    reply: 'The program buys for this department only; the need fits in every other way.',
  },
  {
    ...{ by: 'client2', team: 'Cartes et marées', received: -28, outcome: 'withdrawn' },
    subject: 'Calculateur de distances entre écluses',
    need: 'Un calculateur pour notre site. Un logiciel existant fait finalement l’affaire.',
  },
]

export type RequestAct = { readonly day: number; readonly clock: ClockTime; readonly does: () => Promise<void> }

export const demoRequests = (app: App, staff: WaterwaysStaff): RequestAct[] =>
  asked.flatMap((each) => requestActs(app, staff, each))

function requestActs(app: App, staff: WaterwaysStaff, request: Asked): RequestAct[] {
  const { by, received, outcome, fails, subject, team, need } = request
  const language = by === 'client2' ? 'fr' : 'en'
  const answers = answersOf((criterion) => criterion !== fails)
  let id = ''
  const acts: (RequestAct & { for: readonly Outcome[] })[] = [
    {
      ...{ day: received, clock: '09:50', for: ['received', 'accepted', 'go', 'declined', 'withdrawn'] },
      does: async () => {
        const told = { subject, team, homeBranch: by !== 'program2', language, need, maintainer: team } as const
        const asking = receiveRequest(app, staff[by], { ...told, answers, estimate: null })
        id = (await done('receive', asking)).id
      },
    },
    {
      ...{ day: received + 1, clock: '11:15', for: ['accepted', 'go', 'declined'] },
      does: async () => {
        const { reason, referredTo = '', reply = '' } = request
        const said = { answers, meetsCriteria: fails === undefined, reply }
        const verdict = reason
          ? ({ ...said, outcome: 'decline', reason, referredTo } as const)
          : ({ ...said, outcome: 'accept' } as const)
        await done('screen', screenRequest(app, staff.program, { id, verdict }))
      },
    },
    {
      ...{ day: received + 2, clock: '14:40', for: ['go'] },
      does: async () =>
        void (await done('give the Go', decideGo(app, staff.procurement, { id, said: 'go', reason: '' }))),
    },
    {
      ...{ day: received + 5, clock: '10:25', for: ['withdrawn'] },
      does: async () => {
        await done('withdraw', withdrawRequest(app, staff[by], { id, reason: 'by_client' }))
      },
    },
  ]
  return acts.filter((act) => act.for.includes(outcome))
}
