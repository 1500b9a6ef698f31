/**
 * Will this mailbox never take a letter of ours? By the code of its server (RFC 5321) or by an enhanced one (RFC 3463).
 * A full mailbox, a letter that is too large, and a server that refuses us by its policy say nothing of the address.
 */
export function isHard(status: string): boolean {
  const enhanced = /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(status)
  if (enhanced) {
    const [, kind, subject, detail] = enhanced
    if (kind !== '5') return false
    return (
      subject === '0' || subject === '1' || (subject === '2' && detail === '1') || (subject === '4' && detail === '4')
    )
  }
  return ['521', '550', '551', '553', '556'].includes(status)
}

/** From how many refusals a day on, and from which share of the letters, the fault is taken to be ours. */
const MANY = 20
const SHARE = 0.1

/** When many servers refuse at once, something is wrong with our own: nobody loses their subscription for it. */
export const isOurFault = ({ refused, sent }: { refused: number; sent: number }): boolean =>
  refused >= MANY && refused > (refused + sent) * SHARE

/** After so many letters that a mailbox refused for good, no more are written to it. */
export const isDead = (hardBounces: number, limit: number): boolean => hardBounces >= limit
