import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { htmlErrors } from '../../test/html.ts'
import { Checkbox, CheckboxGroup, Radios } from './choices.tsx'
import {
  CodeField,
  DateField,
  EmailField,
  FileField,
  fieldId,
  MoneyField,
  PasswordField,
  Select,
  TextArea,
  TextField,
  TimeField,
} from './fields.tsx'
import { ErrorSummary, Form, PairField, RepeatedField } from './form.tsx'

const hostile = '"><script>alert(1)</script>\' onfocus=alert(1) x="'
const common = { language: 'en', name: 'price', label: 'Price', hint: 'In dollars', error: 'Enter an amount.' } as const

const fields: Record<string, VNode> = {
  TextField: <TextField {...common} value={hostile} limit={{ most: 2, unit: 'characters' }} />,
  TextArea: <TextArea {...common} value={hostile} limit={{ most: 2, unit: 'words' }} />,
  MoneyField: <MoneyField {...common} value={hostile} />,
  DateField: <DateField {...common} value={hostile} />,
  TimeField: <TimeField {...common} value={hostile} />,
  EmailField: <EmailField {...common} value={hostile} />,
  CodeField: <CodeField {...common} value={hostile} />,
  Select: (
    <Select
      {...common}
      value="b"
      options={[
        { value: 'a', label: hostile },
        { value: 'b', label: 'B' },
      ]}
    />
  ),
  FileField: <FileField {...common} />,
  Checkbox: <Checkbox {...common} value={hostile} />,
}

test.each(Object.entries(fields))('%s joins its label, hint and error to its input', async (_, field) => {
  const html = renderToString(field)
  expect(html).toMatch(/<label[^>]* for="f-price"/)
  expect(html).toMatch(/aria-describedby="f-price-hint f-price-error/)
  expect(html).toMatch(/aria-invalid="true"/)
  expect(html).toContain('id="f-price-hint"')
  expect(html).toContain('id="f-price-error"')
})

test.each(Object.entries(fields))('%s shows what was typed as text, whatever it is', async (_, field) => {
  const html = renderToString(field)
  expect(html).not.toContain('<script>')
  expect(await htmlErrors(html)).toEqual([])
})

test('a group says its question, hint and error once, and the first choice is where its error leads', async () => {
  const choices = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No', hint: 'Then say why.' },
  ]
  for (const Group of [Radios, CheckboxGroup]) {
    const html = renderToString(<Group {...common} choices={choices} />)
    expect(html).toContain(
      '<fieldset class="wrong" aria-describedby="f-price-hint f-price-error"><legend>Price</legend>',
    )
    expect(html).toMatch(/<input type="\w+" id="f-price"/)
    expect(await htmlErrors(html)).toEqual([])
  }
})

test('a password is never typed back', () => {
  expect(renderToString(<PasswordField {...common} value="correct horse" />)).not.toContain('correct horse')
})

test('two names never share an id, and every id is one that HTML allows', () => {
  const names = ['a', 'a.b', 'a-b', 'a_b', 'a[b]', 'a b', 'a_2e-b', '1', 'é', '"><x']
  const ids = names.map(fieldId)
  expect(new Set(ids).size).toBe(names.length)
  for (const id of ids) expect(id).toMatch(/^[A-Za-z][\w-]*$/)
})

test('a pair has one input for each language, the reader’s own first', async () => {
  const html = renderToString(
    <PairField
      language="fr"
      name="title"
      label="Titre"
      value={{ en: 'Fix', fr: 'Corriger' }}
      error={{ en: 'Too short.' }}
    />,
  )
  expect(html.indexOf('name="title_fr"')).toBeLessThan(html.indexOf('name="title_en"'))
  expect(html).toMatch(/name="title_fr"[^>]*lang="fr"/)
  expect(html).toMatch(/name="title_en"[^>]*lang="en"/)
  expect(html).toContain('id="f-title_5f-en-error"')
  expect(await htmlErrors(html)).toEqual([])
})

test('rows are added and removed by buttons of the form, within what is allowed', async () => {
  const list = (count: number) =>
    renderToString(
      <RepeatedField
        language="en"
        name="work"
        label="Criteria"
        addLabel="Add"
        atLeast={1}
        atMost={3}
        rowLabel={(n) => `W${n}`}
        rows={Array.from({ length: count }, (_, i) => (
          <TextField key={i} language="en" name={`work.${i}`} label="Text" />
        ))}
      />,
    )
  expect(list(1)).not.toContain('name="remove"')
  expect(list(2)).toContain('name="remove" value="work:1"')
  expect(list(2)).toContain('name="add" value="work"')
  expect(list(3)).not.toContain('name="add"')
  expect(await htmlErrors(list(2))).toEqual([])
})

test('errors come back on top, each a link to its field; one about the whole form is not a link', async () => {
  const errors = [
    { field: 'price', text: { en: 'Enter an amount.', fr: 'Entrez un montant.' } },
    { field: '', text: { en: 'Try again.', fr: 'Réessayez.' } },
  ]
  const html = renderToString(<ErrorSummary language="fr" errors={errors} />)
  expect(html).toContain('Deux éléments à corriger')
  expect(html).toContain('<a href="#f-price">Entrez un montant.</a>')
  expect(html).toContain('<strong>Réessayez.</strong>')
  expect(renderToString(<ErrorSummary language="fr" errors={[]} />)).toBe('')
})

test('the Enter key presses the button that the form names, not the first one in sight', async () => {
  const html = renderToString(
    <Form action="/en/x" language="en" enter={{ name: 'do', value: 'save' }}>
      <TextField {...common} />
    </Form>,
  )
  expect(html.indexOf('<button')).toBeLessThan(html.indexOf('<input'))
  expect(html).toMatch(/<button[^>]*aria-hidden="true"[^>]*name="do" value="save"/)
  expect(await htmlErrors(html)).toEqual([])
})
