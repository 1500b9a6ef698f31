import type { Day } from '../platform/day.ts'
import { type Agreement, type ApplicantAgreementId, applicantAgreements, eligibility } from '../policy/agreements.ts'
import { versionOn } from '../policy/versions.ts'
import type { Content } from './content.ts'

export type Agreements = Readonly<Record<ApplicantAgreementId, Agreement>> & { readonly eligibility: Agreement }

/** What applicants to an opportunity agree to: the texts that were in force on the day it was posted. */
export const agreementsOn = (day: Day): Agreements => ({
  eligibility: versionOn(eligibility, day),
  authority: versionOn(applicantAgreements.authority, day),
  onlyApplication: versionOn(applicantAgreements.onlyApplication, day),
  delivery: versionOn(applicantAgreements.delivery, day),
  price: versionOn(applicantAgreements.price, day),
  payment: versionOn(applicantAgreements.payment, day),
  openSource: versionOn(applicantAgreements.openSource, day),
})

/** What is kept of a “yes”: the version of each text, never a copy that could drift, nor anybody’s status. */
export function versionsAgreed(day: Day): Pick<Content, 'eligibilityVersion' | 'agreementsVersion'> {
  const { eligibility, ...others } = agreementsOn(day)
  return {
    eligibilityVersion: `eligibility/${eligibility.version}`,
    agreementsVersion: Object.entries(others)
      .map(([name, { version }]) => `${name}/${version}`)
      .join(' '),
  }
}
