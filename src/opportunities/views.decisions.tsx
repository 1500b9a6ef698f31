import type { ComponentChildren } from 'preact'
import type { Staff } from '../accounts/rules.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import type { Form as Typed } from '../platform/http.ts'
import { typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { TextField } from '../ui/fields.tsx'
import type { FilePageFacts } from './pages.ts'
import { decisionTexts as texts } from './texts.decisions.ts'
import { FileHead, FileStatus, titleOf } from './views.file.tsx'

export type DecisionProps = {
  readonly facts: FilePageFacts
  readonly actor: Staff
  readonly language: Language
  readonly form: Typed
  readonly problems: Problems
}

/** The frame of a page with one decision: narrow, the file on top. */
export const Decision = ({
  facts,
  actor,
  language,
  title,
  children,
}: {
  facts: FilePageFacts
  actor: Staff
  language: Language
  title: string
  children: ComponentChildren
}) => (
  <div class="narrow">
    <FileHead facts={facts} language={language} title={title} />
    <p class="lead">{titleOf(facts, language)}</p>
    <FileStatus facts={facts} actor={actor} language={language} here />
    {children}
  </div>
)

export const WorkingField = ({ language, form, problems }: Pick<DecisionProps, 'language' | 'form' | 'problems'>) => (
  <TextField
    language={language}
    name="working"
    label={texts.working[language]}
    hint={texts.workingHint[language]}
    width="s"
    autocomplete="off"
    optional
    value={typed(form, 'working')}
    error={problemAt(problems, 'working', language)}
  />
)
