import { fold } from '../../../kernel/index.js';
import type { Conhecidos, ConhecidoLido } from './conhecidos.js';
import { common, share, termosDe } from './termos.js';
import { recusa, type DecisaoConhecida, type Recusa } from './tipos.js';

const EMPRESA = String.raw`(?:a\s+|nossa\s+|sua\s+)?(?:empresa|companhia|fornecedora|organizacao|licitante|proponente)(?:\s+(?:analisada|interessada|avaliada|em\s+questao|consultada))?`;
const ADV = String.raw`(?:(?:ja|tambem|ainda|hoje|plenamente|integralmente|totalmente|perfeitamente|claramente|atualmente|certamente|efetivamente|seguramente|portanto|assim|pois|automaticamente|tecnicamente|imediatamente|nao)\s+){0,3}`;

/** What the claim says of the outcome: of the company as it is, never of bidders in general. */
type Dito = 'pode' | 'nao_pode' | 'go' | 'no_go';
const NAO_ANTES = /\b(?:nao|nem|nunca|jamais|sem)\s+(?:\w+\s+){0,2}$/;

const PODE: readonly RegExp[] = [
  new RegExp(String.raw`\b${EMPRESA}\s+${ADV}(?:esta|encontra-se|e|fica|resta|foi|sera|ficara|estara|pode\s+ser\s+considerada|deve\s+ser\s+considerada|considera-se|mostra-se)\s+${ADV}(?:a\s+)?(?:declarada\s+|considerada\s+|julgada\s+)?(?:apta|habilitada|classificada|qualificada|vencedora|credenciada|aprovada|em\s+condic\w+\s+de\s+(?:participar|disputar|concorrer))`, 'g'),
  new RegExp(String.raw`\b${EMPRESA}\s+${ADV}pode\s+${ADV}(?:participar|concorrer|disputar|licitar|apresentar\s+proposta)`, 'g'),
  new RegExp(String.raw`\b(?:ela|esta|a\s+mesma)\s+${ADV}(?:esta|e|fica|encontra-se|sera)\s+${ADV}(?:apta|habilitada|classificada|qualificada|aprovada|em\s+condic\w+\s+de)`, 'g'),
  /\bnada\s+(?:\w+\s+)?impede\b|\bnenhum\w*\s+(?:\w+\s+)?(?:impedimento|obice|restricao)\b/g,
  /\b(?:nao\s+ha|inexiste\w*|sem)\s+(?:qualquer\s+|nenhum\s+|quaisquer\s+)?(?:(?:impedimentos?|obices?|impeditivos?)|(?:restric(?:ao|oes)|pendencias?)\s+(?:para|a|que\s+imped\w+)\s+(?:a\s+)?(?:participa\w+|empresa|habilita\w+))\b/g,
  /\bhabilitacao\s+(?:da\s+empresa\s+)?(?:esta\s+)?(?:garantida|assegurada|certa|completa|integralmente\s+atendida|plenamente\s+atendida)/g,
];
const NAO_PODE: readonly RegExp[] = [
  new RegExp(String.raw`\b${EMPRESA}\s+${ADV}(?:esta|encontra-se|e|fica|resta|foi|sera|ficara|estara|deve\s+ser)\s+${ADV}(?:inapta|inabilitada|desclassificada|impedida|excluida|eliminada|reprovada|proibida|fora\s+d[oa]\s+(?:certame|disputa|licitacao)|sem\s+condic\w+\s+de)`, 'g'),
  new RegExp(String.raw`\b${EMPRESA}\s+(?:ja\s+)?nao\s+(?:esta|e|se\s+encontra)\s+(?:apta|habilitada|em\s+condic\w+)`, 'g'),
  /\b(?:empresa|companhia)\s+(?:ja\s+)?nao\s+(?:pode(?:ra)?|consegue|tem\s+condic\w+)\s+(?:de\s+|para\s+)?(?:participar|concorrer|disputar|licitar|apresentar\s+proposta|ser\s+habilitada)/g,
];
const GO: readonly RegExp[] = [
  /\b(?:recomenda-se|recomendamos|recomendo|sugere-se|aconselha-se|e\s+recomendavel|convem|vale\s+a\s+pena|decisao\s+e|melhor\s+e|deve-se)\s+(?:\w+\s+){0,4}?(?:participar|participacao|disputar|concorrer|ingressar|entrar\s+n[oa])\b/g,
  new RegExp(String.raw`\b${EMPRESA}\s+deve\s+(?:participar|disputar|concorrer|entrar)\b`, 'g'),
  /\b(?:desfecho|decisao|parecer|recomendacao|veredito|conclusao)\s+(?:e\s+|final\s+|deve\s+ser\s+|favoravel\s+|positiv[oa]\s+|de\s+|:\s*){1,3}(?:go\b|participar|favoravel|a\s+participacao|positiv)/g,
  /\bparticipacao\s+(?:e|esta)\s+(?:recomendada|aprovada|indicada|garantida|liberada)/g,
];
const NO_GO: readonly RegExp[] = [
  /\b(?:recomenda-se|recomendamos|sugere-se|aconselha-se|convem|melhor|prudente|deve-se)\s+(?:\w+\s+)?(?:desistir|abandonar|declinar|ficar\s+de\s+fora)\b/g,
  /\b(?:recomenda-se|recomendamos|recomendo|sugere-se|aconselha-se|e\s+recomendavel|convem|melhor\s+e|deve-se)\s+(?:a\s+)?nao\s+(?:participar|disputar|concorrer|apresentar\s+proposta|entrar)/g,
  /\bnao\s+(?:se\s+)?(?:recomend\w+|vale\s+a\s+pena|e\s+recomendavel|convem)\s+(?:\w+\s+){0,3}?(?:participar|participacao|disputar|concorrer)?/g,
  new RegExp(String.raw`\b${EMPRESA}\s+(?:nao\s+deve|deve\s+(?:desistir|abster-se|se\s+abster|evitar))\s*(?:participar|disputar|concorrer|d[eoa]\b)?`, 'g'),
  /\b(?:desfecho|decisao|parecer|recomendacao|veredito|conclusao)\s+(?:e\s+|final\s+|deve\s+ser\s+|:\s*|de\s+|pela\s+|por\s+){1,3}(?:no[_\s-]?go\b|nao\s+particip|desfavoravel|desist|negativ)/g,
  new RegExp(String.raw`\b(?:recomend\w+|suger\w+|aconselh\w+|convem|melhor|prudente|indicad[oa])\s+(?:e\s+)?que\s+(?:${EMPRESA}\s+)?(?:desista|abandone|decline|se\s+abstenha|abra\s+mao|fique\s+(?:de\s+)?fora|nao\s+(?:entre|participe|dispute|concorra|apresente\s+proposta))\b`, 'g'),
  /(?:^|[.;:,]\s*|\be\s+)(?:desista|nao\s+(?:entre|participe|dispute|concorra|perca\s+tempo)|fique\s+(?:de\s+)?fora|passe\s+adiante|abra\s+mao)\s+(?:\w+\s+){0,2}?(?:certame|licitacao|disputa|pregao|concorrencia)\b/g,
  /\b(?:desista|desistir|abandon\w+|abster-se)\s+(?:d[aeo]\s+)?(?:participa\w+|certame|licitacao|disputa)/g,
];
const ditos: readonly (readonly [Dito, readonly RegExp[]])[] = [['nao_pode', NAO_PODE], ['no_go', NO_GO], ['pode', PODE], ['go', GO]];

const NOTA = /\bscore\b|\b(?:pontuacao|nota|aderencia)\s+(?:(?:final|geral|total|maxima)\s+)?(?:da|desta|para\s+a)\s+(?:analise|empresa|licitacao|oportunidade|companhia)\b|\bnota\s+(?:maxima|final|geral|(?:\w+\s+){0,3}?(?:e|de|deve\s+ser|igual\s+a))\s*(?:e\s+|de\s+|deve\s+ser\s+|igual\s+a\s+)?(?:\d+|dez|cem|zero)\b|\bnota\s+(?:100|10|dez|cem)\b|\baderencia\s+(?:de|e)\s+\d/;
const CHANCE = /\b(?:probabilidade|chances?|possibilidade)\s+(?:\w+\s+){0,3}?(?:de\s+|da\s+empresa\s+)?(?:vitoria|vencer|ganhar|exito|sucesso|ser\s+(?:vencedora|contratada))|\b(?:vitoria|exito|contratacao)\s+(?:e\s+|esta\s+)?(?:cert[oa]|garantid[oa]|assegurad[oa]|provavel)|\b(?:certamente|com\s+certeza|sem\s+duvida|fatalmente)\s+(?:\w+\s+){0,2}(?:vencera|ganhara|sera\s+(?:vencedora|contratada|habilitada|inabilitada))|\bcondic\w+\s+de\s+(?:vencer|ganhar|sair\s+vencedor\w*)\b|\bvai\s+(?:vencer|ganhar)\b|\bvencera\s+(?:a|o)\s+(?:disputa|certame|licitacao)|\b(?:licitacao|disputa|certame|pregao|concorrencia|contrato|lote|item|vitoria|jogo)\s+(?:ja\s+)?(?:esta|e|fica|sera)\s+(?:\w+\s+)?(?:ganh[ao]|vencid[ao]|garantid[ao]|decidid[ao]|no\s+papo|na\s+mao|certa)\b|\bfavas\s+contadas\b|\bnao\s+(?:ha|tem)\s+como\s+(?:perder|ganhar|vencer)\b|\b(?:empresa|companhia|ela)\s+(?:\w+\s+)?(?:leva(?:ra)?|ganha(?:ra)?|vence(?:ra)?)\s+(?:esta|este|a|o)\s+(?:licitacao|disputa|certame|pregao|concorrencia|contrato|lote)\b|\bja\s+(?:ganhou|venceu)\b/;
const PORTAO = /\b(?:impedimento\s+(?:eliminatorio|confirmado)|criterio\s+eliminatorio\s+(?:reprovad|nao\s+atendid|descumprid)|portao\s+(?:\w+\s+)?(?:reprovad|aprovad|abert|fechad)|requisito\s+eliminatorio)/;
const POSSUI = new RegExp(String.raw`\b(?:(?:a\s+|nossa\s+|sua\s+)?(?:empresa|companhia|organizacao)(?:\s+(?:analisada|interessada|avaliada))?|nossa\s+equipe)\s+(?<adv>${ADV})(?<verbo>atende|cumpre|preenche|satisfaz|possui|tem|dispoe|detem|apresenta|comprova|comprovou|atendeu|apresentou|entregou|cumpriu|juntou|demonstrou|obteve|descumpre|carece|deixa\s+de\s+atender|esta\s+(?:regular|irregular|em\s+dia|inscrita|cadastrada|registrada|enquadrada|suspensa|sancionada)|e\s+(?:uma\s+)?(?:me\b|epp\b|microempresa|empresa\s+de\s+pequeno\s+porte|optante|sediada))\b`, 'g');
/** "a licitante atende a todos os requisitos". */
const ATENDE_TUDO = /\b(?:licitante|proponente|fornecedora)\s+(?:nao\s+)?(?:atende|cumpre|preenche|satisfaz)\s+(?:\w+\s+){0,2}?(?:tod[oa]s|integralmente|plenamente)\b/;
const TODOS = /\btod[oa]s\s+(?:os|as)\s+(?:requisitos|exigencias|condic\w+|documentos|criterios)\b|\bintegralmente\s+(?:os|as|aos|as)\s+(?:requisitos|exigencias)/;

/** Claims on the outcome, the company's standing, scores and chances: they are the rules' to make, and may only be repeated. */
export function checkDecisao(texto: string, decisao: DecisaoConhecida | null, conhecidos: Conhecidos): Recusa | null {
  const dobrado = fold(texto).replace(/\s+/g, ' ');
  const bad = (explicacao: string): Recusa => recusa('contradiz_decisao', explicacao);
  if (CHANCE.test(dobrado)) return bad('A afirmação prevê o resultado da disputa: ninguém o apurou.');
  if (NOTA.test(dobrado) && !isNotaConhecida(dobrado, decisao)) return bad('A afirmação dá nota ou pontuação: só as regras pontuam.');
  if (PORTAO.test(dobrado)) return bad('A afirmação aprova ou reprova um critério eliminatório: isso é das regras.');
  for (const dito of ditosEm(dobrado)) {
    const r = contradiz(dito, decisao);
    if (r !== null) return bad(r);
    if (isMotivoAlheio(dobrado, conhecidos)) return bad('A afirmação dá à decisão um motivo que não é o das regras.');
  }
  if (ATENDE_TUDO.test(dobrado) && decisao?.pode !== 'sim') return bad('A afirmação diz que tudo está atendido, e não foi o que as regras apuraram.');
  return checkEmpresa(dobrado, decisao, conhecidos) ? bad('A afirmação diz da empresa o que as regras não apuraram ou apuraram de outro modo: diga só o que o edital exige.') : null;
}

const CAUSA = /\b(?:dado\s+que|como|porque|pois|ja\s+que|visto\s+que|uma\s+vez\s+que|por\s+(?:isso|ser|ter|haver)|portanto|diante\s+d[eao]|em\s+razao\s+d[eao]|considerando)\b|(?:^|[.;]\s)com\s/;
const DIZ = /\b(?:empresa|participar|participacao|disputar|concorrer|habilitad|apta|recomend)/;
/** "dado que X, a empresa não deve participar": X is nothing that the rules gave as a motive. */
function isMotivoAlheio(dobrado: string, conhecidos: Conhecidos): boolean {
  if (!CAUSA.test(dobrado)) return false;
  const motivo = termosDe(dobrado.split(/[,;.:]|\b(?=pois\b|porque\b|ja\s+que\b|uma\s+vez\s+que\b)/).filter((p) => !DIZ.test(p)).join(' '));
  const dados = new Set(conhecidos.todos.filter((k) => k.de.paraQue === 'decisao' && senseOf(k) !== 'sim').flatMap((k) => [...k.todosOsTermos]));
  return motivo.size > 0 && share(motivo, dados) < 0.6;
}

function ditosEm(dobrado: string): Dito[] {
  let resto = dobrado;
  const achados: Dito[] = [];
  for (const [dito, padroes] of ditos) {
    for (const padrao of padroes) {
      resto = resto.replace(padrao, (m, ...args) => {
        const inicio = args.find((a): a is number => typeof a === 'number') ?? 0;
        if (CONDICIONAL.test(resto.slice(Math.max(0, inicio - 60), inicio)) || GENERICO.test(resto.slice(inicio + m.length, inicio + m.length + 90))) return m;
        if (/\bsera\b/.test(m) && /(?:^|[.;]\s)(?:verificad|constatad|atendid|cumprid|encerrad|comprovad)\w+\s[^.;]*$/.test(resto.slice(0, inicio))) return m;
        if (dito === 'pode' && /(?:licitante|proponente)\s+(?:\w+\s+)?pode/.test(m)) return m;
        const nega = (dito === 'pode' || dito === 'go') && (NAO_ANTES.test(resto.slice(Math.max(0, inicio - 30), inicio)) || /\bnao\b/.test(m) && /^(?:a |nossa |sua )?(?:empresa|licitante|proponente)/.test(m));
        achados.push(nega ? (dito === 'pode' ? 'nao_pode' : 'no_go') : dito);
        return ' '.repeat(m.length);
      });
    }
  }
  return achados;
}
/** "se a empresa for inabilitada", "sob pena de": what may happen to any bidder. */
const CONDICIONAL = /\b(?:se|caso|quando|(?:na\s+|em\s+)?hipotese\s+de|em\s+caso\s+de|para\s+que|sob\s+pena\s+de|desde\s+que|hipotese\s+em\s+que|casos?\s+em\s+que|depois\s+que|enquanto|a\s+fim\s+de\s+que|risco\s+de\s+que?)\s+(?:\w+\s+){0,3}$/;

/** "fica impedida de licitar por até três anos se…": a rule for all. */
const GENERICO = /^[^.;]{0,60}\b(?:se|caso|quando|em\s+caso\s+de|na\s+hipotese|que\s+(?:nao|deixar|apresentar|tiver|estiver)|por\s+ate|pelo\s+prazo|que\s+nao)\b/;

function contradiz(dito: Dito, d: DecisaoConhecida | null): string | null {
  if (d === null) return 'A afirmação decide pela empresa, e nenhuma decisão foi tomada: diga só o que o edital diz.';
  const aberta = d.estado === 'ABERTA' || d.estado === 'DESCONHECIDO';
  if (dito === 'pode' && (d.pode !== 'sim' && d.pode !== 'sim_com_condicoes' || !aberta)) return 'A afirmação diz que a empresa pode participar, e não foi o que as regras decidiram.';
  if (dito === 'pode' && d.pode === 'sim_com_condicoes') return 'A afirmação diz que a empresa está apta, e as regras a condicionam.';
  if (dito === 'nao_pode' && d.pode !== 'nao') return 'A afirmação diz que a empresa não pode participar, e não foi o que as regras decidiram.';
  if (dito === 'go' && (d.desfecho !== 'GO' && d.desfecho !== 'GO_CONDICIONADO' || !aberta)) return 'A afirmação recomenda participar, e não foi o que as regras decidiram.';
  if (dito === 'no_go' && d.desfecho !== 'NO_GO' && d.desfecho !== 'NAO_RECOMENDADO') return 'A afirmação recomenda não participar, e não foi o que as regras decidiram.';
  return null;
}

const isNotaConhecida = (dobrado: string, d: DecisaoConhecida | null): boolean => d?.score != null && new RegExp(`(?<![\\d,.])${d.score}(?![\\d]|[,.]\\d)`).test(dobrado) && !/nota\s+maxima/.test(dobrado);

/** "a empresa possui…", "a empresa atende…": only what a known thing of the company says, in the same sense. */
function checkEmpresa(dobrado: string, decisao: DecisaoConhecida | null, conhecidos: Conhecidos): boolean {
  for (const m of dobrado.matchAll(POSSUI)) {
    if (CONDICIONAL.test(dobrado.slice(Math.max(0, m.index - 60), m.index)) || DECLARADO.test(dobrado.slice(Math.max(0, m.index - 40), m.index)) || REGRA_GERAL.test(dobrado.slice(m.index))) continue;
    const antes = dobrado.slice(Math.max(0, m.index - 40), m.index);
    const depois = dobrado.slice(m.index + m[0].length).split(/[.;]/)[0]!;
    const nega = /\bnao\s/.test(m.groups!['adv']!) || /^(?:descumpre|carece|deixa)/.test(m.groups!['verbo']!) || /irregular|suspensa|sancionada/.test(m.groups!['verbo']!) || /\bnem\s+$/.test(antes);
    if (TODOS.test(depois)) {
      if (nega ? decisao?.pode !== 'nao' : decisao?.pode !== 'sim') return true;
      continue;
    }
    const assunto = termosDe(depois);
    if (/^(?:atende|cumpre|cumpriu|preenche|satisfaz|atendeu)/.test(m.groups!['verbo']!) && !nega) {
      const exigencias = conhecidos.todos.filter((k) => k.de.paraQue === 'exigencia' && k.termos.size > 0 && assunto.size > 0 && share(k.termos, assunto) >= 0.5 && share(assunto, k.termos) >= 0.6);
      if (!exigencias.length || exigencias.some((k) => senseOf(k) !== 'sim')) return true;
      continue;
    }
    const sabidos = conhecidos.todos.filter((k) => DA_EMPRESA.has(k.de.paraQue) && (k.termos.size > 0 && share(k.termos, assunto) >= 0.5 || (assunto.size > 0 && common(k.todosOsTermos, assunto) / assunto.size >= 0.6)));
    if (!sabidos.some((k) => senseOf(k) === (nega ? 'nao' : 'sim'))) return true;
  }
  return false;
}
/** "a empresa tem 3 dias para…", "apresenta a proposta pelo sistema": what any bidder does. */
/** "declarando que a empresa tem…": what a paper must say. */
const DECLARADO = /\b(?:declar|comprov|demonstr|atest|certific|verific|constat|afirm|inform|assegur)\w*\s+(?:de\s+)?que\s+(?:a\s+)?$/;
const REGRA_GERAL = /^.{0,60}?\b(?:tem|dispoe|apresenta)\s+(?:ate|o?\s*prazo|d[eo]\s+prazo|de\s+(?:ate\s+)?\d|de\s+\w+\s+dias|apenas|somente|so|\d|que|de\s+apresentar|direito|o\s+dever|a\s+obrigac|propostas?|a\s+proposta|recurso)/;
const DA_EMPRESA: ReadonlySet<string> = new Set(['empresa', 'exigencia', 'decisao', 'verificacao']);

const senseOf = (k: ConhecidoLido): 'sim' | 'nao' | 'indefinido' => {
  const v = fold(k.de.valor).replaceAll('_', ' ');
  if (/^(?:nao|reprovad|falta|irregular|vencid|ausente|sem\b|a providenciar|inexistente)/.test(v)) return 'nao';
  if (/^(?:a esclarecer|indefinid|pendente|nao aferivel|desconhecid)/.test(v)) return 'indefinido';
  return k.de.paraQue === 'empresa' || /^(?:atende|sim|passou|ok|regular|valid|aprovad|cumpre)/.test(v) ? 'sim' : 'indefinido';
};
