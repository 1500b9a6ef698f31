import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ActionBar, ButtonLink } from '../ui/form.tsx'
import { Key, Quote, StatusBox, Tag } from '../ui/parts.tsx'
import type { Fate } from './rules.ts'
import type { OwnResult } from './store.own.ts'
import { ownFates, ownTexts } from './texts.own.ts'

/** What became of one’s own application: passed or not and why, drawn or not, and whom to ask. */
export function OwnResultView({
  language,
  result: { id, token, rank, marks, opportunity },
  fate,
}: {
  language: Language
  result: OwnResult
  fate: Fate | 'offered'
}) {
  const { happening, more } = ownFates[fate]
  const { slug, number, title, department, mailbox, drawn } = opportunity
  return (
    <>
      <p class="eyebrow">{ownTexts.eyebrow(number)[language]}</p>
      <h1>{ownTexts.title[language]}</h1>
      <p class="lead">
        <a href={path('/opportunities/:slug', language, { slug })}>{title[language]}</a>
      </p>
      <StatusBox
        language={language}
        tone="done"
        state={ownTexts.state[language]}
        happening={{ what: happening[language], more: <span>{more[language]}</span> }}
        next={{ what: ownTexts.nothing[language] }}
        by={{ what: ownTexts.noDate[language] }}
      />
      <h2>{ownTexts.criteria[language]}</h2>
      {marks.length === 0 && <p>{ownTexts.noMarks[language]}</p>}
      {marks.map((mark) => (
        <section key={mark.position} aria-labelledby={`c-${mark.position}`}>
          <h3 id={`c-${mark.position}`} class="row">
            <Key kind="application" place={mark.position} language={language} /> {mark.criterion[language]}
          </h3>
          <p>
            <Tag label={(mark.passed ? ownTexts.met : ownTexts.unmet)[language]} tone={mark.passed ? 'ok' : 'bad'} />
          </p>
          <Quote lang={mark.language}>
            <p>{mark.rationale}</p>
          </Quote>
        </section>
      ))}
      <h2>{ownTexts.draw[language]}</h2>
      <p>
        {(rank !== null ? ownTexts.rank(rank) : drawn ? ownTexts.notDrawn : ownTexts.noDraw)[language]}{' '}
        {rank !== null && ownTexts.token(token)[language]}
      </p>
      {drawn && (
        <p>
          <a href={path('/draws/:slug', language, { slug })}>{ownTexts.seeDraw[language]}</a>
        </p>
      )}
      <h2>{ownTexts.talk[language]}</h2>
      <p>{ownTexts.talkMore(department[language], mailbox)[language]}</p>
      <ActionBar>
        <ButtonLink kind="plain" href={path('/applications/:id/receipt', language, { id })}>
          {ownTexts.receipt[language]}
        </ButtonLink>
        <ButtonLink kind="link" href={path('/applications', language)}>
          {ownTexts.applications[language]}
        </ButtonLink>
      </ActionBar>
    </>
  )
}
