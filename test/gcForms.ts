import { createCipheriv, createHash, generateKeyPairSync, publicEncrypt, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { FormKey, FormService } from '../src/applications/gcForms.wire.ts'

type Held = {
  name: string
  createdAt: number
  encrypted: Record<string, string>
  code: string
  status: 'New' | 'Confirmed' | 'Problem'
}

/** A GC Forms of one form on this machine: its wire format, its token, its statuses. */
export async function openGcForms() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key: FormKey = {
    ...{ keyId: 'key-1', userId: 'user-1', formId: 'clzvj8fzb00226o90r2b7l1gt' },
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const held: Held[] = []
  const problems: { name: string; body: unknown }[] = []
  let refusals = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const answer = (status: number, body: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(typeof body === 'string' ? body : JSON.stringify(body))
      }
      const path = request.url ?? ''
      if (path === '/oauth/v2/token') {
        const assertion = new URLSearchParams(Buffer.concat(chunks).toString()).get('assertion') ?? ''
        const [head = '', claims = '', signature = ''] = assertion.split('.')
        const good = verify('sha256', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))
        const { iss, exp, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString())
        return answer(good && iss === key.userId && exp - iat === 60 ? 200 : 401, { access_token: 'granted' })
      }
      if (request.headers.authorization !== 'Bearer granted') return answer(401, { error: 'Access denied' })
      const root = `/forms/${key.formId}/submission/`
      if (!path.startsWith(root)) return answer(404, { error: 'Form does not exist' })
      const [name = '', verb, code] = path.slice(root.length).split('/')
      if (name === 'new')
        return answer(
          200,
          held
            .filter(({ status }) => status === 'New')
            .slice(0, 100)
            .map((one) => ({ name: one.name, createdAt: one.createdAt })),
        )
      const found = held.find((one) => one.name === name)
      if (!found) return answer(404, { error: 'Form submission does not exist' })
      if (verb === undefined) return answer(200, found.encrypted)
      if (refusals > 0) {
        refusals -= 1
        return answer(503, '')
      }
      if (verb === 'confirm') {
        if (code !== found.code) return answer(400, { error: 'Confirmation code is incorrect' })
        found.status = 'Confirmed'
        return answer(200, 'OK')
      }
      found.status = 'Problem'
      problems.push({ name, body: JSON.parse(Buffer.concat(chunks).toString()) })
      return answer(200, 'OK')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const service: FormService = { api: url, identity: url, project: '1', fetch }

  return {
    ...{ key, service, url, held, problems },
    /** As somebody fills the form in; what is changed on the way is changed after. */
    submit(name: string, answers: Record<string, unknown>, changed: { checksum?: string; encryptedKey?: string } = {}) {
      const text = JSON.stringify(answers)
      const code = randomBytes(16).toString('hex')
      const plain = JSON.stringify({
        ...{ createdAt: held.length, status: 'New', confirmationCode: code, answers: text, attachments: [] },
        checksum: changed.checksum ?? createHash('md5').update(text).digest('hex'),
      })
      const [aes, nonce] = [randomBytes(32), randomBytes(12)]
      const cipher = createCipheriv('aes-256-gcm', aes, nonce)
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      const rsa = (bytes: Buffer) => publicEncrypt({ key: publicKey, oaepHash: 'sha256' }, bytes).toString('base64')
      const encrypted = {
        encryptedResponses: sealed.toString('base64'),
        encryptedKey: changed.encryptedKey ?? rsa(aes),
        encryptedNonce: rsa(nonce),
        encryptedAuthTag: rsa(cipher.getAuthTag()),
      }
      held.push({ name, createdAt: held.length, encrypted, code, status: 'New' })
    },
    /** The next acts are not answered. */
    fail(times: number) {
      refusals = times
    },
    statusOf: (name: string) => held.find((one) => one.name === name)?.status,
    close: () => new Promise((closed) => server.close(closed)),
  }
}
