import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/i18n.ts'
import { Button, Form } from './form.tsx'

/** Where a link in a letter leads. Opening it changes nothing, since mailboxes follow links by themselves: the button does. */
export const ButtonConfirms = ({
  language,
  title,
  action,
  button,
  children,
}: {
  language: Language
  title: string
  action: string
  button: string
  /** What is confirmed. */
  children: ComponentChildren
}) => (
  <div class="narrow">
    <h1>{title}</h1>
    {children}
    <Form action={action} language={language}>
      <Button>{button}</Button>
    </Form>
  </div>
)
