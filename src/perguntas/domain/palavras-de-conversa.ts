import { stem } from '../../portugues/index.js';

/**
 * Words of a person asking, not of what is asked: verbs and turns that any question may have and that no clause answers.
 * That the document lacks them says nothing about whether it answers. Folded.
 */
const CONVERSA = `to ta tao estou estamos tava da dao dei deu dar deram der quero queria gostaria saber sei sabe sabem dizer diga fala falar falam explica explicar conta conseguir consigo consegue conseguimos
  pra pro pros pras gente eu voce voces vcs nos mim comigo agora depois antes logo hoje amanha ontem ja ainda mesmo so apenas somente mais menos muito pouco bem mal tudo nada algo alguem ninguem coisa coisas jeito forma maneira modo tipo
  precisar preciso precisa precisam posso poderia pode podemos podem devo deve devem temos tenho tinha tera terei vou vamos vai ir fico fica ficar ficam fora dentro cai cair caiu sair sai saem saiu sobe bota botar por ponho poe colocar
  mandar mando manda mandam mandei usar uso usam levar levo leva trazer trago traz vem vir chegar chega pegar pego botar deixar deixa ver vejo olhar querem quer pedem pedirem pediram pediu pedir exigem exigir exigido exigida exigencia cobram cobrar aceitam aceita
  acontece acontecer acontecendo faz fazem fazer faco feito feita feitas feitos serve servir vale valer rola existe existir existem haver caso se minha meu minhas meus nossa nosso exemplo total minimo minima maximo maxima pelo menos mes dia dias
  empresa licitante edital licitacao fornecedor participante licitacoes documento processo certame compra contratacao orgao prefeitura municipio administracao eles elas deles delas alguma algum qual quais quanto quantos quantas cada todo toda
  hora horas minuto minutos meses ano anos semana semanas percentual porcentagem quantidade nome numero
  obrigatorio obrigatoria obrigado obrigada necessario necessaria permitido permitida possivel aceito aceita serao sera`.split(/\s+/);

const RADICAIS = new Set(CONVERSA.map(stem));

/** True for a term of the question that says nothing about its subject. */
export const isDeConversa = (termo: string): boolean => RADICAIS.has(termo);
