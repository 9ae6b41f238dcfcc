import { cases } from './cases.ts'

export const fr = [
  ...cases(
    'greeting',
    'fr',
    {
      yes: `
        C: bonjour | Bonjour Madame, que puis-je faire pour vous ?
        C: où est mon colis | Bonsoir, je regarde tout de suite.
        C: salut | Salut Léa, dis-moi tout.
        Bienvenue chez Nordlicht, je suis Kim.
        Chère Madame Petit, nous avons reçu vos documents.
        C: aide | Coucou ! Quelle taille ?
        C: question | Merci de nous avoir contactés. Votre numéro de commande ?
        C: ? | Désolée pour l'attente. Bonjour Monsieur Roux.
        C: hello | Hello Paul, c'est noté.
        C: hm | Madame, bonjour, c'est envoyé.
        T: Bonjour Ana, votre commande est partie.
        C: svp | Oui bonjour, je vous écoute.
        B: Bonjour, je suis l'assistant. | C: un humain | Bonjour, ici Marie.
      `,
      no: `
        C: bonjour | Quel est votre numéro de commande ?
        C: Bonsoir | Le colis est parti hier.
        B: Bonjour, bienvenue ! | C: un agent | C'est pour quelle commande ?
        C: salut | Oui, c'est en stock.
        C: bonjour | Vous lui direz bonjour de ma part.
        C: bonjour | Le cadeau de bienvenue est dans le carton.
        C: coucou | Le livreur passe dans la journée.
        C: bonjour | C'est plus cher en ligne.
        C: bonjour | Un instant | C: ok | Rebonjour, j'ai la réponse.
        Bonne nouvelle : c'est réparé.
        C: bjr | Avec plaisir, quelle taille ?
        C: salut | Nos salutations sont sur la carte.
        C: bonjour | Le bon jour pour la livraison serait lundi.
      `,
    },
    {
      yes: `
        C: facture svp | Bonjour bonjour, je l'envoie.
        C: ? | Bien le bonjour, comment puis-je aider ?
        Chers clients, la boutique rouvre lundi.
        C: hi | Merci pour votre message, ici Jo.
        C: bonsoir | Re bonsoir Nadia, j'ai trouvé.
        C: help | 👋 Salut Tom
        Cher Monsieur Blanc, votre vélo est prêt.
        C: voilà | Ah bonjour Madame Leroy, content de vous lire !
      `,
      no: `
        C: bonsoir | C'est noté.
        C: bonjour | Demain matin sans faute.
        C: salut | Le salon est fermé.
        B: Salut ! | C: hello | Votre numéro ?
        C: bonjour | Bonne question, je vérifie.
        C: bonjour | Très bien, un moment.
        C: bonsoir | La soirée est complète.
        C: coucou | Chaque jour de neuf à cinq.
      `,
    },
  ),
  ...cases(
    'closing',
    'fr',
    {
      yes: `
        C: merci | Je vous en prie, bonne journée !
        Puis-je vous aider pour autre chose ?
        C: super | Ravie de vous avoir aidé. Au revoir
        C'est parti. Bon week-end !
        C: ok | N'hésitez pas si vous avez des questions.
        Cordialement, Léa
        C: parfait | À bientôt !
        C: merci | De rien.
        Bonne continuation à vous
        C: ciao | Belle soirée, Madame.
        C: merci | Avec plaisir !
        C: bien | Merci de votre confiance.
        Nous restons à votre disposition.
      `,
      no: `
        C: au revoir ! | L'étiquette est jointe.
        C: bon week-end | Votre colis est parti.
        C'est une belle affaire.
        C: merci | Veuillez patienter.
        C: cordialement, Paul | La taille est épuisée.
        B: Bonne journée ! | C'est le bleu.
        C: ok | Je vérifie avec plaisir la disponibilité.
        C: à bientôt | Envoyé.
        Nous demandons à l'entrepôt.
        C: quand | La prochaine livraison est vendredi.
        C: ? | Quelles sont vos questions ?
        C: hm | Le bon est expiré.
        C: bonne journée | Il faut encore attendre.
      `,
    },
    {
      yes: `
        C: merci beaucoup | C'est tout naturel, passez une excellente soirée !
        C: ok | Je vous souhaite une agréable fin de semaine.
        C: d'accord | Revenez vers nous si besoin.
        Le vélo est prêt. Bien à vous, l'atelier
        C: parfait | Super, à lundi alors ! Au plaisir de vous revoir.
        C: top | Avez-vous d'autres questions ?
        C: ça marche | Portez-vous bien !
        Le remboursement est parti. Merci pour votre patience.
      `,
      no: `
        C: cdt | De quelle couleur ?
        C: bonne soirée | Je vérifie demain.
        C: merci | La carte de vœux coûte deux euros.
        C: ok | Le salut se trouve dans le réglage.
        C: à plus | La commande 4711 est annulée.
        C: alors ? | Je demande au livreur.
        C: hm | Le week-end est complet.
        C: hello | Attention au verre.
      `,
    },
  ),
  ...cases(
    'forbidden_phrase',
    'fr',
    {
      yes: `
        Calmez-vous, s'il vous plaît.
        Ce n'est pas mon problème.
        Je n'en sais rien, désolé.
        CE N'EST PAS MON PROBLEME
        Comme je vous l'ai déjà dit, demain.
        Il fallait lire les conditions.
        On ne peut rien faire.
        calmez vous
        Franchement, je n'en sais rien.
        il fallait lire les conditions !
        Comme je vous l'ai deja dit : non.
        Hélas, on ne peut rien faire pour cela
      `,
      no: `
        C: calmez-vous | Je comprends.
        Le problème n'est pas le mien seul, on le règle ensemble.
        Je n'en sais pas plus, mais je demande.
        B: Calmez-vous | Je suis là.
        Lisez les conditions avant de signer.
        Comme je vous le disais, demain.
        On peut tout faire ici.
        C: ce n'est pas mon problème | Bien sûr.
        Vous pouvez rester calme, c'est en route.
        Ce n'est pas un problème, mon collègue arrive.
        Il fallait une taille de plus.
        Rien à faire, c'est automatique.
      `,
    },
    {
      yes: `
        Monsieur, calmez-vous un peu
        Bon, ce n’est pas mon problème !
        Je n’en sais rien moi
        Comme je vous l’ai déjà dit… non
        Désolée, il fallait lire les conditions
        malheureusement on ne peut rien faire
        CALMEZ-VOUS
        Ah ça, je n'en sais rien
      `,
      no: `
        C: on ne peut rien faire ? | Si, je m'en occupe.
        Ce n'est pas le problème de mon service mais je vous aide.
        Le calme est revenu, vous voyez.
        Nos conditions ont changé, il fallait le dire.
        Je vous l'ai envoyé hier.
        Je ne sais pas encore, je vérifie.
        On peut faire un geste.
        Vous savez tout et moi rien.
      `,
    },
  ),
  ...cases(
    'shouting',
    'fr',
    {
      yes: `
        LISEZ LE MANUEL D'ABORD
        J'ai dit : ENVOYEZ LA PHOTO MERCI
        Non!!!
        ATTENDEZ LE TECHNICIEN
        C'est le DERNIER ET UNIQUE RAPPEL
        Pas comme ça ! ! !
        VOTRE COMMANDE EST EN RETARD
        oui !!!!
        NOUS AVONS DÉJÀ RÉPONDU
        ce n'est PAS NOTRE FAUTE, vraiment
        BONJOUR MADAME PETIT
        Merci !!!!!
      `,
      no: `
        Envoyez l'IBAN et le BIC pour le SEPA, DHL passe.
        OK
        Les ports USB HDMI et LAN sont derrière.
        Super !! À bientôt !
        C'est VRAIMENT important.
        Le code est ETE2026.
        C: OÙ EST MON COLIS !!! | Je regarde.
        T: COMMANDE EXPÉDIÉE ! NUMÉRO CI-JOINT !
        La TVA et le RIB sont sur le PDF.
        La SNCF et la RATP sont en grève.
        Oui !
        Tailles S, M, L, XL
      `,
    },
    {
      yes: `
        COMBIEN DE FOIS FAUT-IL LE DIRE
        Vous devez PAYER LA FACTURE MAINTENANT sinon on arrête
        Enfin !!! Ça marche
        N'OUVREZ PAS LE CARTON
        Pourquoi vous ne lisez pas !!!
        JE NE SUIS PAS VOTRE SECRÉTAIRE
        Désolée, JE NE PEUX RIEN faire
        BONNE JOURNÉE MONSIEUR
      `,
      no: `
        Le PDF indique la TVA en EUR.
        Le SAV de la FNAC répond le lundi.
        Merci de NE PAS ouvrir.
        C: JE SUIS FURIEUX | Je comprends.
        Les séries AB12CD34 et XY99ZZ11.
        Vraiment ? Génial !
        Prenez le RER puis le TGV.
        Nous acceptons VISA et AMEX.
      `,
    },
  ),
  ...cases(
    'name_used',
    'fr',
    {
      yes: `
        Léa Dubois # Bonjour Lea !
        Léa Dubois # Chère Madame Dubois
        François Lefèvre # Bonsoir Monsieur Lefevre
        Jean-Luc Petit # Merci Jean-Luc
        Pierre Blanc # Bonjour Monsieur Blanc
        Aïcha Benali # Bonjour Aicha
        Noël Martin # Bonjour Noël
        Chloé de la Tour # Merci Chloé
        D'Artagnan # Bonjour Monsieur d'Artagnan
        ZOÉ ✨ # Bien sûr Zoé !
        Marie Petit # Madame Petit, c'est prêt.
        Agnès Olive # Merci Agnès, noté.
      `,
      no: `
        Léa Dubois # Bonjour, que puis-je faire ?
        Pierre Blanc # Le modèle blanc est épuisé.
        Jean-Luc Petit # C'est un petit souci.
        Noël Martin # À Noël tout est fermé en ville.
        Anne # L'année prochaine.
        Marie # La mairie est fermée.
        Rose Roux # La rose est en stock.
        Tom # C: ici Tom | C'est noté.
        Léo # Le léopard est imprimé.
        Paul # B: Bonjour Paul | Votre numéro ?
        Ève # Le rêve est permis.
        Olive Roy # L'huile d'olive arrive.
      `,
    },
    {
      yes: `
        Hélène Roy # Bonjour Helene
        Cédric Français # Merci Cedric
        Anne-Sophie # Anne, pouvez-vous envoyer une photo ?
        Mme Garnier # Bonjour Madame Garnier
        Théo Leblanc # D'accord Théo
        Dr Inès Moreau # Docteur Moreau, c'est prêt.
        Gaël 🚲 # Super Gaël
        Constant Faure # Bonjour Monsieur Faure
      `,
      no: `
        Constant Faure # Un effort constant est demandé.
        Inès # Les lignes sont coupées.
        Roy # Le royaume est grand.
        Théo # La théorie dit que non.
        Hélène # C'est prévu demain.
        Luc # Il est lucide.
        Cédric # B: Salut Cédric ! | Numéro ?
        Marc # Le marché est fermé.
      `,
    },
  ),
  ...cases(
    'left_unanswered',
    'fr',
    {
      yes: `
        C: Bonjour | A: Bonjour | C: Vous ouvrez quand ?
        A: C'est fait. | C: super, et est-ce que je peux changer l'adresse
        C: c'est combien
        C: Elle est imperméable ? | C: allô ??
        A: Ça part aujourd'hui. | C: pourriez-vous m'envoyer la facture
        C: avez-vous la même en bleu | C: ou vert
        A: Au revoir ! | C: attendez, et mon remboursement ?
        C: je voudrais savoir si vous livrez à Malte
        A: ok | C: où se trouve le magasin exactement
        A: Envoyé | C: y a-t-il d'autres couleurs
      `,
      no: `
        C: Vous ouvrez quand ? | A: À neuf heures.
        C: puis-je le rendre | A: Oui, 30 jours. | C: merci
        C: c'est combien | A: 20 euros | C: ok super
        C: Elle est imperméable ? | B: Oui, 10 000 mm.
        A: Autre chose ? | C: non merci
        C: quand arrive-t-il | A: Demain | C: quelle chance, merci
        C: annulez svp | A: Fait | C: ok ?
        C: où est-il ? | A: À Paris | C: Quel soulagement, merci
        C: vous livrez à Malte ? | A: Oui | C: je commande quand je rentre
        C: pouvez-vous m'aider | A: Oui | C: que du bonheur
      `,
    },
    {
      yes: `
        A: En route | C: et où en est le deuxième colis
        C: à qui dois-je m'adresser pour un verre cassé
        A: Noté | C: TVA comprise ?
        C: ça va sur un lit double, vous pensez ?
        A: merci ! | C: dois-je le renvoyer alors
        C: pourquoi ai-je été débité deux fois | C: ???
        A: Voilà | C: lequel des deux est le plus léger
        C: j'ai une petite question sur la garantie
        A: Je vérifie | C: ok | C: est-ce que le parking est gratuit
        C: peut-on payer en espèces
      `,
      no: `
        C: le parking est gratuit ? | A: Oui.
        C: comment le remettre à zéro | A: Bouton long | C: ça marche, merci
        C: lequel est plus léger ? | A: Le rouge | C: je prends celui-là
        A: C'est réparé | C: ce qui me fait plaisir
        C: des nouvelles ? | A: Parti aujourd'hui
        C: pouvez-vous appeler | A: J'appelle | C: je vous entends
        A: Bonne journée | C: quand j'en aurai besoin j'écrirai
        C: TTC ? | A: Oui | C: 👍
        C: et maintenant | A: Redémarrez | C: c'était ça
        C: vous êtes là ? | A: Oui | C: quel service !
      `,
    },
  ),
]
