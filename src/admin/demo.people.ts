import { createDepartment } from '../accounts/commands.ts'
import { type Staff, type StaffRole, type Supplier, system } from '../accounts/rules.ts'
import { done, joinStaff, joinSupplier } from '../measures/settling.ts'
import type { App } from '../platform/app.ts'
import { day } from '../platform/day.ts'
import type { Language } from '../platform/i18n.ts'

type Role = { readonly name: string; readonly language: Language; readonly role: StaffRole; readonly team?: string }

/** Everybody of the fictional department: one person for each role, and a second where two must act. */
export const waterwaysCast = {
  client: { name: 'Claire Arsenault', language: 'en', role: 'client', team: 'Licensing' },
  client2: { name: 'Colin Baptiste', language: 'fr', role: 'client', team: 'Charts and Tides' },
  program: { name: 'Paul Gauthier', language: 'en', role: 'program_team' },
  program2: { name: 'Pauline Hébert', language: 'fr', role: 'program_team' },
  procurement: { name: 'Priya Nair', language: 'en', role: 'procurement' },
  section32: { name: 'Sam Okafor', language: 'en', role: 'section_32' },
  section34: { name: 'Simone Roy', language: 'fr', role: 'section_34' },
  finance: { name: 'Farid Haddad', language: 'en', role: 'finance' },
  cardholder: { name: 'Carmen Diaz', language: 'en', role: 'cardholder' },
  signatory: { name: 'Sylvie Tremblay', language: 'fr', role: 'signatory' },
  observer: { name: 'Omar Lévesque', language: 'fr', role: 'observer' },
  administrator: { name: 'Ada MacDonald', language: 'en', role: 'administrator' },
} as const satisfies Readonly<Record<string, Role>>
export type WaterwaysRole = keyof typeof waterwaysCast
export type WaterwaysStaff = Readonly<Record<WaterwaysRole, Staff>>

const signs: readonly StaffRole[] = ['section_32', 'section_34', 'signatory']

export const waterways = {
  code: 'DW',
  name: { en: 'Department of Waterways', fr: 'Ministère des Voies navigables' },
  mailbox: 'micro@waterways.example',
  postalAddress: '1 Quay Street, Ottawa ON K1A 0A1',
  simulated: true,
}

/** Sets up the fictional department and its people. Everything in it is made up, and it says so. */
export async function settleWaterways(app: App): Promise<WaterwaysStaff> {
  const department = await done('set up the department', createDepartment(app, system, waterways))
  const since = day('2020-01-01')
  const join = (key: WaterwaysRole): Promise<Staff> => {
    const { role, ...person }: Role = waterwaysCast[key]
    const limit = signs.includes(role) ? { limitCents: 2_500_000 } : {}
    return joinStaff(app, department, { ...person, ...limit, email: `${key}@waterways.example`, roles: [role] }, since)
  }
  return {
    client: await join('client'),
    client2: await join('client2'),
    program: await join('program'),
    program2: await join('program2'),
    procurement: await join('procurement'),
    section32: await join('section32'),
    section34: await join('section34'),
    finance: await join('finance'),
    cardholder: await join('cardholder'),
    signatory: await join('signatory'),
    observer: await join('observer'),
    administrator: await join('administrator'),
  }
}

/** A made-up supplier: who they are, how they are paid, and how they answer the two questions of an application. */
export type DemoSupplier = Supplier & {
  readonly firm: string
  readonly language: Language
  readonly payment: 'card' | 'paypal'
  readonly paymentDetail: string
  readonly postalCode: string
  readonly answers: readonly [string, string]
}

export const supplierKeys = ['noor', 'benoit', 'mina', 'jonah', 'aurelie', 'wen'] as const
export type SupplierKey = (typeof supplierKeys)[number]
export type DemoSuppliers = Readonly<Record<SupplierKey, DemoSupplier>>

const suppliers: Readonly<Record<SupplierKey, Omit<DemoSupplier, 'kind' | 'id' | 'email'>>> = {
  noor: {
    ...{ name: 'Noor Haidari', firm: 'Fernbank Code', language: 'en', payment: 'paypal' },
    ...{ paymentDetail: 'https://paypal.me/fernbank-example', postalCode: 'B3H 4R2' },
    answers: [
      'For a harbour I rebuilt the same kind of tool last year. The hard part was what nobody had written down: I collected the odd cases first, made a test of each, and only then changed code.',
      'The first criterion with its test in the first week, the second in the next, then documentation and licence. I show what works every Friday.',
    ],
  },
  benoit: {
    ...{ name: 'Benoît Larivière', firm: 'Atelier du Quai', language: 'fr', payment: 'card' },
    ...{ paymentDetail: 'Terminal\u00a0: 418 555-0142', postalCode: 'G1K 3X2' },
    answers: [
      'J’ai repris un outil semblable pour une municipalité. Rien ne disait ce qui était juste\u00a0: j’ai comparé mes résultats à 400 cas vérifiés à la main, et les écarts ont révélé deux erreurs de l’ancien outil.',
      'Je commence par le critère le plus risqué, avec ses tests, puis le second, puis la documentation. Une version à l’essai est prête à mi-parcours.',
    ],
  },
  mina: {
    ...{ name: 'Mina Castellano', firm: 'Blue Heron Labs', language: 'en', payment: 'card' },
    ...{ paymentDetail: 'Terminal: 902 555-0118', postalCode: 'B2Y 1A5' },
    answers: [
      'I maintain an open library for this kind of data with 40 contributors. The change I am proudest of removed half of its code and made it three times as fast, with the tests unchanged.',
      'Both work criteria are one design: I would sketch it in two days for you to read, then build it in small steps, each with its tests.',
    ],
  },
  jonah: {
    ...{ name: 'Jonah Redsky', firm: 'Tamarack Bits', language: 'en', payment: 'paypal' },
    ...{ paymentDetail: 'https://paypal.me/tamarack-example', postalCode: 'P9N 2K8' },
    answers: [
      'I have built websites for six years and I learn new subjects quickly.',
      'I would start with the first criterion and see what comes up.',
    ],
  },
  aurelie: {
    ...{ name: 'Aurélie Comeau', firm: 'Studio Marée haute', language: 'fr', payment: 'paypal' },
    ...{ paymentDetail: 'https://paypal.me/maree-example', postalCode: 'E1A 5N9' },
    answers: [
      'Pour un musée, j’ai réalisé un outil dont se servent 30 bénévoles. Je les ai regardés travailler une journée avant d’écrire une ligne\u00a0: trois des cinq fonctions prévues ne servaient à personne.',
      'Une maquette la première semaine, le premier critère la deuxième, le second la troisième. Chaque étape est publiée et peut être essayée.',
    ],
  },
  wen: {
    ...{ name: 'Wen Zhang', firm: 'Wen Zhang', language: 'en', payment: 'card' },
    ...{ paymentDetail: 'Terminal: 613 555-0177', postalCode: 'K1N 6N5' },
    answers: [
      'I wrote the import of a national register: 90 formats over 50 years. Each line that could not be read was kept with its reason, and none was guessed in silence.',
      'First a list of what can go wrong, agreed with you, then a test for each, then the code, then a page that explains it.',
    ],
  },
}

/** The suppliers of the demonstration, who may be signed in as. */
export async function settleSuppliers(app: App): Promise<DemoSuppliers> {
  const join = async (wanted: SupplierKey): Promise<DemoSupplier> => {
    const known = suppliers[wanted]
    const { name, language } = known
    const email = `${wanted}@suppliers.example`
    return { ...known, ...(await joinSupplier(app, { name, email, language, demo: true })) }
  }
  return {
    noor: await join('noor'),
    benoit: await join('benoit'),
    mina: await join('mina'),
    jonah: await join('jonah'),
    aurelie: await join('aurelie'),
    wen: await join('wen'),
  }
}
