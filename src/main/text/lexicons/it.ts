import type { LexiconSource } from '../lexicon.ts'

export const it: LexiconSource = {
  language: 'it',
  negationReach: { right: 4, left: 0 },
  awful: `pessim*, orribil*, terribil*, vergogn*, schifo, schifos*, assurd*, ridicol*, inaccettabil*, inammissibil*, indecent*, merda, cazzo, truffa*, truffator*, fregatura, ladri, ladro, rubato, bugiard*, bugie, presa in giro, prendete in giro, prendendo in giro, avvocato, denuncia, polizia, mai più, odio, peggio, peggiore, peggior, maleducat*, scortes*, idiot*, incompetent*, inutil*, spazzatura, i miei soldi, rivoglio, indietro i soldi, furios*, disastro, incubo, grazie di niente, grazie di nulla`,
  bad: `perso, persa, persi, perse, male, brutto, brutta, cattiv*, delus*, deludent*, insoddisfatt*, arrabbiat*, scontent*, infastidit*, frustrat*, triste, rott*, rompe, si è rotto, difett*, danneggiat*, graffiat*, strappat*, ammaccat*, sporc*, scadut*, bruciat*, macchiat*, perde, sbagliat*, errore, errori, guasto, bloccat*, blocca, si blocca, manca, mancano, mancava,  sparit*, smarrit*, ritard*, in ritardo, lent*, troppo tardi, troppo tempo, aspetto da, sto aspettando, aspettando da, da settimane, da giorni, quanto ancora, quante volte, terza volta, ignorat*, ignora, nessuna risposta, senza risposta,  reclam*, lament*, problem*, addebitato due volte, addebitat* due, troppo caro, pubblicità ingannevole, promess*, perdita di tempo, pazienza, smesso di funzionare, pentit*, peccato, scarso, scarsa, non consiglio`,
  poor: `strano, strana, purtroppo, difficil*, complicat*,  caro, cara, urgente, tardi, niente, freddo, fredda`,
  fair: `bene, buon*, carin*, pulit*, util*, pratic*, facil*, veloc*, rapid*, puntual*, in tempo, funziona, risolt*, economic*, meglio, migliorat*, fresc*, content*`,
  good: `molto bene, molto buono, ottim*, bell*, felic*, soddisfatt*, gentil*, cordial*, disponibil*, professional*, efficient*, affidabil*, simpatic*, pazient*, delizios*, gustos*, buonissim*, mi piace, piaciut*, consiglio, lo consiglio, consigliat*, consigliatissim*, complimenti, bravi, brava, bravo, bravissim*, senza problemi, nessun problema, niente male, niente da ridire, nulla da ridire, molto meglio, velocissim*, molto veloce, vale la pena, ricomprerò, tornerò, proprio quello, esattamente quello, salvato, impressionat*, sorpres*, comod*`,
  splendid: `eccellent*, perfett*, fantastic*, meraviglios*, magnific*, straordinari*, splendid*, stupend*, incredibil*, spettacolar*, eccezional*, impeccabil*, bellissim*, adoro, amo, miglior*, il migliore, la migliore, top, super, contentissim*, felicissim*, cinque stelle, 5 stelle, favolos*, genial*`,
  expected: `arrivat*, arriva, consegnat*, consegna, ricevut*, ricevo, spedit*, rispond*, risposta, risposto, richiamat*, contattat*, aiut*, funziona, funzionano, funzionava, si apre, carica, accende, accedere, entrare, rimborsat*, rimborso, risolv*, rispettat*, riesco, soluzione`,
  thanks: `grazie, grazie mille, molte grazie, tante grazie, ti ringrazio, vi ringrazio, la ringrazio, ringrazio, grazie in anticipo, grz`,
  warmThanks: `grazie infinite, mille grazie davvero, grazie di cuore, grazie di tutto, grazie per l'aiuto, grazie mille per l'aiuto, infinitamente grato, grazie grazie`,
  plain: `buongiorno, buon giorno, buonasera, buona sera, buonanotte, buona giornata, buona serata, buon weekend, buon natale, non c'è problema, nessun problema, va bene, tutto bene, ok, okay, per favore, scusa, scusi, scusate, no grazie, sarebbe bello, sarebbe perfetto, mi piacerebbe, vorrei, non solo, più tardi, il prima possibile, gentilmente, gentile cliente, gentile team, può gentilmente, di niente, persona, per niente`,
  loaded: `ancora, di nuovo, un'altra volta, un altro, un'altra, sempre, come sempre, come al solito, ogni volta, sul serio, finalmente, fino ad oggi, settimane, mesi, ore`,
  notYet: `non ancora, ancora non, ancora nessun, ancora nessuna, ancora niente, ancora senza`,
  negations: `nessuno, non, mai,  nessun, nessuna, senza, né, niente, nulla, neanche, nemmeno, poco, per niente`,
  intensifiers: `molto, tanto, davvero, veramente, troppo, così, super, estremamente, totalmente, assolutamente, proprio, particolarmente, incredibilmente`,
  diminishers: `un po, poco, abbastanza, leggermente, quasi, piuttosto, relativamente`,
  contrasts: `ma, però, tuttavia, purtroppo, comunque, invece, solo che`,
  questions: `se, posso, può, potete, potrebbe, puoi, avete, ha, hai, c'è, quando, come, quanto, quale, dove, a che ora, è possibile, si può, nel caso`,
}
