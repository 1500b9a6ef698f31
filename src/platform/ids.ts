/** UUIDv7: sorts by the time of its making, so never shown where that time must stay unknown (tokens are random instead). */
export function newId(now: Date, random: (bytes: number) => Buffer): string {
  const bytes = random(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Is this text an id? Anything else in an address is an unknown page, not a question to the database. */
export const isId = (text: string | undefined): text is string => text !== undefined && shape.test(text)
