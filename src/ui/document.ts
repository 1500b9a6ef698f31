import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole page as text, with its doctype. Rendering is pure: the same view gives the same bytes. */
export const htmlDocument = <Props>(page: VNode<Props>): string => `<!DOCTYPE html>\n${renderToString(page)}\n`
