import { formatBusinessDays, formatInstant } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Empty, StatusBox, Tag, type TagTone } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { daysTo, dueOf, type QuestionsFacts } from './pages.ts'
import type { Answered, Put } from './rules.ts'
import { stateNames, staffTexts as texts } from './texts.ts'

type Props = { readonly facts: QuestionsFacts; readonly language: Language }

/** Every question of a posting: what waits, oldest first, what is published, what was decided otherwise. */
export function QuestionsPage({ facts, language }: Props) {
  const { questions, policy, posting, now, takes } = facts
  const waiting = questions.filter(({ state }) => state === 'asked')
  const answered = questions.filter((question): question is Answered => question.state === 'answered')
  const decided = questions.filter(({ state }) => state !== 'asked' && state !== 'answered')
  const instant = (at: Date) => formatInstant(at, policy.zone, language)
  const next = waiting[0]
  const taken = now < posting.until && takes ? texts.takes(instant(posting.until)) : takes ? texts.over : texts.closed
  return (
    <>
      <Head facts={facts} title={texts.head[language]} language={language} />
      <StatusBox
        language={language}
        tone={next ? (dueOf(facts, next) < now ? 'late' : 'you') : 'waiting'}
        happening={{ what: texts.waiting(waiting.length)[language], more: taken[language] }}
        next={{ what: (next ? texts.answerFirst : texts.nothing)[language], more: texts.writes[language] }}
        by={{
          what: next ? instant(dueOf(facts, next)) : texts.noDate[language],
          more: texts.promise(formatBusinessDays(policy.questions.answerBusinessDays, language))[language],
        }}
      />
      {questions.length === 0 && (
        <Empty level={2} head={texts.none[language]}>
          <p>{texts.noneText[language]}</p>
        </Empty>
      )}
      {waiting.length > 0 && (
        <List head={texts.waitingHead} facts={facts} questions={waiting} language={language}>
          {(question) => [
            instant(question.confirmedAt),
            instant(dueOf(facts, question)),
            <Standing key="state" facts={facts} question={question} language={language} />,
          ]}
        </List>
      )}
      {answered.length > 0 && (
        <>
          <h2>{texts.publishedHead[language]}</h2>
          <FoldTable
            caption={texts.publishedHead[language]}
            captionHidden
            columns={[
              { label: texts.question[language] },
              { label: texts.publishedOn[language] },
              { label: texts.answeredIn[language] },
            ]}
            rows={answered.map((question) => [
              <Words key="words" facts={facts} question={question} language={language} />,
              instant(question.publishedAt),
              texts.businessDays(daysTo(facts, question))[language],
            ])}
          />
        </>
      )}
      {decided.length > 0 && (
        <List head={texts.decidedHead} facts={facts} questions={decided} language={language}>
          {(question) => [
            instant(question.confirmedAt),
            'decidedAt' in question ? instant(question.decidedAt) : '',
            <Standing key="state" facts={facts} question={question} language={language} />,
          ]}
        </List>
      )}
    </>
  )
}

function List({
  head,
  facts,
  questions,
  language,
  children,
}: Props & {
  head: Text
  questions: readonly Put[]
  children: (question: Put) => readonly [string, string, preact.JSX.Element]
}) {
  const waits = head === texts.waitingHead
  return (
    <>
      <h2>{head[language]}</h2>
      <FoldTable
        caption={head[language]}
        captionHidden
        columns={[
          { label: texts.question[language] },
          { label: texts.asked[language] },
          { label: (waits ? texts.answerBy : texts.decidedOn)[language] },
          { label: texts.stands[language] },
        ]}
        rows={questions.map((question) => [
          <Words key="words" facts={facts} question={question} language={language} />,
          ...children(question),
        ])}
      />
    </>
  )
}

/** The words of a question as a link to it. */
export function Words({ facts, question, language }: Props & { question: Put }) {
  const params = { id: facts.opportunity.id, question: question.id }
  return (
    <a href={path('/files/:id/questions/:question', language, params)} lang={langOf(question, language)}>
      {shortened(question, language)}
    </a>
  )
}

/** How a question stands, in a word. */
export function Standing({ facts, question, language }: Props & { question: Put }) {
  const late = question.state === 'asked' && dueOf(facts, question) < facts.now
  const label = late
    ? texts.late
    : question.state === 'asked' && question.handedAt !== null
      ? texts.handed
      : question.state === 'asked' && question.draftedBy !== null
        ? texts.drafted
        : stateNames[question.state]
  return <Tag tone={late ? 'bad' : tones[question.state]} label={label[language]} />
}

const tones: Record<Put['state'], TagTone> = {
  asked: 'soon',
  answered: 'ok',
  declined: 'none',
  duplicate: 'none',
  lapsed: 'bad',
}

/** A published question is named in the reader's language; any other as it was asked. */
export const langOf = (question: Put, language: Language): Language | undefined =>
  question.state === 'answered' || question.language === language ? undefined : question.language

/** The first words of a question, with its number when it is published. */
export function shortened(question: Put, language: Language): string {
  const words =
    question.state === 'answered' ? `${question.number}. ${question.said.question[language]}` : question.words
  const letters = [...words.replace(/[ \t\n]+/g, ' ')]
  return letters.length <= 120 ? letters.join('') : `${letters.slice(0, 119).join('').trimEnd()}…`
}

/** File and title above every page of questions. */
export const Head = ({ facts, title, language }: Props & { title: string }) => (
  <>
    <p class="eyebrow">
      {texts.file(facts.opportunity.number)[language]} · {facts.opportunity.title[language]}
    </p>
    <h1>{title}</h1>
  </>
)
