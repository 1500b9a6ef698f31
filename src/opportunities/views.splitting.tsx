import type { Staff } from '../accounts/rules.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import type { FlagFacts } from '../splitting/about.ts'
import { decisionNamesOf } from '../splitting/forms.ts'
import { yardstickOf } from '../splitting/rules.compare.ts'
import { bars, can, decisionsOn, type Flag, isUndecided } from '../splitting/rules.ts'
import { FlagSays } from '../splitting/showFlag.tsx'
import { splittingTexts as texts } from '../splitting/texts.pages.ts'
import { decisionNames } from '../splitting/texts.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, ErrorSummary, Form } from '../ui/form.tsx'
import { StatusBox } from '../ui/parts.tsx'
import { audienceOf, type FilePageFacts } from './pages.ts'
import { FileHead } from './views.file.tsx'

type Props = {
  readonly facts: FilePageFacts
  readonly actor: Staff
  readonly language: Language
  readonly flags: readonly Flag[]
  readonly about: FlagFacts
  readonly source: string | null
  readonly form: Typed
  readonly problems: Problems
}

/** What the rules on contract splitting found about one file, and what procurement decides. */
export function SplittingPage({ facts, actor, language, flags, about, source, form, problems }: Props) {
  const { policy } = facts
  const shown = flags.filter(({ state }) => state !== 'lapsed')
  const yardstick = yardstickOf(policy)
  return (
    <>
      <FileHead facts={facts} language={language} title={texts.title[language]} />
      <p class="lead">{texts.lead[language]}</p>
      <ErrorSummary language={language} errors={problems} />
      <SplittingStatus flags={shown} actor={actor} language={language} />
      {shown.map((flag) => (
        <section key={flag.id} aria-labelledby={`flag-${flag.rule}`}>
          <FlagSays
            {...{ flag, facts: about, yardstick, source, language, zone: policy.zone }}
            opens={audienceOf(actor) === 'program'}
          />
          {can.decide(actor, flag) && decisionsOn(flag).length > 0 && (
            <DecisionForm {...{ flag, about, actor, language, form, problems }} id={facts.opportunity.id} />
          )}
        </section>
      ))}
      {can.list(actor) && (
        <p>
          <a href={path('/splitting', language)}>{texts.listTitle[language]}</a>
        </p>
      )}
    </>
  )
}

function SplittingStatus({ flags, actor, language }: { flags: readonly Flag[]; actor: Staff; language: Language }) {
  const waits = flags.filter(isUndecided)
  const barred = flags.some(bars)
  const decides = flags.some((flag) => can.decide(actor, flag)) && waits.length > 0
  const merged = flags.some(({ state }) => state === 'merged')
  const stopped = flags.some(({ state }) => state === 'stopped')
  const happening = stopped
    ? { what: texts.stopped, more: texts.barredMore }
    : merged
      ? { what: texts.merged, more: texts.barredMore }
      : waits.length > 0
        ? barred
          ? { what: texts.waits, more: texts.waitsMore }
          : { what: texts.review, more: texts.reviewMore }
        : flags.length > 0
          ? { what: texts.settled, more: texts.settledMore }
          : { what: texts.none, more: texts.noneMore }
  const writes = actor.roles.includes('client') || actor.roles.includes('program_team')
  const next = decides
    ? { what: texts.toDecide, more: texts.toDecideMore }
    : stopped && writes
      ? { what: texts.toStop, more: null }
      : merged && writes
        ? { what: texts.toMerge, more: null }
        : { what: texts.nothing, more: waits.length > 0 ? texts.procurementDecides : null }
  return (
    <StatusBox
      language={language}
      tone={decides ? 'you' : flags.length === 0 || (waits.length === 0 && !barred) ? 'done' : 'waiting'}
      happening={{ what: happening.what[language], more: happening.more[language] }}
      next={{ what: next.what[language], more: next.more?.[language] }}
      by={{ what: texts.noDate[language], more: texts.noDateMore[language] }}
    />
  )
}

function DecisionForm({
  flag,
  about,
  actor,
  language,
  form,
  problems,
  id,
}: Pick<Props, 'about' | 'actor' | 'language' | 'form' | 'problems'> & { flag: Flag; id: string }) {
  const names = decisionNamesOf(flag.rule)
  const own = flag.members.some((member) => about.files.get(member)?.clientId === actor.id)
  if (own) return <p>{texts.own[language]}</p>
  return (
    <Form action={path('/files/:id/splitting', language, { id })} language={language}>
      <Hidden name="rule" value={flag.rule} />
      <Hidden name="flag" value={flag.id} />
      <Hidden name="seen" value={String(flag.version)} />
      <Radios
        language={language}
        name={names.decision}
        label={texts.question[language]}
        value={typed(form, names.decision)}
        error={problemAt(problems, names.decision, language)}
        choices={decisionsOn(flag).map((decision) => ({
          value: decision,
          label: decisionNames[decision].choice[language],
          hint: decisionNames[decision].hint[language],
        }))}
      />
      <TextArea
        language={language}
        name={names.rationale}
        label={texts.rationale[language]}
        hint={texts.rationaleHint[language]}
        rows={4}
        value={typed(form, names.rationale)}
        error={problemAt(problems, names.rationale, language)}
      />
      <ActionBar>
        <Button>{texts.record[language]}</Button>
      </ActionBar>
    </Form>
  )
}
