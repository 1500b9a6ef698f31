import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { fieldId } from '../ui/fields.tsx'
import { ActionBar, ButtonLink } from '../ui/form.tsx'
import { criterionKey, Key, Note, Quote } from '../ui/parts.tsx'
import { answerField } from './forms.ts'
import type { Finding, IdentifyingKind } from './identifying.kinds.ts'
import type { Criterion, Posted } from './rules.ts'
import { formTexts, previewTexts, warningTexts } from './texts.form.ts'

export type PreviewedAnswer = {
  readonly criterion: Criterion
  readonly answer: string
  readonly findings: readonly Finding[]
}

/** The answers as evaluators read them, with what gives their author away marked in its place. */
export function PreviewView({
  language,
  posted,
  written,
  answers,
}: {
  language: Language
  posted: Posted
  /** The language of the answers. */
  written: Language
  answers: readonly PreviewedAnswer[]
}) {
  const form = path('/opportunities/:slug/application', language, { slug: posted.slug })
  const found = answers.some(({ findings }) => findings.length > 0)
  return (
    <>
      <a class="back" href={form}>
        {previewTexts.back[language]}
      </a>
      <p class="eyebrow">{formTexts.eyebrow(posted.number)[language]}</p>
      <h1>{previewTexts.title[language]}</h1>
      <p class="lead">{previewTexts.lead[language]}</p>
      <Note
        tone={found ? 'warn' : 'info'}
        level={2}
        head={(found ? warningTexts.head : warningTexts.nothing)[language]}
      >
        <p>{(found ? warningTexts.intro : previewTexts.clean)[language]}</p>
      </Note>
      {answers.map(({ criterion, answer, findings }) => {
        const key = criterionKey('application', criterion.position, language)
        return (
          <section key={criterion.id} aria-labelledby={`c-${criterion.position}`}>
            <h2 id={`c-${criterion.position}`} class="row">
              <Key kind="application" place={criterion.position} language={language} /> {criterion.text[language]}
            </h2>
            {answer.trim() === '' ? (
              <p class="quiet">{previewTexts.empty[language]}</p>
            ) : (
              <Quote lang={written}>
                <p class="said">
                  <Marked answer={answer} findings={findings} />
                </p>
              </Quote>
            )}
            {findings.length > 0 && (
              <>
                <p>{previewTexts.found[language]}</p>
                <ul>
                  {eachOnce(findings).map(({ kind, text }) => (
                    <li key={`${kind} ${text}`}>
                      {warningTexts.kinds[kind][language]}
                      {language === 'en' ? ': ' : '\u00a0: '}
                      <strong class="break">{text}</strong>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p>
              <a href={`${form}#${fieldId(answerField(criterion))}`}>{previewTexts.changeIt(key)[language]}</a>
            </p>
          </section>
        )
      })}
      <ActionBar>
        <ButtonLink kind="plain" href={form}>
          {previewTexts.back[language]}
        </ButtonLink>
      </ActionBar>
    </>
  )
}

/** The whole text, its findings marked. */
function Marked({ answer, findings }: { answer: string; findings: readonly Finding[] }) {
  let from = 0
  const parts = findings.map(({ from: start, to }) => {
    const before = answer.slice(from, start)
    from = to
    return { before, marked: answer.slice(start, to), at: start }
  })
  return (
    <>
      {parts.map(({ before, marked, at }) => (
        <span key={at}>
          {before}
          <mark>{marked}</mark>
        </span>
      ))}
      {answer.slice(from)}
    </>
  )
}

function eachOnce(findings: readonly Finding[]): { kind: IdentifyingKind; text: string }[] {
  const seen = new Set<string>()
  return findings.filter(({ kind, text }) => {
    const key = `${kind} ${text}`
    return seen.has(key) ? false : seen.add(key)
  })
}
