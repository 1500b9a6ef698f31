import type { Text } from '../platform/i18n.ts'
import type { Unmapped } from './rules.ts'

/** What labels, topics and languages say of the skills that the work asks for, in both languages; and what they do not. */
export function skillsOf(
  labels: readonly string[],
  languages: readonly string[],
  topics: readonly string[],
): { skills: Text[]; hasInterface: boolean; unmapped: Unmapped[] } {
  const skills = new Map<string, Text>()
  const unmapped: Unmapped[] = []
  for (const label of labels) {
    const skill = skillNamed(label)
    if (skill) skills.set(skill.en, skill)
    else unmapped.push({ what: label, why: isWorkflow(label) ? 'workflow_label' : 'unknown_label' })
  }
  // Languages are skills by themselves; topics only when they are known, because anything can be a topic.
  for (const language of languages) {
    const skill = skillNamed(language) ?? { en: language, fr: language }
    if (language.length <= 60) skills.set(skill.en, skill)
  }
  for (const topic of topics) {
    const skill = skillNamed(topic)
    if (skill) skills.set(skill.en, skill)
  }
  const found = [...skills.values()]
  return {
    skills: found,
    hasInterface: labels.some(showsInterface) || found.some(({ en }) => interfaces.has(en)),
    unmapped,
  }
}

/** The skill that a label means: `area: accessibility`, `a11y`, `lang/python`, `données`; nothing when none is meant. */
export function skillNamed(label: string): Text | undefined {
  const whole = keyOf(label)
  if (isWorkflow(label)) return undefined
  const last = keyOf(label.split(/::|[:/]/).at(-1) ?? '')
  return known.get(whole) ?? known.get(last)
}

/** Is it about how a team works, and not about the work? */
function isWorkflow(label: string): boolean {
  const [scope = '', ...rest] = label.split(/::|[:/]/)
  return workflow.test(keyOf(label)) || (rest.length > 0 && workflowScope.test(keyOf(scope)))
}

const workflow =
  /^(?:good first (?:issue|bug)|first timers? only|help wanted|wontfix|won t fix|duplicate|invalid|question|stale|blocked|blocker|triage|needs? .*|ready|in progress|in review|todo|to do|doing|done|backlog|bug|bogue|enhancement|feature(?: request)?|fonctionnalite|amelioration|epic|task|tache|story|spike|chore|regression|urgent|critical|critique|p[0-4]|high|medium|low|haute|moyenne|basse|hacktoberfest|up for grabs|aide demandee|bon premier (?:bogue|ticket)|doublon|en cours|pret|type|confirmed|confirme|release|sprint.*|v ?\d.*|\d.*)$/
const workflowScope =
  /^(?:priority|priorite|status|statut|state|etat|workflow|severity|gravite|type|kind|size|taille|effort|estimate|points|sprint|milestone|release|version|resolution|needs|p|s)$/
const showsInterface = (label: string): boolean => /\b(?:ui|ux|front ?end|frontal|interface)\b/.test(keyOf(label))
const interfaces = new Set([
  'Web accessibility',
  'Front-end development',
  'User experience',
  'CSS',
  'HTML',
  'React',
  'Vue',
  'Angular',
  'Svelte',
])

const keyOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/c\+\+/g, 'cpp')
    .replace(/c#/g, 'csharp')
    .replace(/f#/g, 'fsharp')
    .replace(/\.net\b/g, 'dotnet')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const same = (...names: string[]): [Text, string[]][] => names.map((name) => [{ en: name, fr: name }, [name]])

/** Each skill with the labels that mean it. */
const skills: readonly [Text, readonly string[]][] = [
  ...same(
    'TypeScript',
    'JavaScript',
    'Python',
    'Java',
    'Kotlin',
    'Swift',
    'Go',
    'Rust',
    'Ruby',
    'PHP',
    'Perl',
    'Scala',
  ),
  ...same(
    'Elixir',
    'Haskell',
    'Julia',
    'Lua',
    'Dart',
    'Clojure',
    'Groovy',
    'MATLAB',
    'Fortran',
    'COBOL',
    'Shell',
    'Bash',
  ),
  ...same(
    'PowerShell',
    'SQL',
    'HTML',
    'CSS',
    'Sass',
    'React',
    'Vue',
    'Angular',
    'Svelte',
    'Preact',
    'jQuery',
    'Node.js',
  ),
  ...same(
    'Django',
    'Flask',
    'Rails',
    'Laravel',
    'Spring',
    'Drupal',
    'WordPress',
    'PostgreSQL',
    'MySQL',
    'SQLite',
    'MongoDB',
  ),
  ...same(
    'Redis',
    'Elasticsearch',
    'GraphQL',
    'Docker',
    'Kubernetes',
    'Terraform',
    'Ansible',
    'Git',
    'XML',
    'JSON',
    'CSV',
  ),
  ...same(
    'YAML',
    'LaTeX',
    'QGIS',
    'GDAL',
    'PDF',
    'OpenAPI',
    'Jupyter',
    'pandas',
    'NumPy',
    'Playwright',
    'Cypress',
    'Selenium',
  ),
  [{ en: 'Go', fr: 'Go' }, ['golang']],
  [{ en: 'TypeScript', fr: 'TypeScript' }, ['ts']],
  [{ en: 'JavaScript', fr: 'JavaScript' }, ['js', 'es6', 'ecmascript']],
  [{ en: 'Python', fr: 'Python' }, ['py', 'python3']],
  [{ en: 'C', fr: 'C' }, ['c']],
  [{ en: 'C++', fr: 'C++' }, ['cpp', 'c++']],
  [{ en: 'C#', fr: 'C#' }, ['csharp', 'c#']],
  [{ en: '.NET', fr: '.NET' }, ['dotnet', '.net', 'asp net']],
  [{ en: 'R', fr: 'R' }, ['r', 'rstats']],
  [{ en: 'Node.js', fr: 'Node.js' }, ['node', 'nodejs']],
  [{ en: 'Vue', fr: 'Vue' }, ['vuejs', 'vue js']],
  [{ en: 'React', fr: 'React' }, ['reactjs', 'react js']],
  [{ en: 'PostgreSQL', fr: 'PostgreSQL' }, ['postgres', 'postgis']],
  [{ en: 'Kubernetes', fr: 'Kubernetes' }, ['k8s']],
  [
    { en: 'Web accessibility', fr: 'Accessibilité du Web' },
    ['accessibility', 'a11y', 'accessibilite', 'wcag', 'web accessibility', 'screen reader'],
  ],
  [
    { en: 'Documentation', fr: 'Documentation' },
    ['documentation', 'docs', 'doc', 'readme', 'technical writing', 'redaction technique'],
  ],
  [
    { en: 'Automated testing', fr: 'Tests automatisés' },
    ['testing', 'tests', 'test', 'unit tests', 'automated tests', 'tests automatises', 'e2e', 'qa'],
  ],
  [
    { en: 'Data', fr: 'Données' },
    ['data', 'donnees', 'data quality', 'data cleaning', 'etl', 'dataset', 'jeu de donnees'],
  ],
  [{ en: 'Open data', fr: 'Données ouvertes' }, ['open data', 'donnees ouvertes', 'ckan']],
  [
    { en: 'Data visualization', fr: 'Visualisation de données' },
    ['visualization', 'visualisation', 'dataviz', 'charts', 'graphiques', 'd3'],
  ],
  [
    { en: 'Mapping', fr: 'Cartographie' },
    ['gis', 'geo', 'mapping', 'maps', 'geospatial', 'sig', 'cartographie', 'leaflet', 'openlayers'],
  ],
  [
    { en: 'Front-end development', fr: 'Développement d’interfaces' },
    ['frontend', 'front end', 'ui', 'interface', 'user interface', 'frontal'],
  ],
  [
    { en: 'Back-end development', fr: 'Développement côté serveur' },
    ['backend', 'back end', 'server', 'serveur', 'dorsal'],
  ],
  [
    { en: 'User experience', fr: 'Expérience utilisateur' },
    ['ux', 'user experience', 'usability', 'design', 'convivialite', 'experience utilisateur'],
  ],
  [
    { en: 'Application programming interfaces', fr: 'Interfaces de programmation' },
    ['api', 'rest', 'rest api', 'integration', 'integrations', 'webhook', 'webhooks'],
  ],
  [
    { en: 'Software security', fr: 'Sécurité logicielle' },
    ['security', 'securite', 'vulnerability', 'vulnerabilite', 'appsec'],
  ],
  [{ en: 'Performance', fr: 'Performance' }, ['performance', 'perf', 'optimization', 'optimisation']],
  [
    { en: 'Continuous integration', fr: 'Intégration continue' },
    ['ci', 'cd', 'ci cd', 'github actions', 'gitlab ci', 'devops', 'build', 'integration continue'],
  ],
  [
    { en: 'Dependency upgrades', fr: 'Mise à niveau des dépendances' },
    ['dependencies', 'dependency', 'dependances', 'upgrade', 'mise a niveau', 'renovate', 'dependabot'],
  ],
  [
    { en: 'Localization', fr: 'Localisation' },
    [
      'i18n',
      'l10n',
      'localization',
      'internationalization',
      'localisation',
      'internationalisation',
      'bilingual',
      'bilingue',
    ],
  ],
  [{ en: 'Databases', fr: 'Bases de données' }, ['database', 'databases', 'db', 'base de donnees', 'bases de donnees']],
  [
    { en: 'Command line', fr: 'Ligne de commande' },
    ['cli', 'command line', 'script', 'scripts', 'scripting', 'ligne de commande', 'automation', 'automatisation'],
  ],
  [{ en: 'Text parsing', fr: 'Analyse de texte' }, ['parser', 'parsing', 'analyse de texte', 'regex']],
  [
    { en: 'Machine learning', fr: 'Apprentissage automatique' },
    ['ml', 'machine learning', 'ai', 'ia', 'apprentissage automatique', 'nlp', 'tal'],
  ],
  [{ en: 'Mobile development', fr: 'Développement mobile' }, ['mobile', 'android', 'ios']],
  [{ en: 'Web development', fr: 'Développement Web' }, ['web', 'website', 'site web']],
  [
    { en: 'Infrastructure', fr: 'Infrastructure' },
    ['infrastructure', 'infra', 'cloud', 'infonuagique', 'deployment', 'deploiement'],
  ],
  [
    { en: 'Refactoring', fr: 'Remaniement du code' },
    ['refactor', 'refactoring', 'tech debt', 'technical debt', 'dette technique', 'remaniement', 'cleanup'],
  ],
]

const known = new Map(
  skills.flatMap(([skill, names]) => [skill.en, skill.fr, ...names].map((name) => [keyOf(name), skill] as const)),
)
