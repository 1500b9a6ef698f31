const ANSWER_WITHIN = 8_000

/** An answer in JSON; `away` when nobody answers or the server is not there, `refused` when it answers something else. */
export async function ask<Answer>(address: string, options: RequestInit): Promise<Answer | 'away' | 'refused'> {
  try {
    const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(ANSWER_WITHIN) })
    if (answer.status >= 500 || answer.status === 429) return 'away'
    if (!answer.ok || answer.redirected) return 'refused'
    return await answer.json()
  } catch {
    return 'away'
  }
}

export type StatusLine = ReturnType<typeof statusLine>
type Kind = 'saved' | 'saving' | 'offline' | 'refused' | 'conflict'

/** One line that says whether all is saved. Read aloud when that changes, not at every save. */
export function statusLine(root: HTMLElement, sentences: Readonly<Record<Kind, string>>) {
  const page = root.ownerDocument
  const line = page.createElement('p')
  line.className = 'draft-bar'
  const said = line.appendChild(page.createElement('span'))
  const told = line.appendChild(page.createElement('span'))
  told.className = 'vh'
  told.setAttribute('role', 'status')
  const here = line.appendChild(page.createElement('span'))
  here.className = 'quiet'
  root.before(line)
  let kind = ''
  return {
    is: (asked: string) => kind === asked || kind === '',
    say(next: Kind, sentence?: string, time = '') {
      const text = (sentence ?? sentences[next]).replace('{time}', time)
      said.textContent = text
      line.dataset.kind = next
      if (next !== kind && next !== 'saving') told.textContent = text
      kind = next
    },
    here(sentences: readonly string[]) {
      const text = sentences.join(' ')
      if (here.textContent !== text) here.textContent = text
    },
  }
}
