import type { About, Leaving } from './exchange.ts'

/** The namespace of XLIFF 2.0 and 2.1. */
export const CORE = 'urn:oasis:names:tc:xliff:document:2.0'

/**
 * XLIFF 2.0 of one statement: a unit for each segment, its Markdown as text with its blanks kept. Source: OASIS, XLIFF
 * Version 2.0, sections 4.2 and 4.3.
 */
export function writeXliff({ id, number, source, target }: About, segments: readonly Leaving[]): string {
  const groups = Map.groupBy(segments, ({ field }) => field)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${CORE}" version="2.0" srcLang="${source}-CA" trgLang="${target}-CA">`,
    `  <file id="${id}" original="${escaped(number)}" xml:space="preserve">`,
    ...[...groups].flatMap(([field, own]) => {
      const units = own.flatMap(unitOf)
      return own.length === 1 && own[0]?.key === field
        ? units.map((line) => `    ${line}`)
        : [`    <group id="${field}">`, ...units.map((line) => `      ${line}`), '    </group>']
    }),
    '  </file>',
    '</xliff>',
  ]
  return `${lines.join('\n')}\n`
}

function unitOf({ key, name, source, target, state }: Leaving): string[] {
  const said = {
    done: 'state="translated"',
    stale: 'state="initial" subState="opportune:stale"',
    unchecked: 'state="initial" subState="opportune:unchecked"',
    missing: 'state="initial"',
  }
  return [
    `<unit id="${key}" name="${escaped(name)}">`,
    `  <segment id="s1" ${said[state]}>`,
    `    <source>${content(source)}</source>`,
    ...(target === '' ? [] : [`    <target>${content(target)}</target>`]),
    '  </segment>',
    '</unit>',
  ]
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

/** Characters that XML cannot hold stand as `<cp/>`. Source: XLIFF 2.0, section 4.2.3.1. */
const content = (text: string): string =>
  escaped(text).replace(
    /[\ufffe\uffff]/g,
    (character) => `<cp hex="${character.charCodeAt(0).toString(16).padStart(4, '0')}"/>`,
  )
