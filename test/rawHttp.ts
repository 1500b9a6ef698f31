import { connect, type Socket } from 'node:net'

/** What came back for bytes that were sent as they are: everything until the other side ends, or until `enough` says so. */
export function sendRaw(
  port: number,
  bytes: string | readonly string[],
  { enough, pauseInMs = 0 }: { enough?: (text: string) => boolean; pauseInMs?: number } = {},
): Promise<string> {
  return new Promise((done, fail) => {
    let text = ''
    const socket: Socket = connect(port, '127.0.0.1', () => void sendAll(socket, [bytes].flat(), pauseInMs))
    socket.setTimeout(10_000, () => socket.destroy(new Error(`nothing more came after ${text.length} characters`)))
    socket.on('data', (part) => {
      text += part.toString('latin1')
      if (enough?.(text)) socket.destroy()
    })
    socket.on('error', fail)
    socket.on('close', () => done(text))
  })
}

async function sendAll(socket: Socket, parts: readonly string[], pauseInMs: number): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed) return
    socket.write(part, 'latin1')
    if (pauseInMs > 0) await new Promise((done) => setTimeout(done, pauseInMs))
  }
}

/** The answers in what came back on one connection, by their Content-Length. Answers to HEAD have no body. */
export function answersIn(text: string, bodies = true): { status: number; head: string; body: string }[] {
  const answers: { status: number; head: string; body: string }[] = []
  let at = 0
  while (at < text.length) {
    const end = text.indexOf('\r\n\r\n', at)
    if (end < 0) break
    const head = text.slice(at, end)
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1])
    const length = bodies && status !== 304 ? Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0) : 0
    answers.push({ status, head, body: text.slice(end + 4, end + 4 + length) })
    at = end + 4 + length
  }
  return answers
}
