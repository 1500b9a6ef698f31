import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Markdown } from '../ui/markdown.tsx'
import type { PublishedAnswer } from './store.published.ts'
import { askTexts, shownTexts as texts } from './texts.ts'

/** What the section says of a posting; all of it is public, and the same for everybody. */
export type AnswersShown = {
  readonly slug: string
  readonly zone: string
  readonly mailbox: string
  /** Does it take applications at `now`? */
  readonly open: boolean
  readonly until: Date
  readonly now: Date
  readonly answers: readonly PublishedAnswer[]
}

/** The place on the page of one answer. */
export const answerId = (number: number): string => `question-${number}`

/** The questions of a posting with their answers, numbered; and until when one asks, or what one does afterwards. */
export function QuestionsAndAnswers({ posting, language }: { posting: AnswersShown; language: Language }) {
  const { answers, open, zone } = posting
  if (!open && answers.length === 0) return null
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">
        {answers.length > 0 ? `${texts.head[language]} (${answers.length})` : texts.head[language]}
      </h2>
      {answers.length === 0 && <p>{texts.none[language]}</p>}
      {answers.map((answer) => (
        <Answer key={answer.number} answer={answer} zone={zone} language={language} />
      ))}
      {open && <Asking posting={posting} language={language} />}
    </section>
  )
}

/** Open, so that a link to one answer shows it. */
const Answer = ({ answer, zone, language }: { answer: PublishedAnswer; zone: string; language: Language }) => (
  <details class="big" id={answerId(answer.number)} open>
    <summary>
      {answer.number}. {answer.question[language]}
    </summary>
    <Markdown text={answer.answer[language]} top={3} />
    {answer.amendment !== null && (
      <p>
        <a href="#changes">{texts.amendment(answer.amendment)[language]}</a>
      </p>
    )}
    <p class="small quiet">
      {texts.published[language]}{' '}
      <time dateTime={answer.publishedAt.toISOString()}>{formatInstant(answer.publishedAt, zone, language)}</time>
    </p>
  </details>
)

function Asking({ posting, language }: { posting: AnswersShown; language: Language }) {
  const { slug, until, now, zone, mailbox } = posting
  if (now >= until)
    return (
      <>
        <p>
          <strong>{askTexts.overTitle[language]}.</strong> {askTexts.over(mailbox)[language]}
        </p>
        <p class="small">{texts.unanswered[language]}</p>
      </>
    )
  return (
    <>
      <p>
        <a href={path('/opportunities/:slug/question', language, { slug })}>{askTexts.title[language]}</a>{' '}
        {texts.until[language]} <time dateTime={until.toISOString()}>{formatInstant(until, zone, language)}</time>.
      </p>
      <p class="small">
        {texts.everyone[language]} {texts.unanswered[language]}
      </p>
    </>
  )
}
