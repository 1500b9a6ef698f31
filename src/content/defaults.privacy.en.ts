import type { Half } from './defaults.ts'

/** Privacy notices: one for each reason to collect something. */
export const privacyEnglish: Half = {
  title: 'Privacy notices',
  lead: 'What we ask you, why, what we do with it, who sees it, and how long it is kept. Three notices, one for each reason.',
  text: `## In short {#short}

- You can read everything here without telling us anything.
- We ask for what a purchase needs and no more. **Never send us your social insurance number**, your status in Canada or a copy of an identity document.
- Nobody on staff can read an application before closing. Evaluators never see who wrote it.
- Nothing is sold, and nothing follows you.

## When you apply, work and are paid {#contracting}

**Who collects it.** The department that posts the work, in the personal information bank **{{bank.contracting}}**.

**Why.** To choose a supplier fairly, to sign and manage the contract, to pay, and to account for public money.

**By what authority.** The Financial Administration Act, and the Act that sets up the department.

**Do you have to?** Applying is your choice. If you apply, the fields that are not marked optional are needed; without them the application cannot be taken. Some questions on winners are voluntary and marked so.

**What.** Your name and e-mail address, the name of the supplier and of its affiliates, who signs and who does the work, your answers, a “yes” to what makes you eligible, whether you are or were a public servant, and, if you are chosen, your address, tax number, way of being paid and invoice. No card or bank number reaches us.

**What we do with it.** We compare names to find two applications of one supplier. We hide from your answers what could tell who you are. Evaluators read them; procurement confirms the result; finance pays.

**Who else gets it.** If you are chosen, the public sees the name of the supplier, the price, the repository and whether the work was delivered. Auditors, the Procurement Ombud, courts and others whom a law names may see the file. Your payment provider learns of the payment under its own rules.

**How long.** Drafts go {{keep.drafts}} after closing, and so does the list of browsers in which you opened your application, after {{keep.devices}}. An application that was not chosen is kept {{keep.applications}} after it was last used; if it came by another form, the note that ties the two is kept as long after closing. Contract and payment files are kept {{keep.contracts}}. Copies of letters that we sent go after {{keep.mail}}.

## When you subscribe, ask or report {#outreach}

**Who collects it.** The department that you write to, or all that use this site when you choose none, in the bank **{{bank.outreach}}**.

**Why.** To send the news that you asked for; to answer you; to repair what is broken.

**By what authority.** The Financial Administration Act, and the Act that sets up the department. For the mailing list, your consent, which we keep as proof and which you may take back at any time.

**Do you have to?** No. You can report a problem without an address. Without one we cannot answer.

**What.** Your e-mail address, your language, what you want news of, what you write to us, and the page that it is about. We use the address to write to you and for nothing else, and it is never shown to anybody outside the team.

**What we do with it.** A question may become an entry of the [frequent questions]({{to.faq}}), and a suggestion a lesson in a report: in other words than yours, and without what tells who you are.

**How long.** You leave the list by one click; we then keep only a fingerprint of the address, so that nobody signs you up again by mistake. A subscription that you never confirm goes after {{keep.unconfirmed}}. Questions and reports are kept {{keep.enquiries}} after they are closed. One whose address is never confirmed goes after three days.

When you ask about an opportunity, your address goes {{keep.askers}} after its closing, and your question in your own words {{keep.questions}} after it. What was published of it stays.

## When you answer a survey {#survey}

**Who collects it.** The department, in the bank **{{bank.survey}}**.

**Why.** To learn who takes part and what should change.

**By what authority.** The Financial Administration Act, and the Act that sets up the department.

**Do you have to?** No, and nobody can tell whether you did.

**What, and how it is kept apart.** Your choices, and words if you write some. They are kept away from applications, without your name, address, network address or exact time. So we cannot find your answer again, or take it out.

**What is published.** Totals, once a year, never below five people.

**How long.** Answers are kept {{keep.survey}}, then only the totals.

## When you only read {#reading}

The site uses two cookies of its own, none of anybody else’s. One exists while you are signed in, for at most {{keep.sessions}}. One holds a random number, for {{keep.browser}}: it ties a code that you asked for to your browser, and tells the browsers apart in which you open your application, so that we can warn you of a new one. Codes go {{keep.codes}} after they expire. There is no measuring of visitors and no advertising. Our log says which page was asked for and whether it worked, not by whom. To stop floods we count tries by a scrambled form of the network address; the count goes within two days.

## Your rights {#rights}

The Privacy Act lets you see what a department holds on you, ask it to correct what is wrong, and have your request noted if it does not. [Write to us]({{to.contact}}), or to the department’s access to information and privacy office.

You can complain to the Office of the Privacy Commissioner of Canada about how your information is handled.
`,
}
