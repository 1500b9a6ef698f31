import type { Actor } from '../accounts/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import type { PaperKind, Policy } from '../policy/rules.ts'
import { can } from './rules.ts'

/** A paper on which a department’s authority rests: a link, or a file that we keep (mission M30). */
export type Paper = {
  readonly id: string
  readonly kind: PaperKind
  /** As it is written on the paper, in one language. */
  readonly title: string
  readonly language: Language
  readonly dated: Day
  readonly validUntil: Day | null
  readonly link: string
  readonly fileName: string | null
  /** What the bargaining agents answered to a notice, and when. */
  readonly reply: { readonly text: string; readonly day: Day } | null
}

export const paperFileTypes = ['application/pdf', 'image/png'] as const
export type PaperFile = {
  readonly name: string
  readonly type: (typeof paperFileTypes)[number]
  readonly bytes: Buffer
}
/** Five megabytes: what the form and the table accept. */
export const PAPER_MOST_BYTES = 5_000_000

export type AddPaperRefusal =
  | 'not_allowed'
  | 'ends_before_dated'
  | 'dated_in_the_future'
  | 'link_or_file'
  | 'not_pdf_or_png'
  | 'too_large'

/** A paper is dated, may end, and is either a link or one small file whose first bytes are those of a PDF or a PNG. */
export function addPaper(
  actor: Actor,
  asked: {
    dated: Day
    validUntil: Day | null
    link: string
    file: { bytes: Buffer } | undefined
    today: Day
  },
): Decision<{ type: PaperFile['type'] | null }, AddPaperRefusal> {
  const { dated, validUntil, link, file, today } = asked
  if (!can.keepPapers(actor)) return no('not_allowed')
  if (dated > today) return no('dated_in_the_future')
  if (validUntil !== null && validUntil < dated) return no('ends_before_dated')
  if ((link !== '') === (file !== undefined)) return no('link_or_file')
  if (!file) return yes({ type: null })
  if (file.bytes.length > PAPER_MOST_BYTES) return no('too_large')
  const type = typeOf(file.bytes)
  return type ? yes({ type }) : no('not_pdf_or_png')
}

/** What a file is by its first bytes, whatever its name says. */
function typeOf(bytes: Buffer): PaperFile['type'] | undefined {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png'
  return undefined
}

const endings = { 'application/pdf': '.pdf', 'image/png': '.png' } as const satisfies Record<PaperFile['type'], string>

/** The name says what the file is: saved and opened, a page of a web site that begins like a PDF is not run as one. */
export const namedAs = (type: PaperFile['type'], name: string): string =>
  name.toLowerCase().endsWith(endings[type]) ? name : `${name}${endings[type]}`

export type KeptPaperRefusal = 'not_allowed' | 'no_such_paper'

/** Papers are taken off the list, never erased: what rested on them still did. */
export function removePaper(paper: Paper | undefined, actor: Actor): Decision<Paper, KeptPaperRefusal> {
  if (!can.keepPapers(actor)) return no('not_allowed')
  if (!paper) return no('no_such_paper')

  return yes(paper)
}

export type ReplyRefusal = KeptPaperRefusal | 'not_a_notice' | 'already_replied' | 'reply_before_notice'

/** A bargaining agent’s reply is recorded once, beside the notice that it answers (mission M31). */
export function recordReply(
  paper: Paper | undefined,
  actor: Actor,
  reply: { day: Day },
): Decision<Paper, ReplyRefusal> {
  if (!can.keepPapers(actor)) return no('not_allowed')
  if (!paper) return no('no_such_paper')
  if (paper.kind !== 'union_notice') return no('not_a_notice')
  if (paper.reply) return no('already_replied')
  if (reply.day < paper.dated) return no('reply_before_notice')

  return yes(paper)
}

/** Does a paper stand on a day? */
export const isValid = ({ dated, validUntil }: Pick<Paper, 'dated' | 'validUntil'>, on: Day): boolean =>
  dated <= on && (validUntil === null || on <= validUntil)

export type MissingPaper = { readonly kind: PaperKind; readonly because: 'none' | 'expired' }

/**
 * What the policy asks for and nobody can show on this day. Where there are bargaining agents to tell, a notice to them
 * comes before a department’s first posting, whatever the list says.
 */
export function missingPapers(papers: readonly Paper[], policy: Policy, on: Day): MissingPaper[] {
  const required = new Set(policy.requiredPapers)
  if (policy.bargainingAgents.length > 0) required.add('union_notice')
  return [...required].flatMap((kind): MissingPaper[] => {
    const ofKind = papers.filter((paper) => paper.kind === kind)
    if (ofKind.some((paper) => isValid(paper, on))) return []
    return [{ kind, because: ofKind.length === 0 ? 'none' : 'expired' }]
  })
}
