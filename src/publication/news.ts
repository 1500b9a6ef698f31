import { changedName, changeSentence } from '../opportunities/changesSaid.ts'
import type { NoticeAmendment } from '../opportunities/notice.ts'
import type { Text } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { answerId } from '../questions/showAnswers.tsx'
import type { PublishedAnswer } from '../questions/store.published.ts'

/** Something that the public was told about a posting after it went out: an amendment, or the answers of one day. */
export type News = {
  readonly kind: 'moved' | 'amended' | 'answered'
  /** The same for ever, among the news of one posting. */
  readonly name: string
  readonly at: Date
  /** Later than `at` when more answers came on the same day. */
  readonly updatedAt: Date
  /** What it says, each a sentence or a question. */
  readonly lines: readonly Text[]
  /** Where on the page of the posting it stands. */
  readonly place: string
}

/** News of amendments; one that moves the closing says so first. */
export const newsOfAmendments = (amendments: readonly NoticeAmendment[], zone: string): News[] =>
  amendments.map(({ kind, number, changes, reason, publishedAt }) => ({
    kind: kind === 'extension' || changes.some(({ field }) => field === 'closesAt') ? 'moved' : 'amended',
    name: `amendment-${number}`,
    ...{ at: publishedAt, updatedAt: publishedAt, place: 'changes' },
    lines: [...changes.toSorted(closingFirst).map((change) => changeSentence(change, zone)), reason],
  }))

/** News of answers: one a day, so that a reader is not told eight times of eight answers. They come in their order. */
export function newsOfAnswers(answers: readonly PublishedAnswer[], zone: string): News[] {
  const days = Map.groupBy(answers, ({ publishedAt }) => dayOf(publishedAt, zone))
  return [...days].flatMap(([day, all]) => {
    const [first, last] = [all[0], all.at(-1)]
    if (!first || !last) return []
    return [
      {
        ...({ kind: 'answered', name: `answers-${day}` } as const),
        ...{ at: first.publishedAt, updatedAt: last.publishedAt, place: answerId(first.number) },
        lines: all.map(({ number, question }) => ({
          en: `${number}. ${question.en}`,
          fr: `${number}. ${question.fr}`,
        })),
      },
    ]
  })
}

/** What amendments changed, each thing once, by its name: “Closing, Work”. */
export function namesChanged(amendments: readonly NoticeAmendment[]): readonly Text[] {
  const fields = new Set(amendments.flatMap(({ changes }) => changes.map(({ field }) => field)))
  return [...fields].map(changedName)
}

const closingFirst = (one: { field: string }, other: { field: string }): number =>
  Number(other.field === 'closesAt') - Number(one.field === 'closesAt')
