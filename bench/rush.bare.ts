import { randomUUID } from 'node:crypto'
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import { Pool } from 'pg'

/** What `bin/bench rush` compares with: a route that inserts the form it is sent, and nothing else. */
const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: 20,
  options: '-c role=opportune_worker',
})
const server = Fastify({ logger: false })
await server.register(formbody, { bodyLimit: 1_000_000 })
server.post('/insert', async (asked, reply) => {
  await pool.query('insert into bare (id, bytes) values ($1, $2)', [
    randomUUID(),
    Buffer.from(JSON.stringify(asked.body)),
  ])
  return reply.redirect('/', 303)
})
process.stdout.write(`listening at ${await server.listen({ port: 0, host: '127.0.0.1' })}\n`)
