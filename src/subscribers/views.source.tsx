import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { Button, Form } from '../ui/form.tsx'
import { sources } from './rules.sources.ts'
import { sourceNames, preferenceTexts as texts } from './texts.preferences.ts'

/** Asked once; answering is nobody's duty. */
export const SourceForm = ({ language, token }: { language: Language; token: string }) => (
  <Form
    action={path('/subscribe/source/:token', language, { token })}
    language={language}
    label={texts.sourceHead[language]}
  >
    <Radios
      language={language}
      name="source"
      label={texts.sourceHead[language]}
      hint={texts.sourceHint[language]}
      optional
      choices={sources.map((value) => ({ value, label: sourceNames[value][language] }))}
    />
    <Button kind="plain">{texts.sourceSend[language]}</Button>
  </Form>
)
