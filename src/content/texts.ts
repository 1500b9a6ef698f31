import type { Text } from '../platform/i18n.ts'
import type {
  ContentPage,
  Difference,
  PublishRefusal,
  RestoreRefusal,
  SaveRefusal,
  ShareRefusal,
  WordField,
} from './rules.ts'

const NBSP = '\u00a0'

/** Pages as their writers call them. */
export const pageNames: Record<ContentPage, Text> = {
  guide: { en: 'Guide for suppliers', fr: 'Guide pour les fournisseurs' },
  clients: { en: 'Guide for government teams', fr: 'Guide pour les équipes du gouvernement' },
  faq: { en: 'Frequent questions', fr: 'Questions fréquentes' },
  privacy: { en: 'Privacy notices', fr: 'Avis de confidentialité' },
  accessibility: { en: 'Accessibility statement', fr: 'Déclaration d’accessibilité' },
  terms: { en: 'Terms of use', fr: 'Conditions d’utilisation' },
}

/** On the pages themselves. */
export const readingTexts = {
  contents: { en: 'On this page', fr: 'Sur cette page' },
  changed: { en: 'Last changed on', fr: 'Dernière modification le' },
  edit: { en: 'Edit this page', fr: 'Modifier cette page' },
  others: { en: 'In the words of a department', fr: 'Dans les mots d’un ministère' },
  ofDepartment: (name: Text): Text => ({
    en: `As worded by ${name.en}.`,
    fr: `Version de cet organisme${NBSP}: ${name.fr}.`,
  }),
  forAll: { en: 'Read the page for all departments', fr: 'Lire la page commune à tous les ministères' },
} as const

export const wordFieldNames: Record<WordField, Text> = {
  title: { en: 'Title', fr: 'Titre' },
  lead: { en: 'Under the title', fr: 'Sous le titre' },
  text: { en: 'Text', fr: 'Texte' },
}

/** For those who write. */
export const writingTexts = {
  title: { en: 'Pages of guidance', fr: 'Pages d’information' },
  lead: {
    en: 'Guides, notices and terms in the words of your department. Until you publish your own, everybody reads those of the program.',
    fr: `Guides, avis et conditions dans les mots de votre ministère. Tant que vous ne publiez pas les vôtres, tout le monde lit ceux du programme.`,
  },
  page: { en: 'Page', fr: 'Page' },
  version: { en: 'Version', fr: 'Version' },
  changedOn: { en: 'Last changed', fr: 'Dernière modification' },
  draft: { en: 'Draft', fr: 'Brouillon' },
  noDraft: { en: 'None', fr: 'Aucun' },
  savedBy: (name: string, at: string): Text => ({ en: `${name}, ${at}`, fr: `${name}, ${at}` }),
  own: (number: string): Text => ({ en: `${number}, yours`, fr: `${number}, la vôtre` }),
  common: { en: 'The program’s', fr: 'Celle du programme' },
  editOf: (name: string, nameFr: string): Text => ({ en: `Edit: ${name}`, fr: `Modifier${NBSP}: ${nameFr}` }),
  editLead: {
    en: 'Both languages stand side by side. Saving changes nothing for readers; publishing comes after the preview.',
    fr: 'Les deux langues sont côte à côte. Enregistrer ne change rien pour le public; on publie après l’aperçu.',
  },
  read: { en: 'Read the page', fr: 'Lire la page' },
  see: { en: 'Earlier versions', fr: 'Versions antérieures' },
  draftSaved: (name: string, at: string): Text => ({
    en: `You are editing a draft, last saved by ${name} on ${at}.`,
    fr: `Vous modifiez un brouillon, enregistré par ${name} le ${at}.`,
  }),
  somebody: { en: 'the program', fr: 'le programme' },
  textHint: {
    en: 'Markdown. Sections begin with ##, questions and parts with ###. A heading may end with {#anchor}, the same in both languages, so that links to it last.',
    fr: 'Markdown. Une section commence par ##, une question ou une partie par ###. Un titre peut finir par {#ancre}, la même dans les deux langues, pour que les liens durent.',
  },
  saved: { en: 'The draft is saved.', fr: 'Le brouillon est enregistré.' },
  preview: { en: 'Save and see the preview', fr: 'Enregistrer et voir l’aperçu' },
  save: { en: 'Save the draft', fr: 'Enregistrer le brouillon' },
  figures: { en: 'Figures and addresses to use by name', fr: 'Chiffres et adresses à utiliser par leur nom' },
  figuresLead: {
    en: 'What policy decides is never typed: write its name between double braces, and the figure in force stands there.',
    fr: 'On ne tape jamais ce que la politique décide. Écrivez son nom entre accolades doubles, et le chiffre en vigueur prend sa place.',
  },
  figure: { en: 'Name', fr: 'Nom' },
  inEnglish: { en: 'In English', fr: 'En anglais' },
  inFrench: { en: 'In French', fr: 'En français' },
  theirs: { en: 'What the others saved meanwhile', fr: 'Ce que les autres ont enregistré entre-temps' },
} as const

export const previewTexts = {
  title: (name: string, nameFr: string): Text => ({ en: `Preview: ${name}`, fr: `Aperçu${NBSP}: ${nameFr}` }),
  lead: {
    en: 'As readers will see it, figures filled in. Read both halves before you publish.',
    fr: 'Tel que le public le verra, chiffres compris. Lisez les deux moitiés avant de publier.',
  },
  none: { en: 'There is no draft of this page.', fr: 'Cette page n’a pas de brouillon.' },
  noneMore: {
    en: 'What is published stands. Edit it to begin a draft.',
    fr: 'Ce qui est publié demeure. Modifiez la page pour commencer un brouillon.',
  },
  edit: { en: 'Back to the draft', fr: 'Revenir au brouillon' },
  blocks: { en: 'To put right before publishing', fr: 'À corriger avant de publier' },
  advises: { en: 'Worth a look', fr: 'À regarder' },
  ready: {
    en: 'Both halves say the same, in the same structure.',
    fr: 'Les deux moitiés disent la même chose, dans la même structure.',
  },
  reading: (grade: string, ease: string): Text => ({
    en: `Ease of reading: English, school grade ${grade}; French, ${ease} of 100.`,
    fr: `Facilité de lecture${NBSP}: anglais, ${grade}e année; français, ${ease} sur 100.`,
  }),
  changes: { en: 'What changes', fr: 'Ce qui change' },
  publishHead: { en: 'Publish', fr: 'Publier' },
  note: { en: 'Why it changes', fr: 'Pourquoi ce changement' },
  noteHint: {
    en: 'For colleagues, in a sentence. It stays with the version.',
    fr: 'Une phrase pour vos collègues. Elle reste avec la version.',
  },
  publish: { en: 'Publish in both languages', fr: 'Publier dans les deux langues' },
} as const

export const versionTexts = {
  title: (name: string, nameFr: string): Text => ({ en: `Versions: ${name}`, fr: `Versions${NBSP}: ${nameFr}` }),
  lead: {
    en: 'Every version stays. An earlier one becomes the draft again, and is published after a preview like any other.',
    fr: 'Chaque version demeure. Une version antérieure redevient le brouillon et se publie après un aperçu, comme toute autre.',
  },
  table: { en: 'Versions of this page', fr: 'Versions de cette page' },
  number: { en: 'Version', fr: 'Version' },
  when: { en: 'Published', fr: 'Publiée' },
  who: { en: 'By', fr: 'Par' },
  why: { en: 'Why', fr: 'Pourquoi' },
  act: { en: 'What to do', fr: 'Ce qu’on peut faire' },
  program: { en: 'The program’s own words', fr: 'Les mots du programme' },
  shown: { en: 'What readers see now', fr: 'Ce que le public voit' },
  compare: (number: string): Text => ({
    en: `What version ${number} changed`,
    fr: `Ce qu’a changé la version ${number}`,
  }),
  restore: (number: string): Text => ({
    en: `Take version ${number} as the draft`,
    fr: `Reprendre la version ${number}`,
  }),
  restoreProgram: { en: 'Take the program’s words as the draft', fr: 'Reprendre les mots du programme' },
} as const

/** The words of the installation, on the page of versions. */
export const commonTexts = {
  head: { en: 'For every department', fr: 'Pour tous les ministères' },
  program: {
    en: 'Departments without their own words show those of the program.',
    fr: 'Les ministères qui n’ont pas leurs propres mots montrent ceux du programme.',
  },
  version: (number: string): Text => ({
    en: `Departments without their own words show the common version ${number}.`,
    fr: `Les ministères qui n’ont pas leurs propres mots montrent la version commune ${number}.`,
  }),
  noneOwn: {
    en: 'To change the common words, publish them for your department first, then give them to all here.',
    fr: 'Pour changer les mots communs, publiez-les d’abord pour votre ministère, puis donnez-les à tous ici.',
  },
  same: { en: 'They are the same as yours.', fr: 'Ce sont les mêmes que les vôtres.' },
  changes: { en: 'What would change for them', fr: 'Ce qui changerait pour eux' },
  share: { en: 'Give your words to every department', fr: 'Donner vos mots à tous les ministères' },
} as const

/** How a list of what differs begins; the halves follow, each in its own language. */
export const differenceNames: Record<Difference, Text> = {
  headings: { en: 'Headings that only one half has', fr: 'Titres présents d’un seul côté' },
  links: { en: 'Not the same number of links', fr: 'Nombre de liens différent' },
  items: { en: 'Not the same number of list items', fr: 'Nombre d’éléments de liste différent' },
  quotes: { en: 'Not the same number of quotes', fr: 'Nombre de citations différent' },
  tables: { en: 'Not the same number of tables', fr: 'Nombre de tableaux différent' },
  placeholders: { en: 'Figures that only one half names', fr: 'Chiffres nommés d’un seul côté' },
  amounts: { en: 'Amounts that only one half says', fr: 'Montants présents d’un seul côté' },
  dates: { en: 'Dates that only one half says', fr: 'Dates présentes d’un seul côté' },
  numbers: { en: 'Numbers that only one half says', fr: 'Nombres présents d’un seul côté' },
}

export const findingNames: Record<'half_missing' | 'unknown_placeholder' | 'heading_skips', Text> = {
  half_missing: { en: 'A half is empty', fr: 'Une moitié est vide' },
  unknown_placeholder: { en: 'Nothing stands for this name', fr: 'Ce nom ne correspond à rien' },
  heading_skips: { en: 'A heading skips a level', fr: 'Un titre saute un niveau' },
}

export const halfNames = {
  en: { en: 'English:', fr: `Anglais${NBSP}:` },
  fr: { en: 'French:', fr: `Français${NBSP}:` },
} as const

export const formTexts = {
  unknownPlaceholder: (name: string): Text => ({
    en: `Nothing stands for ${name}. Use a name of the list under the form, or take the braces away.`,
    fr: `Rien ne correspond à ${name}. Utilisez un nom de la liste sous le formulaire, ou retirez les accolades.`,
  }),
  headingSkips: (words: string): Text => ({
    en: `The heading “${words}” is more than one level below the one before it. Take a # away.`,
    fr: `Le titre «${NBSP}${words}${NBSP}» est plus d’un niveau sous le précédent. Retirez un #.`,
  }),
} as const

export const contentRefusals: Record<SaveRefusal | PublishRefusal | RestoreRefusal | ShareRefusal, Text> = {
  not_allowed: {
    en: 'Only the program team and administrators write these pages.',
    fr: 'Seules l’équipe du programme et l’administration rédigent ces pages.',
  },
  changed_meanwhile: {
    en: 'Somebody saved this page while you were writing. Compare below; what you save next replaces theirs.',
    fr: 'Quelqu’un a enregistré cette page pendant que vous écriviez. Comparez ci-dessous; votre prochain enregistrement remplacera le sien.',
  },
  no_draft: { en: 'There is no draft to publish.', fr: 'Il n’y a aucun brouillon à publier.' },
  nothing_changed: {
    en: 'The draft is what readers see already. Change something first.',
    fr: 'Le brouillon est déjà ce que le public voit. Modifiez d’abord quelque chose.',
  },
  half_missing: {
    en: 'A field is empty in one language. Fill in both.',
    fr: 'Un champ est vide dans une langue. Remplissez les deux.',
  },
  unknown_placeholder: {
    en: 'A name between braces stands for nothing. Put it right in the draft.',
    fr: 'Un nom entre accolades ne correspond à rien. Corrigez-le dans le brouillon.',
  },
  heading_skips: {
    en: 'A heading skips a level. Put it right in the draft.',
    fr: 'Un titre saute un niveau. Corrigez-le dans le brouillon.',
  },
  halves_differ: {
    en: 'English and French are not built alike. Put right what the list says.',
    fr: 'L’anglais et le français ne sont pas construits de la même façon. Corrigez ce que dit la liste.',
  },
  no_such_version: { en: 'There is no such version.', fr: 'Cette version n’existe pas.' },
}
