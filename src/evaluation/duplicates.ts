import type { Actor, Staff } from '../accounts/rules.ts'
import { holds } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { can, type Evaluated, everEvaluator } from './rules.ts'

/** What two applications may have in common of who sent them. */
export const sameness = ['legal_name', 'email', 'worker', 'signatory', 'affiliate', 'repository'] as const
export type Sameness = (typeof sameness)[number]
export const exclusionReasons = ['same_supplier', 'affiliated', 'same_answers'] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** An opened application as it is compared: who, and what. */
export type Compared = {
  readonly id: string
  readonly legalName: string
  readonly operatingName: string
  readonly workerName: string
  readonly signatoryName: string
  readonly email: string
  readonly affiliates: string
  readonly repositories: string
  readonly answers: readonly { readonly criterionId: string; readonly answer: string }[]
}

export type Pair = {
  readonly firstId: string
  readonly secondId: string
  readonly same: readonly Sameness[]
  readonly likeness: number
  readonly criterionId: string | null
}

/**
 * Pairs of applications that somebody must look at: something of who they are is the same, or two answers to one
 * criterion are as alike as the policy says. Short answers are alike by chance, and are not compared.
 */
export function resemblances(
  applications: readonly Compared[],
  policy: { readonly likeness: number; readonly leastWords: number },
): Pair[] {
  const alike = mostAlike(applications, policy)
  const known = applications.map((application) => ({ id: application.id, keys: keysOf(application) }))
  const pairs: Pair[] = []
  for (const [place, one] of known.entries())
    for (const other of known.slice(place + 1)) {
      const [first, second] = one.id < other.id ? [one, other] : [other, one]
      const same = sharedBy(first.keys, second.keys)
      const { likeness, criterionId } = alike.get(`${first.id} ${second.id}`) ?? { likeness: 0, criterionId: null }
      if (same.length === 0 && likeness < policy.likeness) continue
      pairs.push({ firstId: first.id, secondId: second.id, same, likeness, criterionId })
    }
  return pairs
}

export const samenessOf = (one: Compared, other: Compared): Sameness[] => sharedBy(keysOf(one), keysOf(other))

type Keys = ReturnType<typeof keysOf>

/** Names, addresses and links as they are compared: accents, capitals, legal forms and marks do not count. */
const keysOf = (one: Compared) => ({
  names: [one.legalName, one.operatingName].map(nameKey).filter(Boolean),
  email: emailKey(one.email),
  worker: nameKey(one.workerName),
  signatory: nameKey(one.signatoryName),
  affiliates: linesOf(one.affiliates).map(nameKey).filter(Boolean),
  links: linesOf(one.repositories).map(linkKey),
})

function sharedBy(one: Keys, other: Keys): Sameness[] {
  const meet = (some: readonly string[], others: readonly string[]) => some.some((each) => others.includes(each))
  const found: Record<Sameness, boolean> = {
    legal_name: meet(one.names, other.names),
    email: one.email === other.email,
    worker: one.worker !== '' && one.worker === other.worker,
    signatory: one.signatory !== '' && one.signatory === other.signatory,
    affiliate: meet(one.affiliates, other.names) || meet(other.affiliates, one.names),
    repository: meet(one.links, other.links),
  }
  return sameness.filter((each) => found[each])
}

type Phrased = { readonly id: string; readonly phrases: number }

/** By pair, the likeness of the two answers to one criterion that are most alike. Only what shares a phrase is weighed. */
function mostAlike(applications: readonly Compared[], { leastWords }: { readonly leastWords: number }) {
  const best = new Map<string, { likeness: number; criterionId: string }>()
  const criteria = new Map<string, { answers: Phrased[]; places: Map<string, number[]> }>()
  for (const { id, answers } of applications)
    for (const { criterionId, answer } of answers) {
      const words = wordsOf(answer)
      if (words.length < leastWords) continue
      const phrases = new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`))
      const known = criteria.get(criterionId) ?? { answers: [], places: new Map<string, number[]>() }
      criteria.set(criterionId, known)
      const shared = new Map<number, number>()
      for (const phrase of phrases) {
        const places = known.places.get(phrase)
        for (const place of places ?? []) shared.set(place, (shared.get(place) ?? 0) + 1)
        if (places) places.push(known.answers.length)
        else known.places.set(phrase, [known.answers.length])
      }
      for (const [place, count] of shared) {
        const other = known.answers[place]
        if (!other) continue
        const likeness = count / (phrases.size + other.phrases - count)
        const key = id < other.id ? `${id} ${other.id}` : `${other.id} ${id}`
        if (likeness > (best.get(key)?.likeness ?? 0)) best.set(key, { likeness, criterionId })
      }
      known.answers.push({ id, phrases: phrases.size })
    }
  return best
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
const linesOf = (text: string): string[] =>
  text
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter(Boolean)
const FORMS = new Set('inc ltd ltee limited limitee llc llp corp corporation senc sencrl enr co cie'.split(' '))
const nameKey = (name: string): string =>
  wordsOf(name)
    .filter((word) => !FORMS.has(word))
    .join(' ')
const emailKey = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@')
const linkKey = (link: string): string =>
  link
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/(\.git)?\/*$/, '')

export type Resemblance = Pair & {
  readonly id: string
  readonly state: 'found' | 'proposed' | 'distinct' | 'excluded'
  readonly excludedId: string | null
  readonly because: ExclusionReason | null
  readonly note: string
  readonly judgedBy: string | null
  /** Somebody asks to take the exclusion back; kept beside the pair once that is done. */
  readonly takenBackBy: string | null
  readonly takenBackBecause: string
}

export type JudgeRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'results_locked'
  | 'already_decided'
  | 'note_missing'
  | 'not_of_pair'
export type ConfirmExclusionRefusal = 'not_allowed' | 'wrong_state' | 'results_locked' | 'not_proposed' | 'same_person'
export type AskBackRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'results_locked'
  | 'not_excluded'
  | 'already_asked'
  | 'reason_missing'
export type TakeBackRefusal = 'not_allowed' | 'wrong_state' | 'results_locked' | 'not_asked' | 'same_person_back'
export type DuplicateRefusal = JudgeRefusal | ConfirmExclusionRefusal | AskBackRefusal | TakeBackRefusal

export const may = {
  /** Names side by side: whoever hides them from evaluators, and procurement; never an evaluator. */
  see: (actor: Actor, file: Evaluated): boolean =>
    file.state === 'evaluating' && (can.redact(actor, file) || may.confirm(actor, file)),
  judge: (actor: Actor, file: Evaluated): actor is Staff => actor.kind === 'staff' && can.redact(actor, file),
  confirm: (actor: Actor, file: Evaluated): actor is Staff =>
    actor.kind === 'staff' &&
    actor.departmentId === file.departmentId &&
    holds(actor, 'procurement') &&
    !everEvaluator(actor, file),
}

export type Judgement =
  | { readonly says: 'distinct'; readonly note: string }
  | { readonly says: 'exclude'; readonly note: string; readonly excludedId: string; readonly because: ExclusionReason }

/** The program team says that the two are two, or which one should go and why; a proposal waits for procurement. */
export function judge(
  file: Evaluated,
  pair: Resemblance | undefined,
  { actor, judgement }: { actor: Actor; judgement: Judgement },
): Decision<{ pair: Resemblance; by: string }, JudgeRefusal> {
  if (!may.judge(actor, file)) return no('not_allowed')
  if (file.state !== 'evaluating' || !pair) return no('wrong_state')
  if (file.lock) return no('results_locked')
  if (pair.state !== 'found') return no('already_decided')
  if (judgement.note.trim() === '') return no('note_missing')
  if (judgement.says === 'exclude' && ![pair.firstId, pair.secondId].includes(judgement.excludedId))
    return no('not_of_pair')
  return yes({ pair, by: actor.id })
}

/** Procurement, another person, confirms before any manifest; until then the evaluation goes on with both. */
export function decideExclusion(
  file: Evaluated,
  pair: Resemblance | undefined,
  { actor }: { actor: Actor },
): Decision<{ pair: Resemblance & { excludedId: string }; by: string }, ConfirmExclusionRefusal> {
  if (!may.confirm(actor, file)) return no('not_allowed')
  if (file.state !== 'evaluating' || !pair) return no('wrong_state')
  if (file.lock) return no('results_locked')
  const { excludedId } = pair
  if (pair.state !== 'proposed' || excludedId === null) return no('not_proposed')
  if (pair.judgedBy === actor.id) return no('same_person')
  return yes({ pair: { ...pair, excludedId }, by: actor.id })
}

/** The program team, whoever proposed it or another, says why an exclusion was a mistake; it stands until procurement confirms. */
export function askBack(
  file: Evaluated,
  pair: Resemblance | undefined,
  { actor, because }: { actor: Actor; because: string },
): Decision<{ pair: Resemblance; by: string }, AskBackRefusal> {
  if (!may.judge(actor, file)) return no('not_allowed')
  if (file.state !== 'evaluating' || !pair) return no('wrong_state')
  if (file.lock) return no('results_locked')
  if (pair.state !== 'excluded') return no('not_excluded')
  if (pair.takenBackBy !== null) return no('already_asked')
  if (because.trim() === '') return no('reason_missing')
  return yes({ pair, by: actor.id })
}

/** Procurement, another person, takes the exclusion back before any manifest, or lets it stand; then the pair is judged anew. */
export function takeBack(
  file: Evaluated,
  pair: Resemblance | undefined,
  { actor }: { actor: Actor },
): Decision<{ pair: Resemblance & { excludedId: string }; by: string }, TakeBackRefusal> {
  if (!may.confirm(actor, file)) return no('not_allowed')
  if (file.state !== 'evaluating' || !pair) return no('wrong_state')
  if (file.lock) return no('results_locked')
  const { excludedId } = pair
  if (pair.state !== 'excluded' || excludedId === null || pair.takenBackBy === null) return no('not_asked')
  if (pair.takenBackBy === actor.id) return no('same_person_back')
  return yes({ pair: { ...pair, excludedId }, by: actor.id })
}

/** One of the two has gone already, or somebody has said that they are two: nothing is left to decide. */
export const isDecided = (pair: Resemblance, gone: ReadonlySet<string>): boolean =>
  pair.state === 'distinct' || pair.state === 'excluded' || gone.has(pair.firstId) || gone.has(pair.secondId)
