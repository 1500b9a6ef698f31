import type { PublicStatus } from '../opportunities/notice.ts'
import type { Day } from '../platform/day.ts'
import { formatDay, formatDays, formatInstant, formatMoney, monthNames } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { dayOf, partsOf } from '../platform/time.ts'
import type { TagTone } from '../ui/parts.tsx'
import type { PathStop } from '../ui/pictures.tsx'
import { statusAt } from './rules.ts'
import type { Listed, Posting } from './store.ts'
import { awardTexts } from './texts.list.ts'
import { pathTexts as texts } from './texts.ts'

/** A posting as it is at the instant at which the page was asked for. */
export const asOf = <P extends Listed>(posting: P, now: Date): P => ({ ...posting, status: statusAt(posting, now) })

/** When the page of a posting changes by itself: questions close, then applications. */
export const changesAt = ({ status, notice, closesAt }: Posting, now: Date): Date | undefined =>
  status === 'open' ? [notice.questionsUntil, closesAt].find((at) => at > now) : undefined

/** An instant for machines and for people, zone included. */
export const shown = (at: Date, zone: string, language: Language) => ({
  iso: at.toISOString(),
  text: formatInstant(at, zone, language),
})

export const dayShown = (at: Date, zone: string, language: Language): string =>
  formatDay(dayOf(at, zone), language, { weekday: false })

export const price = ({ price: amount }: Listed, language: Language): string => formatMoney(amount, language)

export const tones: Record<PublicStatus, TagTone> = {
  open: 'open',
  held: 'soon',
  closed: 'shut',
  awarded: 'soon',
  delivered: 'ok',
  ended_without_delivery: 'bad',
  unsuccessful: 'shut',
  cancelled: 'bad',
  withdrawn: 'bad',
}

/** A line to cite an award by; after a default it names nobody. */
export function citationOf(posting: Posting, address: string, language: Language): string {
  const { title, department, number, winnerName, awardedAt, deliveredAt, zone, status } = posting
  const on = (at: Date | null, say: (day: string) => Text) =>
    at === null ? '' : say(dayShown(at, zone, language))[language]
  const ended = status === 'ended_without_delivery'
  const days = on(awardedAt, awardTexts.awardedOn) + on(deliveredAt, awardTexts.deliveredOn)
  return awardTexts.citation({
    who: (ended ? null : winnerName) ?? '',
    title: title[language],
    department: department.name[language],
    ...{ number, address, price: price(posting, language), days: ended ? awardTexts.endedSo[language] : days },
  })[language]
}

/** The path of any piece of work, without dates. */
export function usualPath(language: Language, paymentDays: number): PathStop[] {
  const { when } = texts
  return [
    stop('you', texts.apply, when.anytime, texts.applyText),
    stop('them', texts.open, when.atClosing, texts.openText),
    stop('them', texts.choose, when.inDays, texts.chooseText),
    stop('you', texts.sign, when.afterOffer, texts.signText),
    stop('you', texts.build, when.weeks, texts.buildText),
    stop('them', texts.check, when.criteria, texts.checkText),
    stop('you', texts.invoice, when.drafted, texts.invoiceText),
    ...payStop(paymentDays, language),
  ].map((said) => inWords(said, language))
}

/** The path of one posting, with its dates and where it stands. */
export function pathOf({ notice, status }: Posting, language: Language): PathStop[] {
  const { closesAt, selectionDay, deliveryDay, zone, paymentDays } = notice
  const { when } = texts
  const closingDay = dayOf(closesAt, zone)
  const by = (day: Day) => both((each) => when.by(shortDay(day, each))[each])
  const long = (day: Day, each: Language) => formatDay(day, each, { weekday: false })
  const until = both((each) => texts.applyUntil(formatInstant(closesAt, zone, each))[each])
  const chosen = both((each) => texts.chooseBy(long(selectionDay, each))[each])
  const built = both((each) => texts.buildBy(long(deliveryDay, each))[each])
  const stops = [
    stop('you', texts.apply, by(closingDay), until),
    stop(
      'them',
      texts.open,
      both((each) => shortDay(closingDay, each)),
      texts.openText,
    ),
    stop('them', texts.choose, by(selectionDay), chosen),
    stop('you', texts.sign, when.afterOffer, texts.signText),
    stop('you', texts.build, by(deliveryDay), built),
    stop('them', texts.check, when.criteria, texts.checkText),
    stop('you', texts.invoice, when.drafted, texts.invoiceText),
    ...payStop(paymentDays, language),
  ].map((said) => inWords(said, language))
  const at = standing[status]
  return at === undefined ? stops : stops.map((each, place) => ({ ...each, state: stateAt(place, at) }))
}

/** At which stop of the path a posting stands; nothing when it left the path. */
const standing: Partial<Record<PublicStatus, number>> = { open: 0, closed: 2, awarded: 4, delivered: 8 }
const stateAt = (place: number, at: number): PathStop['state'] =>
  place < at ? 'past' : place === at ? 'now' : undefined

type Stop = { side: PathStop['side']; short: Text; head: Text; when: Text; text: Text }

const stop = (side: Stop['side'], named: { short: Text; head: Text }, when: Text, text: Text): Stop => ({
  side,
  ...named,
  when,
  text,
})

const inWords = ({ side, short, head, when, text }: Stop, language: Language): PathStop => ({
  side,
  short: short[language],
  head: head[language],
  when: when[language],
  text: text[language],
})

function payStop(paymentDays: number, language: Language): Stop[] {
  const days = formatDays(paymentDays, language)
  return [stop('them', texts.pay, texts.when.within(days), texts.payText(days))]
}

const both = (say: (language: Language) => string): Text => ({ en: say('en'), fr: say('fr') })

/** `Nov 17`, `17 nov.`: for drawings, where the list beneath has the whole date. */
function shortDay(day: Day, language: Language): string {
  const [, month, date] = partsOf(day)
  if (language === 'en') return `${monthNames.en[month - 1]?.slice(0, 3)} ${date}`
  return `${date === 1 ? '1er' : date}\u00a0${shortMonths[month - 1]}`
}

const shortMonths = 'janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.'.split(' ')
