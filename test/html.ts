import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate'

/** The standard preset, with our exceptions and why. */
const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // How preact writes HTML (`<br/>`, `disabled`, attribute order) is not for readers, and it is valid.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // Lines are as long as the text in them.
    'long-title': 'off',
    // Inline styles are refused by the content policy anyway; here they are errors too.
    'no-inline-style': 'error',
    // The list of errors is a `role="alert"` with a name of its own, and drawings are `role="img"` on an SVG.
    'prefer-native-element': 'off',
    // Boxes of one question share its name, and so do the buttons of a form.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // A telephone number is data, typed and shown as people type it.
    'tel-non-breaking': 'off',
  },
}

const loader = new StaticConfigLoader(config)
/** Read once: every page has the same exceptions. */
const resolved = loader.getConfigFor('page.html')
const validator = new HtmlValidate(Object.assign(loader, { getConfigFor: () => resolved }))

/** What the HTML standard refuses in a page or a part, a line each; empty when it is valid. */
export async function htmlErrors(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages, source }) =>
    messages.map(
      ({ ruleId, message, offset }) => `${ruleId}: ${message} — ${(source ?? html).slice(offset - 20, offset + 100)}`,
    ),
  )
}
