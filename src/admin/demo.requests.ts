import { done } from '../measures/settling.ts'
import type { App } from '../platform/app.ts'
import type { ClockTime } from '../platform/time.ts'
import { askClient } from '../requests/commands.questions.ts'
import { decideGo, receiveRequest, screenRequest, withdrawRequest } from '../requests/commands.ts'
import type { OptionAnswers } from '../requests/rules.options.ts'
import { answersOf, type Criterion, type DeclineReason } from '../requests/rules.ts'
import type { WaterwaysStaff } from './demo.people.ts'

type Outcome = 'received' | 'asked' | 'silent' | 'accepted' | 'go' | 'declined' | 'withdrawn'
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
  /** What the program asked before it decided. */
  readonly question?: string
  readonly options?: OptionAnswers
}

/** Requests without a file yet, or that never had one: in each state, some for each side. */
const asked: readonly Asked[] = [
  {
    ...{ by: 'client', team: 'Licensing', received: -1, outcome: 'received' },
    options: { what: 'code', inOpen: 'yes', cost: 'unknown', supplier: 'anyone' },
    subject: 'Read old permit cards with a phone',
    need: 'Counters hold 40,000 paper cards. A small page that reads the number from a photo would save retyping.',
  },
  {
    ...{ by: 'client2', team: 'Cartes et marées', received: -2, outcome: 'received' },
    subject: 'Vérifier les liens brisés de nos cartes en ligne',
    need: 'Nos cartes renvoient à 900 pages, dont certaines ont disparu. Un programme devrait les signaler chaque semaine.',
  },
  {
    ...{ by: 'client', team: 'Licensing', received: -3, outcome: 'asked' },
    subject: 'Sort the mail of the licence counters',
    need: 'Four hundred messages a week reach one mailbox. A script should put each in the folder of its counter.',
    question: 'Does the script need to read the messages themselves, or only their subject lines?',
  },
  {
    ...{ by: 'client2', team: 'Cartes et marées', received: -30, outcome: 'silent' },
    subject: 'Comparer deux éditions d’une carte',
    need: 'Un outil qui montre ce qui a changé d’une édition à l’autre.',
    question: 'Dans quel format vos éditions sont-elles conservées?',
  },
  {
    ...{ by: 'client', team: 'Licensing', received: -26, outcome: 'declined', fails: 'isMaintained' },
    reason: 'no_maintainer',
    subject: 'Read old permit cards with a scanner',
    need: 'The same cards, from the scanner of the head office. Nobody there writes code.',
  },
  {
    ...{ by: 'client', team: 'Licensing', received: -34, outcome: 'declined', reason: 'staffing' },
    subject: 'A developer for the summer',
    need: 'Somebody to sit with our team from June to August.',
    options: { what: 'person', inOpen: 'unknown', cost: 'above', supplier: 'anyone' },
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

const outcomes: readonly Outcome[] = ['received', 'asked', 'silent', 'accepted', 'go', 'declined', 'withdrawn']

export type RequestAct = { readonly day: number; readonly clock: ClockTime; readonly does: () => Promise<void> }

export const demoRequests = (app: App, staff: WaterwaysStaff): RequestAct[] =>
  asked.flatMap((each) => requestActs(app, staff, each))

function requestActs(app: App, staff: WaterwaysStaff, request: Asked): RequestAct[] {
  const { by, received, outcome, fails, subject, team, need } = request
  const language = by === 'client2' ? 'fr' : 'en'
  const answers = answersOf((criterion) => criterion !== fails)
  const maintainer = fails === 'isMaintained' ? '' : team
  let id = ''
  const acts: (RequestAct & { for: readonly Outcome[] })[] = [
    {
      ...{ day: received, clock: '09:50', for: outcomes },
      does: async () => {
        const told = { subject, team, homeBranch: by !== 'program2', language, need, maintainer } as const
        const options = request.options ?? null
        const asking = receiveRequest(app, staff[by], { ...told, answers, estimate: null, options })
        id = (await done('receive', asking)).id
      },
    },
    {
      // Without an answer the request ends by itself, on the way to today.
      ...{ day: received + 1, clock: '10:40', for: ['asked', 'silent'] },
      does: async () => {
        await done('ask', askClient(app, staff.program, { id, question: request.question ?? '' }))
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
