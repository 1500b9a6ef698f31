import { type Actor, scopeOf } from '../accounts/rules.ts'
import { findPerson } from '../accounts/store.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { formatDay, formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { dayOf, parseDay } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import type { DrawPlace, Ingredient } from '../ui/pictures.tsx'
import { type BeaconSource, beaconSources } from './beacon.ts'
import { can, type Drawn, valueKnownFrom } from './rules.ts'
import { drawnFile, eligibleIn, findPublicDraw, type PublicDraw, receivedIn } from './store.ts'
import { type Stage, publicTexts as words } from './texts.pages.ts'
import { sourceTexts } from './texts.ts'

/** How far a published draw has come. */
export function stageOf({ status, roster, manifest, needed, drawnAt, lockedAt }: PublicDraw): Stage {
  if (needed === false) return manifest === null ? 'nobody' : 'only_one'
  if (drawnAt !== null) return 'drawn'
  if (status === 'cancelled' || status === 'withdrawn' || status === 'unsuccessful') return 'ended'
  if (lockedAt !== null) return 'waiting'
  return roster === null ? 'committed' : 'listed'
}

export const sourceOf = ({ beaconSource }: PublicDraw): BeaconSource =>
  beaconSources.find((source) => source === beaconSource) ?? 'lotto-649'

/** A ticket as a place from 0 to 100: its first 48 bits of all that there could be. */
export const placeOf = (ticket: string): number => (Number.parseInt(ticket.slice(0, 12), 16) / 2 ** 48) * 100

export type Picture = {
  readonly ingredients: readonly [Ingredient, Ingredient, Ingredient]
  readonly places: readonly DrawPlace[]
  readonly description: string
  readonly apart: string | undefined
}

/** The finished draw as a picture; nothing before there is one. */
export function pictureOf(draw: PublicDraw, language: Language): Picture | undefined {
  const { roster, manifest, seed, beaconRef, beaconValue, lockedAt, drawnAt, timeZone, ranking } = draw
  const first = ranking[0]
  if (!roster || !manifest || !seed || !beaconRef || !beaconValue || !lockedAt || !drawnAt || !first) return undefined
  const day = (instant: Date) => formatDay(dayOf(instant, timeZone), language, { weekday: false })
  const received = receivedIn(roster).length
  const numbers = beaconRef.startsWith('lotto-649 ') ? beaconValue.split('.').filter(Boolean).map(Number) : undefined
  const drawnOn = numbers ? parseDay(beaconRef.slice('lotto-649 '.length)) : undefined
  const when = drawnOn ? formatDay(drawnOn, language, { weekday: false }) : beaconRef
  const places = ranking.map(({ token, ticket }, at) => ({ rank: at + 1, token, place: placeOf(ticket) }))
  const failed = received - eligibleIn(manifest).length
  return {
    ingredients: [
      {
        head: words.sealedHead[language],
        why: words.sealedWhy[language],
        when: words.sealedWhen(day(lockedAt))[language],
        said: words.sealedSaid(day(draw.publishedAt), day(lockedAt))[language],
        shows: { kind: 'code', text: `${seed.slice(0, 10)}…${seed.slice(-8)}` },
      },
      {
        head: words.listHead[language],
        why: words.listWhy[language],
        when: words.listWhen(received, day(draw.closesAt))[language],
        said: words.listSaid(received, day(draw.closesAt))[language],
        shows: { kind: 'envelopes', count: received },
      },
      {
        head: (numbers ? words.lotteryHead : words.numberHead)[language],
        why: words.numberWhy[language],
        when,
        said: words.numberSaid(when)[language],
        shows: numbers
          ? { kind: 'balls', numbers }
          : { kind: 'code', text: `${beaconValue.slice(0, 10)}…${beaconValue.slice(-8)}` },
      },
    ],
    places,
    description: words.lineText(first.token, formatNumber(placeOf(first.ticket), language, 1), places.length - 1)[
      language
    ],
    apart: failed > 0 ? words.apart(failed)[language] : undefined,
  }
}

/** The two lines that give the key and the first ticket with nothing but OpenSSL. */
export function opensslLines({ seed, rosterHash, manifest, beaconRef, beaconValue, key, ranking }: PublicDraw): string {
  const n = /^draw: (\d+)$/m.exec(manifest ?? '')?.[1] ?? '1'
  const mac = (hex: string | null) => `openssl dgst -sha256 -mac HMAC -macopt hexkey:${hex}`
  return [
    `printf 'gc-micro-draw/1 key\\n${rosterHash}\\n${n}\\n${beaconRef}\\n${beaconValue}\\n' | ${mac(seed)}`,
    `printf 'gc-micro-draw/1 ticket\\n${ranking[0]?.token}\\n' | ${mac(key)}`,
  ].join('\n')
}

export const whereToLook = (draw: PublicDraw, language: Language): string =>
  `${sourceTexts[sourceOf(draw)].name[language]}${draw.beaconRef ? `, ${draw.beaconRef}` : ''}`

export type StaffDraw = {
  readonly opportunity: Pick<Opportunity, 'id' | 'number' | 'title' | 'slug'>
  readonly file: Drawn
  readonly zone: string
  readonly knownFrom: Date | undefined
  readonly isKnown: boolean
  readonly typedBy: string
  readonly hasPage: boolean
}

/** The draw of one file, for whoever may look at it; nothing for anybody else. */
export function staffDraw(app: App, actor: Actor, id: string): Promise<StaffDraw | undefined> {
  return app.read(scopeOf(actor), async (tx) => {
    const opportunity = await findOpportunity(tx, id)
    if (!opportunity) return undefined
    const file = await drawnFile(tx, opportunity)
    if (!can.see(actor, file)) return undefined
    const now = await tx.now()
    const { zone } = await policyOf(tx, opportunity.departmentId, now)
    const knownFrom = file.manifest && file.manifest.beaconRef !== 'none' ? valueKnownFrom(file.manifest) : undefined
    const typist = file.waiting ? await findPerson(tx, file.waiting.enteredBy) : undefined
    return {
      ...{ opportunity, file, zone, knownFrom },
      isKnown: knownFrom !== undefined && now.getTime() >= knownFrom.getTime(),
      typedBy: typist?.name ?? '',
      hasPage: (await findPublicDraw(tx, opportunity.slug)) !== undefined,
    }
  })
}
