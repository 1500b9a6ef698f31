/**
 * Who may ask for each page, written down: the routes say the same, or a test fails. `public` is everybody; otherwise the
 * roles, parted by spaces. Add a line when you add a route, and have somebody else read it.
 */
export const permissions: Readonly<Record<string, string>> = {
  // accounts
  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'GET /sign-in/code': 'public',
  'POST /sign-in/code': 'public',
  'POST /sign-out': 'public',

  // content: everybody reads; whoever runs the program writes
  'GET /guide': 'public',
  'GET /guide/clients': 'public',
  'GET /faq': 'public',
  'GET /privacy': 'public',
  'GET /accessibility': 'public',
  'GET /terms': 'public',
  'GET /content': 'program_team administrator',
  'GET /content/:page': 'program_team administrator',
  'POST /content/:page': 'program_team administrator',
  'GET /content/:page/preview': 'program_team administrator',
  'POST /content/:page/publication': 'program_team administrator',
  'GET /content/:page/versions': 'program_team administrator',
  'POST /content/:page/versions': 'program_team administrator',

  // enquiries: anybody writes, by a link in a letter confirms; the program team answers
  'GET /contact': 'public',
  'POST /contact': 'public',
  'GET /contact/sent': 'public',
  'GET /contact/confirmation/:token': 'public',
  'POST /contact/confirmation/:token': 'public',
  'GET /enquiries': 'program_team',
  'GET /enquiries/:id': 'program_team',
  'POST /enquiries/:id': 'program_team',
  'POST /enquiries/:id/answer': 'program_team',
  'POST /enquiries/:id/end': 'program_team',
  'GET /enquiries/:id/faq': 'program_team',
  'POST /enquiries/:id/faq': 'program_team',
  'GET /enquiries/:id/lesson': 'program_team',
  'POST /enquiries/:id/lesson': 'program_team',

  // subscribers: a link in a letter is the key
  'GET /subscribe': 'public',
  'POST /subscribe': 'public',
  'GET /subscribe/sent': 'public',
  'GET /subscribe/confirmation/:token': 'public',
  'POST /subscribe/confirmation/:token': 'public',
  'GET /subscribe/preferences/:token': 'public',
  'POST /subscribe/preferences/:token': 'public',
  'POST /subscribe/preferences/:token/watching': 'public',
  'POST /subscribe/source/:token': 'public',
  'GET /audience': 'program_team procurement observer administrator',
  'GET /opportunities.atom': 'public',
  'GET /opportunities.json': 'public',
  'GET /opportunities.ics': 'public',
  'GET /opportunities/:slug/watching': 'public',
  'POST /opportunities/:slug/watching': 'public',
  'GET /opportunities/:slug/watching/sent': 'public',
  'GET /subscribe/watching/:token': 'public',
  'POST /subscribe/watching/:token': 'public',
  'GET /unsubscribe/:token': 'public',
  'POST /unsubscribe/:token': 'public',

  // backlog
  'GET /backlog/new': 'client program_team',
  'POST /backlog/new': 'client program_team',
  'GET /backlog/:id': 'client program_team',

  // requests
  'GET /options': 'public',
  'GET /requests/funnel': 'program_team procurement observer administrator',
  'GET /requests/referrals': 'program_team observer',
  'GET /requests/referrals/:id': 'program_team observer',
  'POST /requests/referrals/:id': 'program_team',
  'GET /requests/:id/statement': 'client program_team procurement observer',
  'GET /requests/:id/question': 'program_team',
  'POST /requests/:id/question': 'program_team',
  'GET /requests/:id/answer': 'client program_team',
  'POST /requests/:id/answer': 'client program_team',
  'GET /requests': 'client program_team procurement observer',
  'POST /requests': 'client program_team',
  'GET /requests/new': 'client program_team',
  'GET /requests/:id': 'client program_team procurement observer',
  'GET /requests/:id/screening': 'program_team',
  'POST /requests/:id/screening': 'program_team',
  'GET /requests/:id/go': 'client program_team procurement observer',
  'POST /requests/:id/go': 'procurement',
  'GET /requests/:id/withdrawal': 'client program_team',
  'POST /requests/:id/withdrawal': 'client program_team',

  // opportunities: a client sees their own files only
  'POST /requests/:id/statement': 'client program_team',
  'GET /files/:id':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /files/:id/timeline':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /files/:id/start': 'client program_team',
  'POST /files/:id/start': 'client program_team',
  'GET /files/:id/statement': 'client program_team',
  'POST /files/:id/statement': 'client program_team',
  'GET /mailings': 'program_team administrator',
  'POST /mailings/:id/hold': 'program_team administrator',
  'POST /mailings/:id/resumption': 'program_team administrator',
  'GET /files/:id/preview':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /files/:id/edits': 'client program_team',
  'POST /files/:id/edits': 'client program_team',
  'POST /files/:id/presence': 'client program_team',
  'GET /files/:id/comments': 'client program_team procurement section_32 finance',
  'POST /files/:id/comments': 'client program_team procurement section_32 finance',
  'GET /files/:id/earlier': 'client program_team procurement section_32 finance',
  'GET /files/:id/versions':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /files/:id/readiness': 'client program_team',
  'POST /files/:id/submission': 'client program_team',
  'POST /files/:id/readiness/criteria': 'client program_team',
  'POST /files/:id/readiness/licence': 'client program_team',
  'POST /files/:id/readiness/links': 'client program_team',
  'GET /files/:id/scan': 'client program_team',
  'POST /files/:id/scan': 'client program_team',
  'GET /files/:id/declarations': 'client program_team',
  'POST /files/:id/declarations': 'client program_team',
  'GET /files/:id/outreach': 'client program_team procurement observer',
  'POST /files/:id/outreach': 'client program_team',
  'GET /files/:id/outreach/messages/:kind': 'client program_team',
  'POST /files/:id/outreach/messages/:kind': 'client program_team',
  'GET /files/:id/outreach/:activity': 'client program_team',
  'POST /files/:id/outreach/:activity': 'client program_team',
  'POST /files/:id/outreach/:activity/withdrawal': 'client program_team',
  'GET /files/:id/approval':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /files/:id/approval':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /files/:id/initiation':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /files/:id/initiation.pdf':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /not-for-you':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /files/:id/initiation': 'client program_team',
  'GET /files/:id/commitment':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /files/:id/commitment':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /files/:id/finance': 'client program_team',
  'POST /files/:id/finance': 'client program_team',
  'GET /files/:id/reservation':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /files/:id/reservation':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /files/:id/translation': 'client program_team',
  'POST /files/:id/translation': 'client program_team',
  'GET /files/:id/translation.xlf': 'client program_team',
  'GET /files/:id/translation.csv': 'client program_team',
  'POST /files/:id/translation/import': 'client program_team',
  'GET /files/:id/translation/import/:importId': 'client program_team',
  'POST /files/:id/translation/import/:importId': 'client program_team',
  'GET /files/:id/return': 'program_team procurement section_32 finance',
  'POST /files/:id/return': 'program_team procurement section_32 finance',
  'GET /files/:id/dates': 'program_team',
  'POST /files/:id/dates': 'program_team',
  'GET /opportunities/:slug/downtime': 'public',
  'GET /files/:id/outage': 'program_team procurement observer',
  'POST /files/:id/outage': 'program_team',
  'POST /files/:id/outage/decision': 'program_team',
  'GET /files/:id/duplicates': 'program_team procurement',
  'POST /files/:id/duplicates': 'program_team',
  'POST /files/:id/duplicates/confirmation': 'procurement',
  'POST /files/:id/duplicates/return': 'procurement',
  'GET /files/:id/extension': 'program_team',
  'POST /files/:id/extension': 'program_team',
  'GET /files/:id/amendments': 'program_team procurement',
  'POST /files/:id/amendments': 'program_team procurement',
  'GET /files/:id/amendments/decision': 'procurement',
  'POST /files/:id/amendments/decision': 'procurement',
  'GET /files/:id/withdrawal': 'program_team',
  'POST /files/:id/withdrawal': 'program_team',
  'GET /files/:id/cancellation': 'client program_team',
  'POST /files/:id/cancellation': 'client program_team',
  'GET /files/:id/reposting': 'client program_team',
  'POST /files/:id/reposting': 'client program_team',

  // contract splitting: on a file of their own, and all findings of the department
  'GET /splitting': 'program_team procurement observer',
  'GET /files/:id/splitting': 'client program_team procurement section_32 observer',
  'POST /files/:id/splitting': 'procurement',

  // approvals: every approver’s page says to whoever opens it whose decision it is
  'GET /files/:id/budget':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /files/:id/budget': 'program_team finance',
  'GET /reviews': 'program_team procurement observer administrator',
  'GET /files/:id/review':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /files/:id/review': 'procurement',
  'GET /releases': 'program_team finance observer administrator',
  'GET /files/:id/release':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /files/:id/release': 'finance',
  'GET /papers':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /papers': 'program_team administrator',
  'GET /papers/:id/file':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'POST /papers/:id/removal': 'program_team administrator',
  'POST /papers/:id/reply': 'program_team administrator',
  'GET /delegations': 'program_team finance observer administrator',
  'POST /delegations': 'administrator',
  'POST /delegations/:id/end': 'administrator',
  'GET /delegates': 'program_team procurement section_32 section_34 finance signatory',
  'POST /delegates': 'program_team procurement section_32 section_34 finance signatory',
  'POST /delegates/:id/end': 'program_team procurement section_32 section_34 finance signatory',

  // questions: the public asks, and a link in a letter confirms
  'GET /opportunities/:slug/question': 'public',
  'POST /opportunities/:slug/question': 'public',
  'GET /opportunities/:slug/question/sent': 'public',
  'GET /question/confirmation/:token': 'public',
  'POST /question/confirmation/:token': 'public',
  'GET /files/:id/questions': 'client program_team procurement observer',
  'GET /files/:id/questions/:question': 'client program_team procurement observer',
  'POST /files/:id/questions/:question': 'client program_team',
  'POST /files/:id/questions/:question/refusal': 'program_team',
  'POST /files/:id/questions/:question/duplicate': 'program_team',
  'POST /files/:id/questions/:question/amendment': 'program_team',

  // applications
  'GET /applications': 'supplier',
  'GET /opportunities/:slug/application': 'supplier',
  'POST /opportunities/:slug/application': 'supplier',
  'POST /opportunities/:slug/application/edits': 'supplier',
  'GET /opportunities/:slug/application/preview': 'supplier',
  'POST /opportunities/:slug/application/copy': 'supplier',
  'GET /applications/:id/receipt': 'supplier',
  'GET /applications/:id/receipt.txt': 'supplier',
  'GET /applications/:id/result': 'supplier',
  'GET /applications/:id/withdrawal': 'supplier',
  'POST /applications/:id/withdrawal': 'supplier',
  'GET /receipt': 'public',
  'POST /receipt': 'public',

  // evaluation: what a reader sees there depends on whether they evaluate the file
  'GET /files/:id/evaluation': 'client program_team procurement observer',
  'POST /files/:id/evaluation': 'client program_team',
  'POST /files/:id/evaluation/evaluators': 'client program_team',
  'POST /files/:id/evaluation/declaration': 'client program_team',
  'POST /files/:id/evaluation/withdrawal': 'client program_team',
  'POST /files/:id/evaluation/lock': 'client program_team',
  'POST /files/:id/evaluation/redaction': 'program_team',
  'POST /files/:id/evaluation/confirmation': 'procurement program_team',
  'POST /files/:id/evaluation/return': 'procurement program_team',
  'GET /files/:id/evaluation/:number': 'client program_team procurement observer',
  'POST /files/:id/evaluation/:number': 'client program_team',
  'GET /files/:id/evaluation/:number/redaction': 'program_team',
  'POST /files/:id/evaluation/:number/redaction': 'program_team',

  // draws
  'GET /draws/:slug': 'public',
  'GET /draws/:slug/verification': 'public',
  'GET /files/:id/draw': 'client program_team procurement observer',
  'POST /files/:id/draw/value': 'program_team',
  'POST /files/:id/draw/confirmation': 'program_team procurement',
  'POST /files/:id/draw/rejection': 'program_team procurement',

  // admin
  'GET /home':
    'client program_team procurement section_32 section_34 finance cardholder signatory observer administrator',
  'GET /board': 'program_team procurement observer administrator',

  // admin: the demonstration's door and mailbox refuse in production
  'GET /sign-in-demo': 'public',
  'POST /sign-in-demo': 'public',
  'GET /mailbox': 'public',
  'GET /mailbox/:id': 'public',
  'GET /admin/messages': 'program_team observer administrator',
  'GET /admin/state': 'program_team observer administrator',
  'GET /observer': 'program_team procurement observer administrator',
  'GET /record': 'program_team procurement observer administrator',
  'GET /files/:id/history': 'program_team procurement observer administrator',

  // publication: everything that the public reads, and one decision
  'GET /': 'public',
  'GET /results/:slug': 'public',
  'GET /opportunities': 'public',
  'GET /opportunities/:slug': 'public',
  'GET /results': 'public',
  'GET /process': 'public',
  'GET /clock': 'public',
  'GET /files/:id/publication': 'program_team',
  'POST /files/:id/publication': 'program_team',

  // awards
  'GET /offers/:id': 'supplier',
  'POST /offers/:id': 'supplier',
  'GET /offers/:id/refusal': 'supplier',
  'POST /offers/:id/refusal': 'supplier',
  'GET /files/:id/offer': 'client program_team procurement section_32 section_34 finance signatory observer',
  'POST /files/:id/offer': 'program_team',

  // delivery
  'GET /contracts/:id': 'supplier',
  'POST /contracts/:id': 'supplier',
  'GET /contracts/:id/extension': 'supplier',
  'POST /contracts/:id/extension': 'supplier',
  'GET /contracts/:id/difficulty': 'supplier',
  'POST /contracts/:id/difficulty': 'supplier',
  'GET /files/:id/terms': 'client program_team procurement section_32 section_34 finance cardholder signatory observer',
  'POST /files/:id/terms': 'signatory',
  'GET /files/:id/work': 'client program_team procurement section_32 section_34 finance cardholder signatory observer',
  'POST /files/:id/work': 'client program_team',
  'GET /files/:id/work/lateness': 'client program_team',
  'POST /files/:id/work/lateness': 'client program_team',
  'GET /files/:id/work/extension': 'program_team signatory',
  'POST /files/:id/work/extension': 'program_team signatory',
  'GET /files/:id/work/termination': 'signatory',
  'POST /files/:id/work/termination': 'signatory',
  'GET /files/:id/work/next': 'program_team',
  'POST /files/:id/work/next': 'program_team',

  // payments
  'GET /invoices/:id': 'supplier',
  'POST /invoices/:id': 'supplier',
  'GET /invoices/:id/receipt': 'supplier',
  'POST /invoices/:id/receipt': 'supplier',
  'GET /files/:id/payment': 'program_team section_34 finance cardholder observer',
  'POST /files/:id/payment': 'section_34 finance cardholder',
  'GET /files/:id/payment/form': 'program_team section_34 finance cardholder observer',

  // surveys: nobody is recognised
  'GET /feedback': 'public',
  'POST /feedback': 'public',

  // measures
  'GET /measures': 'program_team procurement observer administrator',
  'GET /measures/report': 'program_team procurement observer administrator',
  'GET /measures/report.md': 'program_team procurement observer administrator',
  'GET /measures/values': 'program_team administrator',
  'POST /measures/values': 'program_team administrator',
  'GET /measures/notes': 'program_team administrator',
  'POST /measures/notes': 'program_team administrator',
  // working time, by whoever works on a file
  'GET /measures/work':
    'client program_team procurement section_32 section_34 finance cardholder signatory administrator',
  'POST /measures/work':
    'client program_team procurement section_32 section_34 finance cardholder signatory administrator',
}
