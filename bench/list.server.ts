import { createServer } from '../src/app.ts'
import { compose, configured } from '../src/compose.ts'
import { freshAssets } from '../test/pages/assets.ts'

/** What `bin/bench list` asks: the web side of the program, with its kept pages or, at PAGE_CACHE_MB=0, without. */
const program = await compose(configured(process.env), () => new Date())
const version = program.config.pageCacheBytes > 0 ? program.followPublicVersion() : undefined
const server = await createServer(program.web, await freshAssets(), version)
await server.listen({ port: program.config.port, host: '127.0.0.1' })
