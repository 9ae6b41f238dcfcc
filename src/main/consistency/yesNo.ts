/** Whether an answer begins by saying yes or no. */
import { tokenize } from '../text/tokens.ts'
import { findWording, wording } from '../audits/checks/wording.ts'
import type { Statement } from './statement.ts'

const affirmations = wording({
  en: `^yes, ^yep, ^yeah, ^yup, ^sure, ^of course, ^certainly, ^absolutely, ^definitely, ^no problem, ^we do, ^you can, ^it is, ^it does, ^thats possible, ^that is possible, ^we can, ^indeed, ^exactly, ^correct, ^gladly, -you can not, -we can not, -we do not, -it is not, -it does not, -you can find, -you can reach, -you can see, -we do apologise, -we do apologize, -sure thing let me check, -of course not, -absolutely not, -certainly not, -definitely not, -we can check, -we can see, -you can track, -it is on, -it is currently, -correct me, -it is being, -it is in transit, -it is unfortunately, -you can only`,
  de: `^ja, ^jawohl, ^klar, ^na klar, ^natürlich, ^selbstverständlich, ^aber sicher, ^sicher, ^kein problem, ^gerne, ^gern, ^genau, ^das geht, ^das ist möglich, ^ist möglich, ^das können sie, ^das kannst du, ^sie können, ^du kannst, ^wir liefern, ^wir bieten, -natürlich nicht, -selbstverständlich nicht, -das geht nicht, -das geht leider nicht, -das ist nicht möglich, -das ist leider nicht möglich, -sie können nicht, -sie können leider, -du kannst nicht, -du kannst leider, -das können sie nicht, -das können sie leider, -wir liefern nicht, -wir liefern leider, -wir liefern nur, -wir bieten keine*, -wir bieten leider, -sicher nicht, -klar nicht, -gerne prüfe, -gern prüfe, -gerne schaue, -gern schaue`,
  fr: `^oui, ^bien sûr, ^tout à fait, ^absolument, ^certainement, ^évidemment, ^bien entendu, ^pas de problème, ^aucun problème, ^sans problème, ^c'est possible, ^vous pouvez, ^volontiers, ^effectivement, ^exactement, ^en effet, -absolument pas, -tout à fait impossible, -bien sûr que non, -vous pouvez suivre, -certainement pas`,
  es: `^sí, ^si claro, ^claro, ^claro que sí, ^por supuesto, ^desde luego, ^cómo no, ^efectivamente, ^así es, ^exacto, ^correcto, ^es posible, ^se puede, ^puede hacerlo, ^puedes hacerlo, ^sin problema, ^no hay problema, ^con gusto, ^con mucho gusto, -claro que no, -por supuesto que no, -desde luego que no, -si no, -si es, -si el, -si la, -si usted, -si necesita`,
  zh: `^可以, ^可以的, ^有的, ^是的, ^對的, ^會的, ^能的, ^沒問題, ^沒有問題, ^當然, ^行的, ~可, ~有, ~是, ~對, ~會, ~能, ~行, ^有喔, ^有哦, ^有唷, ^有現貨, ^有提供, ^我們有, ^都可以, ^也可以, ^您可以, ^你可以, ^有貨, ^會喔, ^是喔, ^我們可以, ^我們會, -不可以, -您可以參考, -您可以查, -你可以查, -可以請您, -可以請你, -可以先, -可以提供您的, -可不可以, -是不是, -有沒有, -沒有, -我們有收到, -我們會盡快, -我們會再, -當然不, -都不可以, -也不可以, -不會, -不能, -不行, -不是, -不對, -未能, -我們會儘快, -可能, -可以提供訂單, -可以告訴, -有什麼, -有任何, -是否, -可以嗎, -並沒有, -目前沒有, -我們會為您, -我們有看到, -所有, -還有, -只有, -擁有, -沒辦法`,
  pt: `^sim, ^claro, ^com certeza, ^pode sim, ^podem sim, ^temos sim, ^é possível, ^sem problema, -claro que não`,
  it: `^sì, ^si certo, ^certo, ^certamente, ^assolutamente sì, ^naturalmente, ^è possibile, ^nessun problema, -certo che no`,
  nl: `^ja, ^jazeker, ^zeker, ^natuurlijk, ^dat kan, ^dat is mogelijk, ^geen probleem, -dat kan niet, -dat kan helaas, -natuurlijk niet, -zeker niet`,
  ar: `نعم, أجل, بالتأكيد, طبعا, أكيد, بكل تأكيد`,
  hi: `^हाँ, ^हां, ^जी हाँ, ^जी हां, ^ज़रूर, ^बिल्कुल, ^haan, ^ji haan, ^bilkul, ^zaroor`,
})

const refusals = wording({
  en: `~no, ^no sorry, ^no unfortunately, ^no we, ^no you, ^no it, ^no this, ^no that, ^no there, ^nope, ^unfortunately, ^sadly, ^im afraid, ^i am afraid, ^afraid not, ^sorry no, ^sorry we, ^sorry but, ^we do not, ^we dont, ^we cannot, ^we cant, ^we can not, ^we only, ^you cannot, ^you cant, ^you can not, ^thats not possible, ^that is not possible, ^that isnt possible, ^its not possible, ^it is not possible, ^not possible, ^of course not, ^absolutely not, ^certainly not, ^it is not, ^its not, ^it does not, ^it doesnt, ^not at the moment, ^not yet, ^there is no, ^theres no, -we dont know, -no problem, -no worries, -unfortunately yes, -sorry we, -sorry but could, -no need, -sorry we are late, -no need to, -we cannot see, -we cant see, -we dont see`,
  de: `~nein, ^nein, ~nee, ^leider, ^tut mir leid wir, ^tut mir leid das, ^tut mir leid aber, ^das geht leider nicht, ^das geht nicht, ^das ist leider nicht, ^das ist nicht möglich, ^wir bieten keine*, ^wir bieten leider kein*, ^wir haben kein*, ^wir haben leider kein*, ^wir liefern nicht, ^wir liefern leider nicht, ^wir liefern nur, ^wir können leider, ^wir können nicht, ^sie können leider, ^sie können nicht, ^du kannst leider, ^du kannst nicht, ^nicht möglich, ^derzeit nicht, ^momentan nicht, ^aktuell nicht, ^noch nicht, ^natürlich nicht, ^es gibt kein*, ^es gibt leider kein*, -nein kein problem, -leider ja, -leider doch, -leider verspätet`,
  fr: `^non, ^malheureusement, ^désolé nous, ^désolée nous, ^désolé mais, ^désolée mais, ^désolé ce, ^désolée ce, ^ce n'est pas possible, ^ce n'est malheureusement, ^cela n'est pas, ^nous ne, ^vous ne pouvez, ^impossible, ^hélas, ^pas pour le moment, ^pas encore, ^il n'est pas possible, ^il n'y a pas, ^bien sûr que non, ^absolument pas, ^c'est impossible, -nous ne manquerons pas, -nous ne savons`,
  es: `~no, ^no lo, ^no es, ^no se, ^no tenemos, ^no hacemos, ^no aceptamos, ^no ofrecemos, ^no enviamos, ^no podemos, ^no puede*, ^no hay, ^no está, ^no realizamos, ^no contamos, ^no por, ^no lamentablemente, ^lamentablemente, ^desafortunadamente, ^por desgracia, ^desgraciadamente, ^lo siento no, ^lo sentimos no, ^claro que no, ^por el momento no, ^de momento no, ^todavía no, ^aún no, ^imposible, ^actualmente no, ^por ahora no, -no hay problema, -no hay ningún problema, -no se preocupe, -no te preocupes, -no hay de qué, -no es problema, -no se preocupen`,
  zh: `不行, 不可以, ^沒有, ^目前沒有, ^我們沒有, 不能, 無法, 不提供, 不支援, 未提供, 恕不, 沒辦法, 不接受, 不適用, 暫無, 暫不, 沒有提供, 並沒有, ^不會, ^不是, ^不對, ~不, ^目前不, ^尚未, ^還沒, ^不好意思沒, ^抱歉沒有, ^抱歉不, 沒有現貨, 沒有貨, 缺貨, 已售完, 已停產, ^很抱歉, -沒有問題, -能不能, -可不可以, -有沒有, -不能再, -無法登入, -不會有問題, -不是問題, -很抱歉讓您, -很抱歉造成, -很抱歉久, -很抱歉晚, -很抱歉回覆, -可以不可以, -會不會, -是不是`,
  pt: `~não, ^não temos, ^não fazemos, ^não é possível, ^não aceitamos, ^infelizmente, ^não entregamos, ^não podemos, ^ainda não, -não se preocupe`,
  it: `~no, ^no purtroppo, ^purtroppo, ^non è possibile, ^non facciamo, ^non accettiamo, ^non abbiamo, ^non possiamo, ^mi dispiace ma, ^non ancora, -non si preoccupi`,
  nl: `~nee, ^nee, ^helaas, ^dat kan niet, ^dat kan helaas, ^dat is niet mogelijk, ^dat is helaas, ^wij hebben geen, ^we hebben geen, ^nog niet, -nee hoor geen probleem`,
  ar: `^لا, للأسف, لا يمكن, غير متاح, غير ممكن, لا نقدم, لا نقبل, لا يوجد`,
  hi: `^नहीं, ^जी नहीं, ^माफ़ कीजिए, खेद है, संभव नहीं, उपलब्ध नहीं, ^nahi, ^nahin, ^ji nahi`,
})
const nobody: ReadonlySet<string> = new Set()
/** Tokens into the answer: what comes later answers something else. */
const beginning = 14

/** `yes` or `no`, by which comes first in the beginning of an answer; null: neither. */
export function yesNoIn(text: string, language: string | null): Statement | null {
  const tokens = tokenize(text.slice(0, 400))
  const languages = language !== null && affirmations.has(language) ? [language] : [...affirmations.keys()]
  const yes = firstOf(findWording(affirmations, languages, tokens, nobody))
  const no = firstOf(findWording(refusals, languages, tokens, nobody))
  if (Math.min(yes, no) > beginning) return null
  return { kind: 'yes_no', value: yes < no ? 'yes' : 'no', range: null }
}

function firstOf(matches: readonly { readonly from: number }[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...matches.map(({ from }) => from))
}
