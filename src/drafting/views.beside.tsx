import type { Comment } from '../opportunities/comments.store.ts'
import type { Typed } from '../opportunities/forms.statement.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Difference } from '../ui/difference.tsx'
import { fieldId, Hidden, TextArea } from '../ui/fields.tsx'
import { Button } from '../ui/form.tsx'
import type { DraftFacts } from './pages.ts'
import { fieldNamed, markOf, typedOf } from './rules.fields.ts'
import { mergedText } from './rules.merge.ts'
import type { Conflict } from './store.conflicts.ts'
import { nameOfField, draftingTexts as texts } from './texts.ts'

export type BesideProps = {
  readonly facts: DraftFacts
  readonly language: Language
  /** Who reads. */
  readonly reader: { readonly id: string; readonly resolves: boolean }
  /** The address of the form, for buttons that come back to their field. */
  readonly action: string
  /** What was typed here and not sent yet, by the name of its input. */
  readonly kept: Typed
}

/** What stands beside a field: two texts to choose from, and what was said of it. The script looks for it by its mark. */
export function Beside({ field, ...props }: BesideProps & { field: string }) {
  const { facts } = props
  const conflicts = facts.conflicts.filter((each) => each.field === field)
  const isFact = fieldNamed(field)?.kind === 'fact'
  return (
    <div class="beside" data-live={field} id={isFact ? undefined : fieldId(field)}>
      {conflicts.map((conflict) => (
        <Choice key={conflict.id} {...props} conflict={conflict} />
      ))}
      <Comments {...props} field={field} />
    </div>
  )
}

/** Two texts for one field, what differs between them, and three ways out. */
function Choice({ facts, language, reader, action, kept, conflict }: BesideProps & { conflict: Conflict }) {
  const { id, field, half, base, value, madeBy, madeAt } = conflict
  const name = half ? `${field}_${half}` : field
  const { zone } = facts.policy
  const saved = typedOf(facts.written, zone, 'en')[name] ?? ''
  const who = facts.names.get(madeBy) ?? ''
  const mine = madeBy === reader.id
  const lang = half === 'en' || half === 'fr' ? half : undefined
  const head = `choice-${id}`
  const back = `${action}#${fieldId(name)}`
  return (
    <section class="clash" aria-labelledby={head} data-choice={name}>
      <h3 id={head}>
        {texts.conflictHead[language]} <span class="quiet">{nameOfField(name, facts.written.lists)[language]}</span>
      </h3>
      <p>{texts.conflict(who, formatInstant(madeAt, zone, language))[language]}</p>
      <Hidden name={`settle.${id}`} value={markOf(name, saved)} />
      <dl class="two-texts">
        <div>
          <dt>{texts.savedText[language]}</dt>
          <dd lang={saved ? lang : undefined}>{saved || texts.nothing[language]}</dd>
        </div>
        <div>
          <dt>{texts.otherText(who)[language]}</dt>
          <dd lang={value ? lang : undefined}>{value || texts.nothing[language]}</dd>
        </div>
      </dl>
      <p>
        <strong>{texts.differences[language]}</strong>
      </p>
      <Difference language={language} before={saved} after={value} lang={lang} />
      <p class="acts">
        <Button kind="plain" name="settle" value={`${id}:kept`} action={back}>
          {texts.keepSaved[language]}
        </Button>
        <Button kind="plain" name="settle" value={`${id}:taken`} action={back}>
          {mine ? texts.takeMine[language] : texts.takeTheirs(who)[language]}
        </Button>
      </p>
      {fieldNamed(name)?.kind !== 'fact' && half !== 'day' && (
        <details>
          <summary>{texts.merged[language]}</summary>
          <TextArea
            language={language}
            name={`merged.${id}`}
            label={texts.merged[language]}
            value={kept[`merged.${id}`] ?? mergedText(base, saved, value)}
            rows={6}
            lang={lang}
          />
          <Button kind="plain" name="settle" value={`${id}:merged`} action={back}>
            {texts.saveMerged[language]}
          </Button>
        </details>
      )}
    </section>
  )
}

/** What was said of a field, open things first in view, and room to say more. */
export function Comments({ facts, language, reader, action, kept, field }: BesideProps & { field: string }) {
  const said = facts.comments.filter((comment) => comment.field === field)
  const open = said.filter(({ resolvedAt }) => resolvedAt === null)
  const back = `${action}#comments-${fieldId(field)}`
  return (
    <details
      class="comments"
      id={`comments-${fieldId(field)}`}
      open={open.length > 0 || Boolean(kept[`comment.${field}`])}
    >
      <summary>{texts.commentsHere(open.length)[language]}</summary>
      {said.map((comment) => (
        <Thread key={comment.id} {...{ facts, language, reader, action: back, kept, comment }} />
      ))}
      <TextArea
        language={language}
        name={`comment.${field}`}
        label={texts.newComment[language]}
        value={kept[`comment.${field}`]}
        rows={2}
        optional
      />
      <Button kind="plain" name="comment" value={field} action={back}>
        {texts.addComment[language]}
      </Button>
      <p class="small">
        <a href={`${path('/files/:id/earlier', language, { id: facts.opportunity.id })}?field=${field}`}>
          {texts.earlier[language]}
        </a>
      </p>
    </details>
  )
}

function Thread({ facts, language, reader, action, kept, comment }: BesideProps & { comment: Comment }) {
  const { id, body, madeBy, madeAt, resolvedAt, answers } = comment
  const signed = (by: string, at: Date) =>
    texts.said(facts.names.get(by) ?? '', formatInstant(at, facts.policy.zone, language))[language]
  return (
    <div class="thread">
      <p class="small quiet">
        {signed(madeBy, madeAt)}
        {resolvedAt && <strong> {texts.resolved[language]}</strong>}
      </p>
      <p class="said">{body}</p>
      {answers.map((answer) => (
        <div class="answer" key={answer.id}>
          <p class="small quiet">{signed(answer.madeBy, answer.madeAt)}</p>
          <p class="said">{answer.body}</p>
        </div>
      ))}
      {resolvedAt === null && (
        <>
          <TextArea
            language={language}
            name={`answer.${id}`}
            label={texts.yourAnswer[language]}
            value={kept[`answer.${id}`]}
            rows={2}
            optional
          />
          <p class="acts">
            <Button kind="plain" name="answer" value={id} action={action}>
              {texts.answer[language]}
            </Button>
            {reader.resolves && (
              <Button kind="link" name="resolve" value={id} action={action}>
                {texts.resolve[language]}
              </Button>
            )}
          </p>
        </>
      )}
    </div>
  )
}
