import { loadDemoWorld } from './admin/demo.ts'
import { formsCommand } from './applications/command-line.ts'
import { sealedCommand } from './applications/sealed.command-line.ts'
import type { Surroundings } from './command.ts'
import { type Composed, compose, configured, StartRefused } from './compose.ts'
import { drawCommand } from './draws/command-line.ts'
import { auditCommand } from './history/command-line.ts'
import { replayCommand } from './measures/replay.command-line.ts'
import { reportCommand } from './measures/report.command-line.ts'
import { sampleCommand } from './opportunities/sample.command-line.ts'
import { retentionCommand } from './retention/command-line.ts'
import { bouncesCommand } from './subscribers/command-line.ts'

/** Each takes of the surroundings what it needs. */
type Command = (program: Composed, words: readonly string[], around: Surroundings) => Promise<number>

const databaseCommands: Readonly<Record<string, Command>> = {
  migrate: async (_, __, { out }) => {
    out('The database is up to date. / La base de données est à jour.\n')
    return 0
  },
  demo: async (program, _, { out }) => {
    await loadDemoWorld(program, (line) => out(`${line}\n`))
    return 0
  },
  replay: replayCommand,
  report: reportCommand,
  audit: auditCommand,
  sample: sampleCommand,
  sealed: sealedCommand,
  bounces: bouncesCommand,
  forms: formsCommand,
  retention: retentionCommand,
}

/** Exit codes: 0 done, 1 found or failed, 2 wrongly asked; a command may have more, told by its `--help`. */
export async function commandLine(words: readonly string[], around: Surroundings): Promise<number> {
  const [command = '--help', ...rest] = words
  if (command === '--help' || command === '-h' || command === 'help') {
    around.out(help)
    return 0
  }
  if (command === 'draw') {
    const needsInput = rest[0] === 'rank' ? !rest.includes('--help') : rest.includes('-')
    const result = drawCommand(rest, needsInput ? around.readInput() : '')
    around.out(result.stdout)
    around.err(result.stderr)
    return result.exitCode
  }
  const run = databaseCommands[command]
  if (!run) {
    around.err(`There is no command "${command}". / La commande «\u00a0${command}\u00a0» n’existe pas.\n\n${help}`)
    return 2
  }
  if (rest.includes('--help') && (command === 'migrate' || command === 'demo')) {
    around.out(help)
    return 0
  }
  return withProgram(around, (program) => run(program, rest, around))
}

async function withProgram(around: Surroundings, work: (program: Composed) => Promise<number>): Promise<number> {
  try {
    // What a command prints may be read by a program: the log keeps to warnings, on standard error.
    const program = await compose(configured({ LOG_LEVEL: 'silent', ...around.environment }), around.clock)
    try {
      return await work(program)
    } finally {
      await program.close()
    }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    around.err(`${error.text.en}\n${error.text.fr}\n`)
    return error.exitCode
  }
}

const help = `bin/opportune COMMAND

  migrate                     bring the database up to date
  demo                        load the demonstration world
  replay FOLDER               run a past programme's facts through the same commands
  report --department D       the closeout report: --language en|fr --format html|md|json
  draw rank                   compute a draw (JSON on standard input)
  draw verify FILE            check a draw against what you received
  bounces FILE|-              read what mail servers say of refused letters
  forms import                take the submissions of a GC Forms form over as applications
  sealed export               the sealed files of a closed opportunity, for the escrow key
  audit verify                check the record: every event, the chain, the checkpoints
  retention [--dry-run]       delete what was kept as long as the policy says
  sample verify               draw again which statements procurement approves before posting

Each command has --help. DATABASE_URL, DATA_DIR and the other settings are read from the environment.
Chaque commande a --help. DATABASE_URL, DATA_DIR et les autres paramètres sont lus dans l’environnement.
`
