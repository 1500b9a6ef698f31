import type { Past } from '../measures/past.ts'
import type { Explained, ExplainedName } from '../opportunities/rules.declarations.ts'
import type { Statement } from '../opportunities/rules.ts'
import { usualReasons } from '../opportunities/texts.declarations.ts'
import type { Day } from '../platform/day.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { dollars } from '../platform/money.ts'
import type { ClockTime } from '../platform/time.ts'
import type { DemoCalendar } from './demo.calendar.ts'
import type { DemoSuppliers, WaterwaysStaff } from './demo.people.ts'
import type { Planned, Stage } from './demo.plan.ts'
import { inOrder, plan, type Written } from './demo.statements.ts'

/** One file on its way: what is planned for it, and the ids that its acts leave behind. */
export type DemoFile = {
  readonly app: Past['app']
  readonly calendar: DemoCalendar
  readonly staff: WaterwaysStaff
  readonly suppliers: DemoSuppliers
  readonly planned: Planned
  readonly written: Written
  /** The client's language. */
  readonly language: Language
  readonly team: Text
  requestId: string
  id: string
  slug: string
  outreachIds: readonly string[]
}

/** One act of a file: at which stage it belongs, on which business day from the posting, and what it does. */
export type FileAct = {
  readonly stage: Stage
  readonly day: number
  readonly clock: ClockTime
  readonly does: () => Promise<void>
}

/** The statement of a file: whole, or begun by its client in one language with the hard parts still to come. */
export function statementOf(file: DemoFile, how: 'whole' | 'begun'): Statement {
  const { written, planned, calendar, language } = file
  const { title, teaser, background, work, skills, criteria, asked, price, hours, hasInterface } = written
  const whole: Statement = {
    ...{ title, teaser, team: file.team, background, work, skills, hours, hasInterface },
    licence: 'MIT',
    repository: { kind: 'department', url: `https://code.example/waterways/${planned.repository ?? written.key}` },
    declared: { standalone: true, noCapacity: true, unclassified: true },
    price: dollars(price),
    closesAt: calendar.at(planned.posted + 6, '14:00'),
    selectionDay: calendar.day(planned.posted + 12),
    deliveryDay: deliveryDayOf(file),
    workCriteria: [...criteria, inOrder],
    applicationCriteria: [asked, plan],
    provisions: [{ text: samples, dueDay: calendar.day(planned.posted + 13) }],
  }
  if (how === 'whole') return whole
  const half = (text: Text): Text => ({ en: '', fr: '', [language]: text[language] })
  return {
    ...whole,
    ...{ title: half(title), teaser: half(teaser), background: half(background) },
    work: half({ en: `${work.en} ${call.en}`, fr: `${work.fr} ${call.fr}` }),
    ...{ price: null, closesAt: null, selectionDay: null, deliveryDay: null, hours: null },
    ...{ workCriteria: criteria.slice(0, 1).map(half), applicationCriteria: [], provisions: [] },
    ...{ skills: skills.map(half), declared: { standalone: true, noCapacity: false, unclassified: false } },
  }
}

/** Why the work stands alone and nobody inside does it: one of the usual sentences each, as most clients choose. */
export function explainedIn({ planned }: DemoFile): Explained {
  const chosen = (name: ExplainedName): Text => {
    const texts = Object.values(usualReasons[name])
    return texts[planned.key.length % texts.length] ?? { en: '', fr: '' }
  }
  return { standalone: chosen('standalone'), noCapacity: chosen('noCapacity') }
}

/** What a draft should not say: the scan shows it. The number is made up. */
const call: Text = {
  en: 'Questions before you start? Call 613-555-0142.',
  fr: 'Des questions avant de commencer? Composez le 613-555-0142.',
}

/** The day of delivery that the statement names. */
export const deliveryDayOf = ({ calendar, planned }: DemoFile): Day => calendar.day(planned.posted + 34)

const samples: Text = {
  en: 'The samples that the criteria speak of, with the expected results.',
  fr: 'Les échantillons dont parlent les critères, avec les résultats attendus.',
}
