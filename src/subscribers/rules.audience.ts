/** Counts below this could point at a person. */
const FEWEST = 5

/** A count as it may be shown: null when it is kept back. */
export type Shown = number | null

export type Counted = { readonly name: string; readonly count: number }
export type ShownCount = { readonly name: string; readonly count: Shown }

/**
 * Parts of a whole that is shown itself: a small part is kept back, and with a single one the next smallest too, since
 * the whole less the others would give it away. None at all is no person.
 */
export function partsShown(parts: readonly Counted[]): readonly ShownCount[] {
  const small = new Set(parts.filter(({ count }) => count > 0 && count < FEWEST).map(({ name }) => name))
  if (small.size === 1) {
    const next = parts
      .filter(({ name, count }) => count > 0 && !small.has(name))
      .reduce<Counted | undefined>((least, part) => (least && least.count <= part.count ? least : part), undefined)
    if (next) small.add(next.name)
  }
  return parts.map(({ name, count }) => ({ name, count: small.has(name) ? null : count }))
}

/** A count that stands alone. */
export const shownAlone = (count: number): Shown => (count > 0 && count < FEWEST ? null : count)

/**
 * Is this the domain of a place of education? `.edu`, `.ac.uk` and their like, and the universities and colleges of
 * Canada, whose domains end as anybody’s do.
 */
export function isOfEducation(domain: string): boolean {
  const parts = domain.toLowerCase().split('.')
  const last = parts.at(-1) ?? ''
  if (last === 'edu') return true
  if (parts.length > 2 && ['ac', 'edu'].includes(parts.at(-2) ?? '') && last.length === 2) return true
  return parts.some((_, at) => institutions.has(parts.slice(at).join('.')))
}

/** Universities, colleges, institutes and CEGEPs of Canada, by their domain. A list of ours: what is missing is added here. */
const institutions: ReadonlySet<string> = new Set(
  `acadiau.ca athabascau.ca bishops.ca brandonu.ca brocku.ca capilanou.ca carleton.ca concordia.ca concordia.ab.ca
   crandallu.ca dal.ca ecuad.ca etsmtl.ca hec.ca kingsu.ca kpu.ca kwantlen.ca lakeheadu.ca laurentian.ca
   laurentienne.ca macewan.ca mcgill.ca mcmaster.ca mta.ca mtroyal.ca msvu.ca mun.ca nipissingu.ca nscad.ca ocadu.ca
   ontariotechu.ca polymtl.ca queensu.ca rmc-cmr.ca rmc.ca royalroads.ca ryerson.ca torontomu.ca saintpaul.ca
   ustpaul.ca sfu.ca smu.ca stfx.ca stthomasu.ca stu.ca teluq.ca tru.ca trentu.ca twu.ca ualberta.ca ubc.ca
   ucalgary.ca ucn.ca ufv.ca uhearst.ca uleth.ca umanitoba.ca umoncton.ca unb.ca unbc.ca uoguelph.ca uoit.ca
   uottawa.ca upei.ca uqac.ca uqam.ca uqar.ca uqat.ca uqo.ca uqtr.ca uquebec.ca inrs.ca enap.ca uregina.ca
   usainteanne.ca usask.ca usherbrooke.ca ulaval.ca umontreal.ca utoronto.ca uvic.ca uwaterloo.ca
   uwindsor.ca uwinnipeg.ca uwo.ca viu.ca wlu.ca yorku.ca yukonu.ca algomau.ca auarts.ca cbu.ca
   algonquincollege.com algonquinlive.com assiniboine.net bcit.ca bowvalleycollege.ca cambriancollege.ca camosun.ca
   canadorecollege.ca centennialcollege.ca cna.nl.ca ccnb.ca nbcc.ca nscc.ca hollandcollege.com
   conestogac.on.ca confederationcollege.ca durhamcollege.ca dcmail.ca fanshawec.ca fanshaweonline.ca flemingcollege.ca
   georgebrown.ca georgiancollege.ca humber.ca lacitec.on.ca collegelacite.ca collegeboreal.ca lambtoncollege.ca
   loyalistcollege.com mohawkcollege.ca niagaracollege.ca northerncollege.ca saultcollege.ca senecacollege.ca
   senecapolytechnic.ca myseneca.ca sheridancollege.ca sl.on.ca stlawrencecollege.ca stclaircollege.ca langara.ca
   douglascollege.ca okanagan.bc.ca selkirk.ca nic.bc.ca cotr.bc.ca coastmountaincollege.ca cnc.bc.ca vcc.ca
   nait.ca sait.ca norquest.ca lethbridgecollege.ca lethpolytech.ca rdpolytech.ca keyano.ca portagecollege.ca
   saskpolytech.ca rrc.ca mitt.ca auroracollege.nt.ca arcticcollege.ca
   dawsoncollege.qc.ca vaniercollege.qc.ca johnabbott.qc.ca champlaincollege.qc.ca marianopolis.edu
   bdeb.qc.ca cmaisonneuve.qc.ca cvm.qc.ca claurendeau.qc.ca collegeahuntsic.qc.ca crosemont.qc.ca cstjean.qc.ca
   cegepgarneau.ca cegeplimoilou.ca csfoy.ca cegepsherbrooke.qc.ca cegepoutaouais.qc.ca cegeptr.qc.ca
   cegepjonquiere.ca cegepat.qc.ca cegepba.qc.ca cegeplapocatiere.qc.ca cegepmontpetit.ca cegepsth.qc.ca
   cegepthetford.ca cegep-rimouski.qc.ca cegepvicto.ca clafleche.qc.ca cmontmorency.qc.ca
   cstj.qc.ca cegepdrummond.ca cegep-heritage.qc.ca`
    .split(/\s+/)
    .filter(Boolean),
)
