/** What a mail server, or a mailbox's owner through theirs, says of a letter of ours. */
export type Report =
  /** RFC 3464: the letter was not delivered; `status` is the enhanced code. */
  | { readonly kind: 'refused'; readonly messageId: string; readonly status: string }
  /** RFC 5965: its reader called it unwanted. */
  | { readonly kind: 'complaint'; readonly messageId: string }

/** More than any report has; what is longer is not one. */
const MOST_PARTS = 50
const MOST_DEPTH = 4

/**
 * Reads one message as a report of delivery or a complaint; nothing when it is neither, or does not say which letter of
 * ours it is about. A delay is no refusal.
 */
export function readReport(message: string): Report | undefined {
  const parts = partsOf(message.replace(/\r\n?/g, '\n'), MOST_DEPTH)
  const messageId = parts
    .filter(({ type }) => ORIGINAL.test(type))
    .map(idIn)
    .find(Boolean)
  if (!messageId) return undefined

  const complaint = parts.find(({ type }) => type === 'message/feedback-report')
  if (complaint) {
    const about = fieldsOf(complaint.body).get('feedback-type')?.toLowerCase()
    return about === 'abuse' ? { kind: 'complaint', messageId } : undefined
  }
  const delivery = parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type))
  if (!delivery) return undefined
  for (const group of delivery.body.split(/\n[ \t]*\n+/)) {
    const fields = fieldsOf(group)
    const status = /^\s*([245]\.\d{1,3}\.\d{1,3})/.exec(fields.get('status') ?? '')?.[1]
    if (fields.get('action')?.trim().toLowerCase() === 'failed' && status) return { kind: 'refused', messageId, status }
  }
  return undefined
}

/** The messages of a mailbox file (mbox), or the one message that the text is. */
export function messagesIn(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/g, '\n')
  if (!lines.startsWith('From ')) return [lines]
  return lines
    .split(/(?:^|\n\n)From [^\n]*\n/)
    .slice(1)
    .map((message) => message.replace(/^>(>*From )/gm, '$1'))
}

/** The part of a report that holds the letter it is about, or that letter's head. */
const ORIGINAL = /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/

type Part = { readonly type: string; readonly body: string }

/** Every part of a message, of all levels; a letter within a letter is one part. */
function partsOf(text: string, depth: number): readonly Part[] {
  const [head, body] = splitHead(text)
  const fields = fieldsOf(head)
  const said = fields.get('content-type') ?? 'text/plain'
  const type = (said.split(';')[0] ?? '').trim().toLowerCase()
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(said)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!type.startsWith('multipart/') || mark === undefined || depth === 0)
    return [{ type, body: decoded(body, fields.get('content-transfer-encoding') ?? '') }]
  const pieces = `\n${body}`.split(`\n--${mark}`).slice(1, MOST_PARTS)
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => partsOf(piece.slice(piece.indexOf('\n') + 1), depth - 1))
}

function splitHead(text: string): readonly [head: string, body: string] {
  if (text.startsWith('\n')) return ['', text.slice(1)]
  const end = text.indexOf('\n\n')
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 2)]
}

/** Fields by their name in small letters, folded lines made one; the first of a name counts. */
function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    if (at > 0 && !fields.has(name)) fields.set(name, line.slice(at + 1).trim())
  }
  return fields
}

/** Our letters' ids are those of their rows, followed by where they were sent from. */
function idIn({ body }: Part): string | undefined {
  const said = fieldsOf(splitHead(body.replace(/^\n+/, ''))[0]).get('message-id') ?? ''
  return /^<([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})@[^<>\s]+>$/.exec(said)?.[1]
}

function decoded(body: string, encoding: string): string {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n?/g, '\n')
    case 'quoted-printable':
      return body
        .replace(/=[ \t]*\n/g, '')
        .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    default:
      return body
  }
}
