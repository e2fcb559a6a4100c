/** Words that say nothing about the subject: articles, prepositions, pronouns, auxiliaries, Roman numerals of lists. Folded. */
const VAZIAS: ReadonlySet<string> = new Set(
  `a o as os um uma uns umas ao aos da das do dos de del e em na nas no nos num numa pelo pela pelos pelas por para pra com sem sob sobre entre ate apos
  desde contra perante durante mediante conforme segundo ou nem mas que se como quando onde qual quais quem cujo cuja cujos cujas quanto quanta quantos quantas
  este esta estes estas esse essa esses essas isto isso aquele aquela aqueles aquelas aquilo deste desta destes destas desse dessa desses dessas daquele
  daquela neste nesta nestes nestas nesse nessa nesses nessas ele ela eles elas lhe lhes me mim seu sua seus suas meu minha meus minhas nosso nossa dele dela
  deles delas mesmo mesma mesmos mesmas outro outra outros outras algum alguma alguns algumas nenhum nenhuma todo toda todos todas cada qualquer quaisquer tal
  tais ser sera serao seja sejam sido sendo foi foram for forem eram era seria seriam e sao esta estao estar esteja estejam estiver estiverem tem teem ter tera
  terao tenha tenham tiver tiverem tinha haver ha havera haja houver pode podem podera poderao possa possam puder puderem deve devem devera deverao devendo
  vai vao ir ja nao sim tambem ainda apenas so somente muito muita muitos mais menos bem assim entao aqui ali la caso quer porque pois demais
  d n s i ii iii iv v vi vii viii ix x caput`.split(/\s+/),
);

/** True for a folded word that says nothing about the subject. */
export const isVazia = (palavra: string): boolean => VAZIAS.has(palavra);
