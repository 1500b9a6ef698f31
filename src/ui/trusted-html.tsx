/**
 * The only way to put HTML in a page without escaping it. Whoever calls it has made that HTML safe.
 * A test compares the callers with this list.
 */
export const trustedHtmlCallers = ['src/ui/markdown.tsx']

export const TrustedHtml = ({ html, named }: { html: string; named?: string | undefined }) => (
  <div class={named} dangerouslySetInnerHTML={{ __html: html }} />
)
