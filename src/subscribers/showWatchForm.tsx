import { type Problems, problemAt } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { EmailField } from '../ui/fields.tsx'
import { Button, type ButtonKind, Form } from '../ui/form.tsx'
import { subscribeTexts } from './texts.ts'
import { watchTexts as texts } from './texts.watching.ts'

/** One field: to hear of changes, answers and the closing of one opportunity. The letters come in the page's language. */
export const WatchForm = ({
  slug,
  language,
  kind = 'plain',
  email = '',
  problems = [],
}: {
  slug: string
  language: Language
  /** Filled where it is what the page is for. */
  kind?: ButtonKind
  email?: string
  problems?: Problems
}) => (
  <Form
    action={path('/opportunities/:slug/watching', language, { slug })}
    language={language}
    label={texts.head[language]}
    errors={problems}
  >
    <EmailField
      language={language}
      name="email"
      label={subscribeTexts.address[language]}
      hint={subscribeTexts.addressHint[language]}
      value={email}
      width="m"
      error={problemAt(problems, 'email', language)}
    />
    <div class="acts">
      <Button kind={kind}>{texts.send[language]}</Button>
    </div>
  </Form>
)
