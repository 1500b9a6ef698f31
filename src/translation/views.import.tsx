import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Language, otherLanguage } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox } from '../ui/choices.tsx'
import { Difference } from '../ui/difference.tsx'
import { Hidden } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Quote, StatusBox } from '../ui/parts.tsx'
import { takes } from './forms.ts'
import { segmentName } from './naming.ts'
import type { ImportFacts } from './pages.ts'
import { canBeTaken, type Proposal } from './rules.ts'
import { proposalNames, translationTexts as texts } from './texts.ts'
import { Head } from './views.tsx'

/** What a file that came back would change, passage by passage; each is taken over or left. */
export function ImportPage({
  facts,
  language,
  problems,
}: {
  facts: ImportFacts
  language: Language
  problems: Problems
}) {
  const { opportunity, received, proposed, zone } = facts
  const { id, version } = opportunity
  const usable = proposed.filter(canBeTaken)
  const same = proposed.filter(({ what }) => what === 'same')
  const left = proposed.filter(({ what }) => what === 'no_place' || what === 'unknown')
  const open = usable.length > 0 && received.takenAt === null
  const counts = texts.importCounts(usable.length, same.length, left.length)[language]
  return (
    <>
      <Head facts={facts} language={language} title={texts.importTitle[language]} />
      <StatusBox
        language={language}
        tone={open ? 'you' : 'done'}
        happening={{
          what: (received.takenAt ? texts.alreadyTaken : texts.importTitle)[language],
          more: texts.importOf(received.fileName, formatInstant(received.at, zone, language))[language],
        }}
        next={
          open
            ? { what: texts.importNext[language], more: texts.importNextText[language] }
            : {
                what: texts.nextWait[language],
                more: <a href={path('/files/:id/translation', language, { id })}>{texts.back[language]}</a>,
              }
        }
        by={{ what: texts.noDate[language], more: counts }}
      />
      {open ? (
        <Form
          action={path('/files/:id/translation/import/:importId', language, { id, importId: received.id })}
          language={language}
          errors={problems}
        >
          <Hidden name="seen" value={String(version)} />
          {usable.map((proposal) => (
            <ProposalRow key={proposal.key} {...{ proposal, facts, language, problems }} />
          ))}
          <Button full>{texts.take[language]}</Button>
        </Form>
      ) : (
        received.takenAt === null && <p>{texts.nothingToTake[language]}</p>
      )}
      {left.length > 0 && (
        <section aria-labelledby="left">
          <h2 id="left">{proposalNames.no_place[language]}</h2>
          {left.map(({ key, target, what }) => (
            <Quote key={key} lang={otherLanguage(opportunity.sourceLanguage)}>
              <p class="diff">{target}</p>
              {what === 'unknown' && (
                <p class="small" lang={language}>
                  {proposalNames.unknown[language]}
                </p>
              )}
            </Quote>
          ))}
        </section>
      )}
      <p>
        <a href={path('/files/:id/translation', language, { id })}>{texts.back[language]}</a>
      </p>
    </>
  )
}

function ProposalRow({
  proposal: { key, segment, before, target, what },
  facts,
  language,
  problems,
}: {
  proposal: Proposal
  facts: ImportFacts
  language: Language
  problems: Problems
}) {
  if (!segment) return null
  const { sourceLanguage: from } = facts.opportunity
  const into = otherLanguage(from)
  const name = segmentName(segment)[language]
  return (
    <div class="two even segment">
      <div class="col">
        <Quote lang={from === language ? undefined : from}>
          <Markdown text={segment.source} top={4} />
        </Quote>
        {before !== null && (
          <div class="small">
            <p class="flush">
              <strong>{texts.changedSource[language]}</strong>
            </p>
            <Difference language={language} lang={from} before={before} after={segment.source} />
          </div>
        )}
      </div>
      <div>
        <Difference language={language} lang={into} before={segment.target} after={target} />
        <Checkbox
          language={language}
          name={takes(key)}
          label={texts.takeThis(name)[language]}
          hint={proposalNames[what][language]}
          checked
          optional
          error={problemAt(problems, key, language)}
        />
      </div>
    </div>
  )
}
