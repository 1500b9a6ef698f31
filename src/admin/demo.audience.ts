import { system } from '../accounts/rules.ts'
import { done } from '../measures/settling.ts'
import type { App } from '../platform/app.ts'
import type { ClockTime } from '../platform/time.ts'
import { choosePreferences, tellSource } from '../subscribers/commands.preferences.ts'
import {
  confirmationToken,
  confirmSubscription,
  leavingToken,
  subscribe,
  unsubscribe,
} from '../subscribers/commands.ts'
import { confirmWatch, watch, watchToken } from '../subscribers/commands.watching.ts'
import type { Source } from '../subscribers/rules.sources.ts'
import { openOf } from '../subscribers/store.audience.ts'
import { skillsSeen } from '../subscribers/store.postings.ts'

/** An act of somebody in the audience: on which business day from today, at what time, and what it does. */
export type AudienceAct = { readonly day: number; readonly clock: ClockTime; readonly does: () => Promise<void> }

/** Business days before today on which the first reader subscribes. */
const FIRST = -70
const READERS = 14

/** Readers of both languages, some at a school; what they chose; two who follow one opportunity; one who left, one who is asked. */
export function demoAudience(app: App, departmentId: string): AudienceAct[] {
  const tokens = new Map<number, string>()
  const joins = Array.from({ length: READERS }, (_, place) => ({
    day: FIRST + 3 * place,
    clock: '12:10' as const,
    does: async () => {
      const email = `reader${place + 1}@${place % 2 === 0 ? 'readers.example' : 'campus.example.edu'}`
      const language = place % 3 === 0 ? 'fr' : 'en'
      const asked = await done('subscribe', subscribe(app, system, { email, language, departmentId }))
      await done('confirm', confirmSubscription(app, system, { token: confirmationToken(app, asked) }))
      tokens.set(place, leavingToken(app, asked))
      const source = sources[place % sources.length]
      if (source) await done('answer', tellSource(app, { token: leavingToken(app, asked), source }))
    },
  }))
  const chooses = async (place: number, cadence: 'daily' | 'weekly' | 'at_once', skills: number) => {
    const known = await app.read('nothing', skillsSeen)
    const wants = { cadence, skills: known.slice(0, skills).map(({ key }) => key), departments: [] }
    const token = tokens.get(place) ?? ''
    await done('choose', choosePreferences(app, { token, language: place % 3 === 0 ? 'fr' : 'en', wants }))
  }
  return [
    ...joins,
    { day: -4, clock: '11:00', does: () => chooses(2, 'weekly', 0) },
    { day: -4, clock: '11:05', does: () => chooses(5, 'daily', 2) },
    { day: -4, clock: '11:10', does: () => chooses(7, 'at_once', 1) },
    { day: -4, clock: '11:15', does: async () => void (await done('leave', leaves(app, tokens.get(9)))) },
    { day: -1, clock: '10:00', does: () => follows(app, departmentId, 'follower1@readers.example', true) },
    { day: -1, clock: '10:05', does: () => follows(app, departmentId, 'follower2@readers.example', false) },
    {
      day: -1,
      clock: '10:10',
      does: async () => {
        const asked = { email: 'undecided@readers.example', language: 'en', departmentId } as const
        await done('subscribe', subscribe(app, system, asked))
      },
    },
  ]
}

const sources: readonly (Source | undefined)[] = ['school', 'newsletter', 'school', undefined, 'social', 'colleague']

const leaves = (app: App, token: string | undefined) => unsubscribe(app, system, { token: token ?? '' })

async function follows(app: App, departmentId: string, email: string, confirms: boolean): Promise<void> {
  const [first] = await app.read('everything', async (tx) => openOf(tx, departmentId, await tx.now()))
  if (!first) return
  const { opportunityId } = first
  const asked = await done('follow', watch(app, system, { opportunityId, email, language: 'fr' }))
  if (asked && confirms) await done('confirm', confirmWatch(app, system, { token: watchToken(app, asked) }))
}
