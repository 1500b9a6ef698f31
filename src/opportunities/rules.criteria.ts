import { type Language, languages, type Text } from '../platform/i18n.ts'
import { wordCount } from '../platform/words.ts'

export { speaksOf, standing as workedCriteria } from '../backlog/templates.standing.ts'

/** A criterion is answered yes or no. What keeps it from that: a word that everybody reads differently, or no verb. */
export type Doubt = { readonly language: Language } & (
  | { readonly code: 'criterion_vague'; readonly word: string }
  | { readonly code: 'criterion_without_verb' }
)

/** What speaks against a criterion being answered yes or no, in each language that it is written in; advice only. */
export function doubtsOf(criterion: Text): Doubt[] {
  return languages.flatMap((language): Doubt[] => {
    const text = criterion[language]
    if (text === '') return []
    const word = vagueWordIn(text, language)
    if (word !== undefined) return [{ language, code: 'criterion_vague', word }]
    return wordCount(text) > NAME_WORDS || verbs[language].test(text)
      ? []
      : [{ language, code: 'criterion_without_verb' }]
  })
}

/** So many words can be the name of a thing; more of them say something about it. */
const NAME_WORDS = 8

/** The first word or phrase that two people may judge differently. */
export const vagueWordIn = (text: string, language: Language): string | undefined =>
  vague[language].exec(text)?.[0].toLowerCase()

/** A product that a criterion names without leaving room for another like it: the pilot lost applicants for lack of it. */
export function productWithoutEquivalent({ en, fr }: Text): string | undefined {
  if (equivalent.test(en) || equivalent.test(fr)) return undefined
  return product.exec(en)?.[0] ?? product.exec(fr)?.[0]
}

const equivalent =
  /\bor (?:an? )?(?:similar|equivalent|comparable|another)\b|\bsuch as\b|\bfor example\b|\bsimilar (?:to|tools?|languages?)|(?<!\p{L})ou (?:l['’]|un |une |son )?(?:équivalente?|autre|semblable|comparable|similaire)s?|(?<!\p{L})(?:par exemple|semblables? à|comparables? à|(?:ou )?de même (?:nature|type))/iu

const product = new RegExp(
  `(?<![\\p{L}\\d.-])(?:${[
    'Adobe [A-Z]\\w+|Angular(?:JS)?|Ansible|Apache \\w+|ArcGIS|AWS(?: \\w+)?|Azure(?: [A-Z]\\w+)?|Bootstrap|C#|C\\+\\+|Cypress',
    'Databricks|Django|Docker|Drupal|Elasticsearch|Excel|Express(?:JS)?|Figma|Flask|Flutter|GitHub Actions|GitLab CI|Go(?=[ ,.;)]|$)',
    'Google (?:Cloud|Analytics|Maps)|Grafana|GraphQL|Hadoop|Java(?:Script)?|Jekyll|Jenkins|Jira|jQuery|Kafka|Kotlin|Kubernetes|Laravel',
    'MATLAB|MongoDB|MySQL|Next\\.js|Node(?:\\.js)?|NVDA|JAWS|Oracle|PHP|Playwright|PostgreSQL|Power ?BI|Power ?Apps|PowerShell|Puppet',
    'PyTorch|Python|QGIS|Qlik|React(?: Native)?|Redis|Ruby(?: on Rails)?|Rust|SAP|SAS|Salesforce|Selenium|ServiceNow|SharePoint|Snowflake',
    'Spark|Splunk|Spring(?: Boot)?|SPSS|SQL Server|Svelte|Swift|Tableau|Tailwind|TensorFlow|Terraform|TypeScript|Unity|VBA|Vue(?:\\.js)?|WordPress|\\.NET',
  ].join('|')})(?![\\p{L}\\d])`,
  'u',
)

const anyOf = (phrases: string): string =>
  phrases
    .split('|')
    .map((phrase) => phrase.trim())
    .join('|')

/** Words without a measure. Source: ISO/IEC/IEEE 29148:2018, 5.2.7, and its like in French. */
const vague: Record<Language, RegExp> = {
  en: new RegExp(
    `(?<![\\p{L}-])(?:${anyOf(
      `user[ -]friendly|easy to use|easily|easy|intuitive(?:ly)?|modern|state[ -]of[ -]the[ -]art|robust(?:ly)?|scalable|flexible|
      efficient(?:ly)?|effective(?:ly)?|seamless(?:ly)?|as needed|as required|as appropriate|if needed|if possible|where possible|
      when possible|as possible|if necessary|where applicable|etc\\.?|and/or|and so on|tbd|to be determined|best practices?|
      high[ -]quality|good quality|reasonable|reasonably|adequate(?:ly)?|sufficient(?:ly)?|appropriate(?:ly)?|satisfactory|
      satisfaction of|acceptable|optimal(?:ly)?|optimized|fast|quick(?:ly)?|rapid(?:ly)?|elegant|clean code|nice|beautiful|
      professional[ -]looking|well[ -]designed|performant|minimal|significant(?:ly)?|various|several|including but not limited to`,
    )})(?![\\p{L}-])`,
    'iu',
  ),
  fr: new RegExp(
    `(?<![\\p{L}-])(?:${anyOf(
      `convivia(?:l|le|ux|les)|faciles?(?: à utiliser)?|facilement|intuiti(?:f|ve|fs|ves)|intuitivement|modernes?|de pointe|robustes?|
      évoluti(?:f|ve|fs|ves)|souples?|flexibles?|efficaces?|efficacement|performante?s?|au besoin|si nécessaire|si possible|
      dans la mesure du possible|autant que possible|le cas échéant|s['’]il y a lieu|etc\\.?|et/ou|à déterminer|bonnes pratiques|
      meilleures pratiques|pratiques exemplaires|de (?:bonne |grande |haute )?qualité|raisonnables?|raisonnablement|adéquate?s?|
      adéquatement|suffisante?s?|suffisamment|appropriée?s?|convenables?|satisfaisante?s?|à la satisfaction|acceptables?|
      optima(?:l|le|ux|les)|optimisée?s?|rapides?|rapidement|élégante?s?|code propre|beau|belle|ergonomiques?|minima(?:l|le|ux|les)|
      importante?s?|divers(?:es)?|plusieurs|notamment mais non exclusivement|entre autres`,
    )})(?![\\p{L}-])`,
    'iu',
  ),
}

/** Verbs that criteria are written with, and the shapes that verbs take: a list of nouns has none of them. */
const verbs: Record<Language, RegExp> = {
  en: /\b(?:am|is|are|was|were|be|been|has|have|had|can|cannot|could|must|shall|should|will|would|do|does|may|not|no|get|gets|give|gives|run|runs|pass|passes|work|works|say|says|leave|leaves|keep|keeps|take|takes|make|makes|find|finds|cover|covers|end|ends|meet|meets|name|names|show|shows|use|uses|hold|holds|read|reads|write|writes|open|opens|close|closes|return|returns|list|lists|build|builds|start|starts|stop|stops|fail|fails|load|loads|validate|validates|stay|stays|match|matches|[a-z]{3,}(?:ed|ing|ises|izes|ifies|ects|ects|ates|oses|ires|ides|ines|ains|ows|orts|ints|ists|olds|ils|ells))\b/i,
  fr: /(?<!\p{L})(?:est|sont|a|ont|peut|peuvent|doit|doivent|n['’]|ne|se|s['’]|sera|seront|aura|auront|fait|font|va|vont|dit|disent|sort|sortent|entre|entrent|rend|rendent|lit|lisent|écrit|écrivent|suit|suivent|couvre|couvrent|contient|contiennent|permet|permettent|réussit|réussissent|fonctionne|fonctionnent|passe|passent|montre|montrent|affiche|affichent|annonce|annoncent|trouve|trouvent|reste|restent|donne|donnent|prend|prennent|nomme|nomment|quitte|quittent|garde|gardent|ferme|ferment|ouvre|ouvrent|échoue|échouent|compte|comptent|y (?:est|sont|figure)|\p{L}{3,}(?:ée?s?|ent|er|ir|era|eront|ît|ait|aient|ise|ite|ute|ifie|ecte|orte|oute|onne|oyer|oie))(?!\p{L})/iu,
}
