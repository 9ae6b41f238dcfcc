import type { LexiconSource } from '../lexicon.ts'

export const pt: LexiconSource = {
  language: 'pt',
  negationReach: { right: 4, left: 0 },
  awful: `péssim*, horrível, horriv*, terríve*, vergonha, vergonhos*, absurd*, ridícul*, inaceitáve*, lixo, merda, droga, porcaria, golpe, golpista*, fraude, roubo, roubad*, ladrão, ladrões, enganad*, mentira*, mentiros*, palhaçada, descaso, desrespeito, desrespeit*, procon, advogad*, processar, polícia, nunca mais, odeio, odiei, pior, piores, grosseir*, mal educad*, idiota*, incompeten*, inútil, meu dinheiro de volta, dinheiro de volta, obrigad* por nada, raiva`,
  bad: `fedia, fede, cancelaram, cancelado, sem avisar, sem aviso, sem explicação, não apareceu, aumentou de novo, aumento, chorou, mentindo,  sem água, sem internet, nenhum retorno, caiu, vazamento, travou, travado, travada, ruim, ruins, mau, má, mal, decepcion*, frustrad*, insatisfeit*, chatead*, irritad*, triste*, quebrad*, quebrou, defeito*, defeituos*, danificad*, rasgad*, arranhad*, amassad*, estragad*, sujo, suja, vencid*, mofad*, frio demais, vazando, errad*, erro, erros, falha*, travando, trava,  faltando, faltou, falta, perdid*, sumiu, extraviad*, atras*, demor*, muito tarde, lento, lenta, esperando há, ainda esperando, há semanas, há dias, faz semanas, quanto tempo mais, quantas vezes, terceira vez, ignor*, sem resposta,  reclama*, problema*, cobrad* duas vezes, cobraram duas vezes, cobrança indevida, caro demais, muito caro, propaganda enganosa, promet*, perda de tempo, paciência, parou de funcionar, desligaram, arrepend*, não recomendo`,
  poor: `infelizmente, difícil, complicad*, estranh*, caro, cara, urgente, demora, nada, frio, fria`,
  fair: `bem, bom, boa, bons, boas, certo, limpo, útil, prátic*, fácil, rápid*, no prazo, pontual, funciona, funcionando, resolvid*, resolveram, barat*, melhor, tranquilo, contente`,
  good: `gratidão, um amor, vale a viagem, valeu a pena, sorriso, novinh*, alívio, muito bom, muito boa, ótim*, legal, feliz, felizes, satisfeit*, gentil, gentis, educad*, atencios*, simpátic*, prestativ*, profissional, eficiente*, confiáve*, bonit*, lind*, gostos*, delicios*, gostei, gostamos, recomendo, indico, parabéns, certinho, sem problemas, nenhum problema, nada mal, nada a reclamar, sem reclamações, muito melhor, super rápid*, muito rápid*, vale a pena, comprarei de novo, compro de novo, voltarei, era isso que, exatamente o que, salvaram, surpres*, impressionad*, caprichad*`,
  splendid: `excelente*, perfeit*, maravilhos*, fantástic*, incríve*, espetacular*, sensaciona*, extraordinári*, impecáve*, nota 10, nota dez,  amei, amo, adoro, adorei, adoramos, melhor atendimento, o melhor, a melhor, os melhores, top, arrasaram, arrasou, cinco estrelas, 5 estrelas`,
  expected: `chegou, chega, chegar, chegaram, entreg*, receb*, enviad*, enviaram, respond*, resposta*, retorn*, atend*, ajud*, funciona, funcionou, abre, carrega, liga, entrar, acessar, reembols*, estorn*, resolv*, cumpr*, aparece, consigo, soluç*`,
  thanks: `obrigad*, muito obrigad*, obg, obgd, vlw, valeu, agradeço, grat*, desde já obrigad*`,
  warmThanks: `muitíssimo obrigad*, obrigad* de coração, mil obrigad*, muito obrigad* mesmo, obrigad* pela ajuda, obrigad* por tudo, muito obrigad* pela ajuda`,
  plain: `em anos, por gentileza, preciso, queria, bom dia, boa tarde, boa noite, não tem problema, sem problema, tudo bem, tudo bom, tudo certo, ok, okay, por favor, desculpa, desculpe, não só, não obrigad*, seria ótimo, seria bom, gostaria, bom final de semana, mais tarde, à tarde, da tarde, feliz natal, meu bem, o mais rápido possível`,
  loaded: `ainda, de novo, outra vez, novamente, sempre, até agora, até hoje, como sempre, toda vez, sério, semanas, meses, horas, finalmente`,
  notYet: `ainda não, ainda nao, ainda sem, até agora não, ainda ninguém`,
  negations: `ninguém, não, nao, n, nunca, jamais,  nenhum, nenhuma, sem, nem, nada, nada de, pouco`,
  intensifiers: `muito, muita, bem, super, tão, demais, bastante, extremamente, totalmente, realmente, absolutamente, mega, hiper`,
  diminishers: `um pouco, pouco, meio, quase, levemente, relativamente, mais ou menos`,
  contrasts: `mas, porém, contudo, no entanto, só que, entretanto, infelizmente`,
  questions: `se, posso, pode, podem, poderia, vocês têm, vocês tem, tem, quando, como, quanto, qual, onde, que horas, é possível, dá para, caso`,
}
