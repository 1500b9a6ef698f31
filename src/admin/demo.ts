import { join } from 'node:path'
import { findDepartmentByCode } from '../accounts/store.ts'
import { addPaper } from '../approvals/commands.papers.ts'
import { nameDelegate } from '../approvals/commands.ts'
import type { Composed } from '../compose.ts'
import { sequenceRecord } from '../history/sequencer.ts'
import { enterFigure } from '../measures/commands.ts'
import { openPast, type Past } from '../measures/past.ts'
import { programmeFrom, readProgrammeFiles } from '../measures/programme.ts'
import { replay } from '../measures/replay.ts'
import { ActRefused, done, found } from '../measures/settling.ts'
import { rootFolder } from '../platform/root.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { PaperKind } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { answerSurvey } from '../surveys/commands.ts'
import type { Audience } from '../surveys/rules.ts'
import { demoAudience } from './demo.audience.ts'
import { demoStarts } from './demo.backlog.ts'
import { type DemoCalendar, demoCalendar } from './demo.calendar.ts'
import { demoChanges } from './demo.changes.ts'
import { demoDuplicates } from './demo.duplicates.ts'
import { fileActs } from './demo.files.ts'
import { demoMessages } from './demo.messages.ts'
import { demoOutage } from './demo.outage.ts'
import { settleSuppliers, settleWaterways, type WaterwaysStaff, waterways } from './demo.people.ts'
import { type Planned, planned, stages } from './demo.plan.ts'
import { demoQuestions } from './demo.questions.ts'
import { demoRequests } from './demo.requests.ts'
import type { DemoFile } from './demo.stage.ts'
import { written } from './demo.statements.ts'

const STORY =
  'We asked for a glossary checker and got it in six weeks. Two writers now send their own corrections to it.'

/** Business days before today on which the demonstration begins. */
const BEGINS = -70

/**
 * Loads the demonstration once: a fictional department with one file in every state, and the pilot of 2021, replayed.
 * Everything passes through the commands that the pages use, at instants of the past. What is there stays as it is.
 */
export async function loadDemoWorld(program: Composed, say: (line: string) => void): Promise<void> {
  const { worker } = program
  if (!(await worker.read('everything', (tx) => findDepartmentByCode(tx, waterways.code)))) {
    say('Loading the demonstration world… / Chargement du monde de démonstration…')
    await loadWaterways(program)
  }
  await loadPilot(program, say)
}

async function loadPilot(program: Composed, say: (line: string) => void): Promise<void> {
  const files = await readProgrammeFiles(join(rootFolder, 'examples', 'pilot'))
  const programme = files ? programmeFrom(files) : []
  if (!('department' in programme))
    return say('The pilot’s facts are not here. / Les faits du projet pilote sont absents.')
  const { replayed } = await replay(program, programme, () => {})
  if (!replayed) return
  await sequenceRecord(program.worker)
  say('The pilot of 2021 is replayed. / Le projet pilote de 2021 est rejoué.')
}

type TimedAct = { readonly at: Date; readonly does: () => Promise<void> }

async function loadWaterways(program: Composed): Promise<void> {
  const now = program.worker.clock()
  const past = openPast(program, new Date(now.getTime() - 200 * 86_400_000))
  try {
    const staff = await settleWaterways(past.app)
    const suppliers = await settleSuppliers(past.app)
    const policy = await past.app.read('everything', (tx) => policyOf(tx, staff.program.departmentId, now))
    const calendar = demoCalendar(calendarOf(policy), policy.zone, now)
    const files = planned.map((plan): DemoFile => fileFrom(plan, { app: past.app, calendar, staff, suppliers }))
    const acts = [
      ...files.flatMap((file) => fileTimed(file)),
      ...[
        ...demoRequests(past.app, staff),
        ...demoStarts(past.app, staff),
        ...demoChanges(files),
        ...demoQuestions(files),
        ...demoOutage(files, now),
        ...demoDuplicates(files),
        ...demoMessages(past.app, staff),
      ].map(({ day, clock, does }) => ({ at: calendar.at(day, clock), does })),
      ...audience(past, calendar, staff),
      ...authority(past, calendar, staff),
    ]
    for (const { at, does } of acts.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
      if (at > now) throw new ActRefused('load the demonstration', `an act is planned for ${at.toISOString()}`)
      await past.travelTo(at)
      await does()
      await past.travelTo(at)
    }
    await past.travelTo(now)
    await past.release()
  } finally {
    await past.close()
  }
}

function fileFrom(plan: Planned, stage: Pick<DemoFile, 'app' | 'calendar' | 'staff' | 'suppliers'>): DemoFile {
  const need = found(
    written.find(({ key }) => key === plan.key),
    `nothing is written for ${plan.key}`,
  )
  const french = plan.client === 'client2'
  const team = french ? { en: 'Charts and Tides', fr: 'Cartes et marées' } : { en: 'Licensing', fr: 'Permis' }
  const ids = { requestId: '', id: '', slug: '', outreachIds: [] }
  return { ...stage, ...ids, planned: plan, written: need, language: french ? 'fr' : 'en', team }
}

/** The acts of a file up to the stage that it has reached. */
function fileTimed(file: DemoFile): TimedAct[] {
  const { planned: plan, calendar } = file
  const reached = stages.indexOf(plan.reached)
  return fileActs(file)
    .filter(({ stage }) => stages.indexOf(stage) <= reached)
    .map(({ day, clock, does }) => ({ at: calendar.at(plan.posted + day, clock), does }))
}

/** On what the fictional department’s authority rests, and who is reminded for whom. */
function authority({ app }: Past, calendar: DemoCalendar, staff: WaterwaysStaff): TimedAct[] {
  const paper = (kind: PaperKind, title: string, language: 'en' | 'fr', days: number): TimedAct => ({
    at: calendar.at(BEGINS + days, '09:05'),
    does: async () => {
      const said = { kind, title, language, dated: calendar.day(BEGINS), validUntil: null }
      const link = `https://waterways.example/papers/${kind.replace('_', '-')}`
      await done('record a paper', addPaper(app, staff.administrator, { ...said, link }))
    },
  })
  const named: TimedAct = {
    at: calendar.at(-4, '09:30'),
    does: async () => {
      const period = { delegateId: staff.program2.id, fromDay: calendar.day(-4), untilDay: calendar.day(0) }
      await done('name a delegate', nameDelegate(app, staff.program, period))
    },
  }
  return [
    paper('cfo_note', 'Small open-source purchases by card', 'en', 1),
    paper('card_approval', 'Carte d’achat\u00a0: services informatiques', 'fr', 2),
    paper('union_notice', 'Notice of micro-acquisition to the bargaining agents', 'en', 3),
    named,
  ]
}

/** Subscribers of both languages, and figures that only people know. */
function audience({ app }: Past, calendar: DemoCalendar, staff: WaterwaysStaff): TimedAct[] {
  const { departmentId } = staff.program
  const joins = demoAudience(app, departmentId).map(({ day, clock, does }) => ({ at: calendar.at(day, clock), does }))
  const enter = (metric: string, label: string, value: number): TimedAct => ({
    at: calendar.at(-3, '16:00'),
    does: async () => void (await done('enter', enterFigure(app, staff.program, { metric, label, value }))),
  })
  const answers = (audience: Audience, count: number, story = ''): TimedAct[] =>
    Array.from({ length: count }, () => ({
      at: calendar.at(-5, '13:30'),
      does: async () => {
        const said = { wouldAgain: true, firstContract: true, smallFirm: true, underRepresented: null, story }
        await done('answer', answerSurvey(app, { ...said, departmentCode: waterways.code, audience }))
      },
    }))
  const surveys = [...answers('client', 1, STORY), ...answers('winner', 1), ...answers('supplier', 3)]
  return [...joins, ...surveys, enter('followers', 'Newsletter', 64), enter('officer-hours-saved', 'Sole source', 30)]
}
