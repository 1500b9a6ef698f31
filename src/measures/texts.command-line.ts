import type { Text } from '../platform/i18n.ts'

export const commandTexts = {
  noDepartment: (code: string): Text => ({
    en: `There is no department with the code ${code}.`,
    fr: `Aucun ministère ne porte le code ${code}.`,
  }),
  noFolder: (folder: string): Text => ({
    en: `The folder ${folder} does not hold a programme that can be replayed.`,
    fr: `Le dossier ${folder} ne contient pas de programme à rejouer.`,
  }),
  noPdf: {
    en: 'There is no PDF yet: ask for html and print it.',
    fr: 'Le format PDF n’est pas encore offert\u00a0: demandez html et imprimez.',
  },
  replayed: (code: string): Text => ({
    en: `The programme is replayed: bin/opportune report --department ${code}`,
    fr: `Le programme est rejoué\u00a0: bin/opportune report --department ${code} --language fr`,
  }),
  refused: (act: string, because: string): Text => ({
    en: `A rule refused the act “${act}”: ${because}.`,
    fr: `Une règle a refusé l’action «\u00a0${act}\u00a0»\u00a0: ${because}.`,
  }),
  alreadyThere: (code: string): Text => ({
    en: `The department ${code} is there already: nothing was changed.`,
    fr: `Le ministère ${code} existe déjà\u00a0: rien n’a été modifié.`,
  }),
  replayHelp: {
    en: `bin/opportune replay FOLDER

Runs the facts of a past programme through the commands of this program, at the instants when they happened, into a
department of its own. Run twice, it says that the department is there and changes nothing.

Exit codes: 0 done or done before, 1 refused by a rule, 2 wrongly asked.
`,
    fr: `bin/opportune replay DOSSIER

Fait passer les faits d’un programme antérieur par les commandes de ce logiciel, aux instants où ils se sont
produits, dans un ministère distinct. Relancée, la commande signale que le ministère existe et ne change rien.

Codes de sortie\u00a0: 0 fait ou déjà fait, 1 refusé par une règle, 2 commande mal formée.
`,
  },
  reportHelp: {
    en: `bin/opportune report --department CODE [--language en|fr] [--format html|md|json]

The closeout report of a department, from what happened: its measures beside their targets, and the time of each step.

Exit codes: 0 done, 1 no such department, 2 wrongly asked.
`,
    fr: `bin/opportune report --department CODE [--language en|fr] [--format html|md|json]

Le bilan d’un ministère, d’après ce qui s’est passé\u00a0: ses mesures à côté des cibles, et la durée de
chaque étape.

Codes de sortie\u00a0: 0 fait, 1 ministère inconnu, 2 commande mal formée.
`,
  },
} as const
