import type { Text } from '../platform/i18n.ts'

/** One cell of the status box, in the words of whoever reads. */
export type SaidText = { readonly what: Text; readonly more?: Text }
export type StatusText = { readonly happening: SaidText; readonly next: SaidText }

const nothingWeWrite: SaidText = {
  what: { en: 'Nothing', fr: 'Rien' },
  more: { en: 'We write to you when it is decided.', fr: 'Nous vous écrirons quand ce sera décidé.' },
}
const nothing: SaidText = { what: { en: 'Nothing', fr: 'Rien' } }

/** What each reader of a request is told, by where it stands. */
export const statusTexts = {
  receivedClient: {
    happening: {
      what: { en: 'The program team reads your request', fr: 'L’équipe du programme étudie votre demande' },
      more: { en: 'They check it against our criteria.', fr: 'Elle vérifie si la demande répond à nos critères.' },
    },
    next: nothingWeWrite,
  },
  receivedScreener: {
    happening: { what: { en: 'A client sent a request', fr: 'Un client a fait une demande' } },
    next: {
      what: { en: 'Screen the request', fr: 'Examinez la demande' },
      more: {
        en: 'The criteria, then your answer to the client: one page.',
        fr: 'Les critères, puis votre réponse au client\u00a0: une seule page.',
      },
    },
  },
  receivedOwn: {
    happening: { what: { en: 'Your request waits for screening', fr: 'Votre demande attend d’être examinée' } },
    next: {
      what: { en: 'Nothing', fr: 'Rien' },
      more: {
        en: 'Somebody else on the team must screen what you asked for.',
        fr: 'Une autre personne de l’équipe doit examiner ce que vous avez demandé.',
      },
    },
  },
  receivedOther: {
    happening: { what: { en: 'The program team screens it', fr: 'L’équipe du programme l’examine' } },
    next: nothing,
  },
  askedClient: {
    happening: { what: { en: 'We asked you a question', fr: 'Nous vous avons posé une question' } },
    next: {
      what: { en: 'Answer the question', fr: 'Répondez à la question' },
      more: { en: 'Your request goes on from there.', fr: 'Votre demande suivra ensuite son cours.' },
    },
  },
  askedProgram: {
    happening: { what: { en: 'A question waits for the client', fr: 'Une question attend la réponse du client' } },
    next: {
      what: { en: 'Nothing, until they answer', fr: 'Rien, jusqu’à sa réponse' },
      more: {
        en: 'They are reminded; without an answer the request ends by itself.',
        fr: 'Un rappel lui sera envoyé; sans réponse, la demande prendra fin d’elle-même.',
      },
    },
  },
  acceptedProcurement: {
    happening: {
      what: { en: 'The program team accepted the request', fr: 'L’équipe du programme a accepté la demande' },
    },
    next: {
      what: { en: 'Say Go or no Go', fr: 'Donnez ou refusez le feu vert' },
      more: {
        en: 'The statement can be submitted only with your Go.',
        fr: 'L’énoncé ne peut être soumis sans votre feu vert.',
      },
    },
  },
  acceptedClient: {
    happening: {
      what: { en: 'Accepted; procurement decides on the Go', fr: 'Acceptée; l’approvisionnement décide du feu vert' },
      more: {
        en: 'You need not wait to write: the Go is needed to submit.',
        fr: 'Vous pouvez rédiger sans attendre\u00a0: le feu vert ne sert qu’à soumettre.',
      },
    },
    next: {
      what: { en: 'Start the statement', fr: 'Commencez l’énoncé' },
      more: {
        en: 'What is to be done, and how you will accept it. You can stop and come back.',
        fr: 'Le travail à faire et la manière dont vous l’accepterez. Vous pouvez vous interrompre et y revenir.',
      },
    },
  },
  statementBeforeGo: {
    happening: {
      what: {
        en: 'The statement is being written; procurement decides on the Go',
        fr: 'L’énoncé est en rédaction; l’approvisionnement décide du feu vert',
      },
    },
    next: {
      what: { en: 'Follow the file', fr: 'Suivez le dossier' },
      more: { en: 'Its page says whose turn it is.', fr: 'Sa page dit à qui revient la suite.' },
    },
  },
  acceptedOther: {
    happening: {
      what: { en: 'Accepted; procurement decides on the Go', fr: 'Acceptée; l’approvisionnement décide du feu vert' },
    },
    next: nothingWeWrite,
  },
  noGoClient: {
    happening: { what: { en: 'Procurement did not say Go', fr: 'L’approvisionnement n’a pas donné le feu vert' } },
    next: {
      what: {
        en: 'Talk with the program team, or withdraw',
        fr: 'Parlez à l’équipe du programme ou retirez la demande',
      },
      more: {
        en: 'Procurement can still say Go when its reason no longer holds.',
        fr: 'Le feu vert reste possible si le motif ne tient plus.',
      },
    },
  },
  noGoOther: {
    happening: { what: { en: 'Procurement did not say Go', fr: 'L’approvisionnement n’a pas donné le feu vert' } },
    next: {
      what: { en: 'Nothing for now', fr: 'Rien pour l’instant' },
      more: {
        en: 'Procurement can still say Go when its reason no longer holds.',
        fr: 'Le feu vert reste possible si le motif ne tient plus.',
      },
    },
  },
  goClient: {
    happening: { what: { en: 'Procurement said Go', fr: 'L’approvisionnement a donné le feu vert' } },
    next: {
      what: { en: 'Start the statement', fr: 'Commencez l’énoncé' },
      more: {
        en: 'What is to be done, and how you will accept it. You can stop and come back.',
        fr: 'Le travail à faire et la manière dont vous l’accepterez. Vous pouvez vous interrompre et y revenir.',
      },
    },
  },
  goProgram: {
    happening: {
      what: {
        en: 'Go given: the client starts the statement',
        fr: 'Feu vert donné\u00a0: le client commence l’énoncé',
      },
    },
    next: {
      what: { en: 'Nothing, unless the client wants help', fr: 'Rien, sauf si le client veut de l’aide' },
      more: { en: 'You can start the statement for them.', fr: 'Vous pouvez commencer l’énoncé à sa place.' },
    },
  },
  goOther: {
    happening: {
      what: {
        en: 'Go given: the client starts the statement',
        fr: 'Feu vert donné\u00a0: le client commence l’énoncé',
      },
    },
    next: nothing,
  },
  statement: {
    happening: { what: { en: 'The request became a file', fr: 'La demande est devenue un dossier' } },
    next: {
      what: { en: 'Follow the file', fr: 'Suivez le dossier' },
      more: { en: 'Its page says whose turn it is.', fr: 'Sa page dit à qui revient la suite.' },
    },
  },
  declined: {
    happening: { what: { en: 'Declined', fr: 'Refusée' } },
    next: {
      what: { en: 'Nothing', fr: 'Rien' },
      more: { en: 'Another need is a new request.', fr: 'Un autre besoin fait l’objet d’une nouvelle demande.' },
    },
  },
  withdrawn: {
    happening: { what: { en: 'Closed without a purchase', fr: 'Close sans achat' } },
    next: {
      what: { en: 'Nothing', fr: 'Rien' },
      more: {
        en: 'The client may ask again at any time.',
        fr: 'Le client peut faire une nouvelle demande en tout temps.',
      },
    },
  },
} as const satisfies Record<string, StatusText>
export type StatusName = keyof typeof statusTexts

export const byTexts = {
  none: { en: 'No date', fr: 'Aucune échéance' },
  ended: (day: Text): Text => ({ en: `Ended ${day.en}`, fr: `Terminée le ${day.fr}` }),
  oneDay: {
    en: 'We promise an answer within one business day.',
    fr: 'Nous promettons une réponse d’ici un jour ouvrable.',
  },
  answer: {
    en: 'Without an answer by then, the request ends.',
    fr: 'Sans réponse d’ici là, la demande prendra fin.',
  },
  statement: {
    en: 'The estimate is two days; the pilot took 23.',
    fr: 'L’estimation est de deux jours; le projet pilote en a pris 23.',
  },
}
