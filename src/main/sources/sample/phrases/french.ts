import { a, c, script, withFile } from './phrasebook.ts'
import type { Phrasebook } from './phrasebook.ts'

export const french: Phrasebook = {
  language: 'fr',
  scripts: [
    script(
      'Delivery status',
      c(
        'Bonjour, [j’ai une question sur ma commande|où en est ma commande] {order} ? Le suivi n’a pas bougé depuis {past}.',
      ),
      a(
        'Bonjour {name}, {agent} à votre service. [Je regarde tout de suite.|Un instant.] Le colis est à {city}, livraison prévue {day}.',
      ),
      c('[Merci beaucoup !|Parfait, merci|Ah super, merci 🙏]'),
    ),
    script(
      'Delivery status',
      c(
        'Est-ce possible de livrer {order} en point relais ? [Je ne serai pas là {day}.|Personne à la maison en journée.]',
      ),
      a('Bien sûr, {name}. Lequel vous arrange ?'),
      c('Le tabac du {number} rue de la République à {city}'),
      a('C’est modifié, vous recevrez un message dès qu’il y sera.'),
      c('[Génial, merci|Merci !]'),
    ),
    script(
      'Delivery status',
      c('Le livreur a écrit « absent » alors que j’étais chez moi toute la journée !'),
      a('Je suis désolé pour ce contretemps, {name}. Je demande un second passage {day} pour {order}.'),
      c('[Entre 9 h et midi si possible|Le matin de préférence]'),
      a('C’est noté, entre 9 h et midi.'),
    ),
    script(
      'Returns and refunds',
      c(
        'Bonjour, je voudrais renvoyer {gear}, commande {order}. [Comment faire ?|Quelle est la procédure ?]',
      ),
      withFile(
        a('Bonjour {name}, voici l’étiquette de retour, c’est gratuit pendant 30 jours.'),
        'document',
        'etiquette-retour-{number}.pdf',
      ),
      c('[Merci, je l’envoie {day}|Super, merci]'),
    ),
    script(
      'Returns and refunds',
      c(
        'Toujours pas remboursée de {amount}, cela fait deux semaines. [Je veux parler à un responsable, s’il vous plaît.|C’est inadmissible.]',
      ),
      a(
        'Je comprends, {name}. Le retour a été enregistré {past} ; je valide le remboursement à l’instant, comptez 2 à 3 jours ouvrés.',
      ),
      c('[Bon, merci.|J’espère bien.]'),
    ),
    script(
      'Product advice',
      c('Je prépare [le GR20|le tour du Mont-Blanc|une rando en Islande]. Le {pack}, ça suffit ?'),
      a('Belle aventure ! En refuge ou en bivouac, {name} ?'),
      c('[En refuge|Bivouac la moitié du temps]'),
      a('Alors oui, le {pack} convient. Prenez aussi la housse de pluie, elle n’est pas comprise.'),
      c('[Merci du conseil !|Top, merci 😊]'),
    ),
    script(
      'Product advice',
      c('{wear} passe en machine ?'),
      a('Oui, à 30 °C sans adoucissant, puis 20 minutes au sèche-linge pour réactiver l’imperméabilité.'),
      c('[Merci !|Ah, je ne savais pas. Merci bien]'),
    ),
    script(
      'Size and fit',
      c('Bonjour, je fais du {size} d’habitude. {wear} taille comment ?'),
      a('Bonjour {name}, plutôt ajusté. [Pour être à l’aise|Avec une polaire], prenez {other}.'),
      c('[D’accord, {other} alors. Merci !|Merci 👍]'),
    ),
    script(
      'Size and fit',
      withFile(c('La veste est trop longue de manches, vous voyez ?'), 'image', 'IMG_{number}.jpg'),
      a('En effet. La coupe courte existe en {size}, je peux faire l’échange si vous voulez.'),
      c('Oui, volontiers'),
      a('C’est lancé, l’échange part {day}.'),
    ),
    script(
      'Payment',
      c('[Merci ! Et pour le code promo ?|Mon code promo ne marche pas.] J’ai une commande de {amount}.'),
      a(
        'Le code AUTOMNE15 est valable hors articles soldés, {name}. Je peux l’appliquer à la main si vous m’envoyez votre panier.',
      ),
      withFile(c('voilà'), 'image', 'Capture_{number}.png'),
      a('C’est fait, le nouveau total est dans votre compte.'),
      c('[Génial|Merci infiniment]'),
    ),
    script(
      'Payment',
      c('Le paiement de {order} a été refusé mais ma banque dit que tout va bien.'),
      a(
        'Cela arrive avec la double authentification. Je vous envoie un nouveau lien de paiement, valable 24 h.',
      ),
      c('[Ça a marché, merci !|C’est bon maintenant]'),
    ),
    script(
      'Warranty',
      c('La fermeture de {wear} a lâché, achetée l’an dernier. [C’est couvert ?|Que puis-je faire ?]'),
      a('Oui, {name}, cinq ans sur les fermetures. Une photo, et je lance la réparation.'),
      withFile(c('La voici'), 'image', 'IMG_{number}.jpg'),
      a('Parfait. Atelier de {city}, dix jours environ.'),
    ),
    script(
      'Warranty',
      c('Le matelas se dégonfle chaque nuit, {order}, je l’ai depuis deux mois.'),
      a('Ce n’est pas normal. Nous l’échangeons, {name}, inutile de renvoyer l’ancien.'),
      c('[Merci, quel bon service !|Oh merci beaucoup]'),
    ),
  ],
  outage: [
    script(
      'Delivery status',
      c('[Que se passe-t-il avec {order} ?|Trois jours « en préparation » !] Il me le faut pour {day}.'),
      a(
        'Bonjour {name}, notre entrepôt de {city} est en panne depuis ce matin. Votre colis partira dès la reprise, toutes mes excuses.',
      ),
      c('[Merci de l’info.|Vous auriez pu prévenir…]'),
    ),
  ],
  campaign: [
    script(
      'Product advice',
      c('[C’est valable sur les tentes aussi ?|Il faut un code ?]'),
      a('Oui, {name}, sur tout le rayon et sans code, jusqu’à dimanche.'),
      c('[Super merci|Parfait 😊]'),
    ),
    script(
      'Size and fit',
      c('{wear} en {size}, il en reste ?'),
      a('Encore quatre en {size}. Je vous en mets une de côté ?'),
      c('[Oui s’il vous plaît|Je viens de commander, merci !]'),
    ),
  ],
  settledByBot: [
    [
      'Où est mon colis {order} ?',
      'Votre commande {order} est en route, livraison prévue {day}. Cela répond-il à votre question ?',
      '[Oui|oui merci|👍]',
    ],
    [
      'Vous ouvrez le dimanche ?',
      'L’équipe répond du lundi au vendredi de 8 h à 20 h, samedi de 9 h à 18 h et dimanche de 10 h à 20 h.',
      '[merci|Merci !]',
    ],
  ],
  welcome: [
    'Bienvenue chez Nordlicht Outdoor ! Message bien reçu, un conseiller arrive. 🏔️',
    'Bonjour {name}, je suis l’assistant de Nordlicht. Je vous passe quelqu’un de l’équipe.',
  ],
  nudge: [
    'Allô ?',
    'Il y a quelqu’un ?',
    'J’attends toujours…',
    'C’est vraiment long. Quelqu’un peut me répondre ?',
    'Je veux parler à un responsable.',
  ],
  insult: ['Vous êtes vraiment une bande d’incapables, des idiots !', 'Vous êtes des imbéciles.'],
  account: 'Merci de virer la somme sur mon compte : FR14 2004 1010 0505 0001 3M02 606',
  apology: ['Toutes mes excuses pour l’attente, {name}. ', 'Merci de votre patience. '],
  later: [
    'Je dois voir avec l’entrepôt, je reviens vers vous [d’ici trois jours|dans les prochains jours].',
    'Je pose la question au fabricant et je vous écris dès que j’ai sa réponse.',
  ],
  followUp: {
    order:
      'Bonjour {name}, l’entrepôt a répondu pour {order} : [tout est réglé, départ aujourd’hui.|nous vous envoyons un remplacement gratuit.]',
    refund: 'Bonjour {name}, votre retour est contrôlé, {amount} vous sont remboursés.',
  },
  thanks: ['Merci beaucoup !', 'Parfait, merci du suivi.', 'Merci à vous 😊', 'Ok merci'],
  reopen: [
    'Rebonjour, je n’ai toujours rien reçu.',
    'Encore une question sur {order}…',
    'Cela n’a pas fonctionné, pouvez-vous revérifier ?',
  ],
  reopenAnswer: [
    'Bonjour {name}, bien sûr. J’ai revérifié : [c’est résolu.|la livraison est confirmée pour {day}.]',
  ],
  takeOver: [
    'Bonjour {name}, {agent} à l’appareil, je prends le relais. ',
    'Bonjour, ici {agent}. J’ai tout lu. ',
  ],
  outreach: [
    [
      'Bonjour {name}, {agent} de Nordlicht. La couleur de {order} est épuisée. Le gris vous irait-il ?',
      'Oui, très bien.',
    ],
    [
      'Bonjour {name}, il manque le numéro de rue sur {order}. Pouvez-vous me l’envoyer ?',
      'Pardon, c’est le {number}',
    ],
  ],
  outreachThanks: ['Merci {name}, cela part ainsi aujourd’hui.', 'Parfait, c’est noté. Bonne journée !'],
  praise: ['Rapide et aimable', 'Très bon conseil', 'Merci, au top'],
  complaint: ['Beaucoup trop d’attente', 'J’ai dû relancer trois fois', 'Problème non résolu'],
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  amount: (euros) => `${euros},90 €`,
  templates: {
    spring_sale:
      'Bonjour {name}, soldes de saison chez Nordlicht : −25 % sur vestes et chaussures jusqu’à dimanche. STOP pour se désabonner.',
    restock_alert: 'Bonjour {name}, {wear} est de retour, dans votre taille aussi. STOP pour se désabonner.',
    tent_week:
      'Bonjour {name}, semaine de la tente chez Nordlicht : −20 % sur tentes et sacs de couchage. STOP pour se désabonner.',
    follow_up:
      'Bonjour {name}, il y a du nouveau pour votre commande {order}. Répondez simplement à ce message.',
  },
}
