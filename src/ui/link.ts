const schemes = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address if it may stand in a link, or nothing. Only http, https and mailto, or a path of this site (`/…`, `#…`).
 * Nothing that a browser reads otherwise than a person does: no control character or space, no backslash, no address
 * with a name and password before its host, no `//host`.
 */
export function safeHref(address: string): string | undefined {
  const trimmed = address.trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, which is how attacks hide a scheme
  if (trimmed === '' || /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/.test(trimmed)) return undefined
  if (/^#/.test(trimmed) || /^\/(?!\/)/.test(trimmed)) return trimmed

  const url = URL.parse(trimmed)
  if (!url || !schemes.has(url.protocol)) return undefined
  if (url.protocol !== 'mailto:' && (!/^https?:\/\/[^/]/i.test(trimmed) || url.username || url.password))
    return undefined
  return trimmed
}
