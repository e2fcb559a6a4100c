import type { Periodo } from '../domain/fato.js';
import { findAchados } from '../extracao/achados.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { weighRegiao, preferEdital, mergeSobrepostos } from '../extracao/autoridade-contrato.js';
import { fraseDe } from '../extracao/limites-de-frase.js';
import { PERIODO, notaConflito, readPeriodo, samePeriodo } from '../extracao/periodos.js';
import { readPeriodosDaFolha } from '../extracao/linhas-da-folha.js';
import { readPeriodosRotulados, type PeriodoRotulado } from '../extracao/periodos-rotulados.js';

const COISA = String.raw`(?:obras?|servicos?|objetos?|produtos?|itens|item|bens|materia(?:l|is)|medicamentos?|mercadorias?|licencas?|equipamentos?|generos|solucao|sistemas?|projetos?|entregas?|fornecimentos?|execucao|trabalhos?|exames?|consultas?)`;
/** "prazo de entrega", "prazo máximo para a conclusão das obras". */
const PRAZO = /\bprazos?\s+(?:maximo\s+|total\s+|estimado\s+|previsto\s+|global\s+|limite\s+)?(?:de|para|da|do)\s+(?:a\s+|o\s+)?(?:completa\s+|efetiva\s+)?(?:execucao|conclusao|entrega|fornecimento|realizacao|prestacao|desenvolvimento|implantacao|instalacao)\b|\be\s+o\s+(?:de|para)\s+(?:a\s+)?(?:execucao|conclusao)\s+d[aeo]s?\s+(?:obras?|servicos?)\b/;
/** Designs and studies: the object of some tenders, the first step of others. */
const ELABORACAO = /\bprazos?\s+(?:maximo\s+)?(?:de|para|da)\s+(?:a\s+)?elaboracao\s+d[aeo]s?\s+(?:projetos?|estudos?|planos?)\b/;
/** "os produtos deverão ser entregues", "as obras deverão durar". */
const DEVE_SER = new RegExp(
  String.raw`\b${COISA}\b[^.;]{0,140}?\b(?:deverao?|devem?|serao?|sera)\s+(?:ser\s+)?(?:integralmente\s+|efetivamente\s+|totalmente\s+)?(?:entregues?|fornecid[oa]s?|executad[oa]s?|concluid[oa]s?|realizad[oa]s?|efetuad[oa]s?|feit[oa]s?|disponibilizad[oa]s?|prestad[oa]s?|instalad[oa]s?|durar)\b`,
);
/** The same of things no list could name: only delivering is unmistakable. */
const SER_ENTREGUE = /\b(?:deverao?|devem?|serao?|sera)\s+(?:ser\s+)?(?:integralmente\s+|totalmente\s+)?(?:entregues?|fornecid[oa]s?)\b/;
/** "a entrega dos bens ocorrerá em …", "a execução da obra dar-se-á em …". */
const OCORRERA = new RegExp(String.raw`\b(?:entrega|fornecimento|execucao|conclusao)\s+d[aeo]s?\s+${COISA}\b[^.;]{0,60}?\b(?:ocorrera|dar-se-a|se\s+dara|far-se-a|sera\s+(?:feit[ao]|efetuad[ao]|realizad[ao])|devera\s+(?:ocorrer|ser\s+(?:feit[ao]|efetuad[ao]|realizad[ao])))\b`);
/** "A entrega ocorrerá de forma parcelada, no prazo de …". */
const ENTREGA_OCORRERA = /(?:^|[\n\f.]\s{0,6}(?:\d[\d.]{0,8}\s{1,4})?)[ao]\s+(?:entrega|fornecimento)\s+(?:ocorrera|dar-se-a|se\s+dara|far-se-a|sera\s+(?:feit|efetuad|realizad)[ao]|devera\s+(?:ocorrer|ser\s+(?:feit|efetuad|realizad)[ao]))\b/;
/** "entregar a obra em …", "o contratado executará o objeto em …". */
const ENTREGAR = new RegExp(String.raw`\b(?:efetuar|realizar|promover|proceder)\s+[ao]s?\s+(?:entregas?|fornecimentos?)\b|\b(?:entregar|fornecer)\s+(?:integralmente\s+)?(?:as?|os?|tod[oa]s?\s+[oa]s?)\b|\b(?:executara?|concluira?|entregara)\s+(?:integralmente\s+)?(?:as?|os?)\s+${COISA}\b`);
/** A stage of a concession: "Fase de Modernização, a ser concluída no prazo de …". */
const A_SER_CONCLUIDA = /\b(?:modernizacao|eficientizacao|implantacao|construcao|reforma|requalificacao|obras?)\b[^.;]{0,80}?\ba\s+ser(?:em)?\s+concluid[oa]s?\b/;
/** A row of a table of deadlines: "Entrega dos equipamentos, após a ordem | 15 dias". */
const LINHA_DE_TABELA = /\b(?:entrega|fornecimento)\s+d[aeo]s?\s+(?:produtos?|bens|licencas?|objeto|materiais|equipamentos?|itens|servicos?|mercadorias?)\b|\bentrega\s+(?:ponto\s+a\s+ponto|fracionada|programada|parcelada|unica|total|integral|imediata)\b|\bentregas?\s*(?::|(?=\s(?:em|no\s+prazo\s+de)\s+ate\s))/;
/** "prazo de 5 dias para efetuar a entrega dos produtos": the period comes first. */
const PARA_ENTREGAR = new RegExp(String.raw`\bprazo\s+(?:maximo\s+)?(?:de\s+)?(?:ate\s+)?${PERIODO}\s*(?:corridos\s*|consecutivos\s*)?,?\s*(?:para|a\s+fim\s+de)\s+(?:(?:efetuar|realizar|promover|proceder)\s+)?(?:a\s+|o\s+|as\s+)?(?:entreg|fornec|execu|conclu)\w+\s+(?:d?[aeo]s?\s+|de\s+)?(?:tod[oa]s\s+[oa]s\s+)?${COISA}\b`);

const MARCO = /contad|a contar|\bapos\b|a partir|\bd[oa]s?\s+(?:recebimento|emissao|assinatura|solicitacao|ordem|autorizacao|pedido|envio|requisicao)|ordem de (?:servico|fornec|compra)|empenho/;
/** What makes it another deadline: start, correction, papers, receipt, payment. */
const OUTRO_PRAZO =
  /inici|substitu|correc|corrig|sanar|sanad|repar|refaz|refeit|\btroca|irregular|rejeit|recus|defeit|vicio|reposi|desconform|\bretir|proposta|document|nota fiscal|fatura|certid|amostra|catalog|garantia|apolice|\bart\b|relatorio|recurso|impugna|envelope|habilita|declara|planilha|diario|medic(?:ao|oes)|laudo|provisori|definitiv|pagament|liquida|recolh|vistoria|visita|antecedencia|(?<!im)prorrog|reajust|treinament|fiscaliza|diligenc|notifica|atras|plano de|suspens|multa|chamado|comunic|devol|regulariz|anterior/;
const SECAO_ALHEIA = /sanc|penal|infrac|garantia|habilita|impugna|recurso|reajust|vistoria|visita|extinc|rescis/;

function judgePrazo(base: number) {
  return ({ periodo, antes, meio, depois, rotulo: a }: PeriodoRotulado): number | null | 'fim' => {
    if (OUTRO_PRAZO.test(meio) || SECAO_ALHEIA.test(a.secao)) return 'fim';
    if (OUTRO_PRAZO.test(antes.slice(-130).replace(/^.*(?:^|[;:]|contratad[ao]|fornecedora?)\s/, '')) && a.g[0]!.startsWith('dev')) return 'fim';
    if (/\bamostras?\b|prova de conceito/.test(antes.slice(-130))) return 'fim';
    if (/inici|atras|descumpr|multa|pagament|termino|anterior|compativel|garantia|durante|proposta|validade\W*$/.test(antes.slice(-70)) || OUTRO_PRAZO.test(a.g[0]!.replace(/prazo.*$/, ''))) return 'fim';
    if (/(?:decorrer|durante|longo|pelo periodo|por periodo|por um periodo|vigencia|validade|registro)\b.{0,40}$/.test(meio.replace(/^.*\b(?:meses|dias|anos?|horas)\b/, '').slice(-60))) return null;
    if (/(?:horario|expediente|\bas|\bdas)\b.{0,15}$/.test(meio)) return null;
    if (/^\s*(?:corridos\s+|uteis\s+|consecutivos\s+)*,?\s*(?:de antecedencia|antes\b|apos o (?:termino|venc)|para (?:substitu|corr|regulariz|sanar|assin|o inicio|iniciar|que a))/.test(depois) || /^.{0,40}(?:chamad|ocorrencia|notifica|reclamac)/.test(depois)) return null;
    if (periodo.valor.n > 3660) return null;
    // "… (48 meses)" in passing tells of a term, it does not set it.
    const deSoslaio = /\(\s*$/.test(meio) && !/:/.test(meio) ? 0.2 : 0;
    return (MARCO.test(depois.slice(0, 150)) || MARCO.test(meio) ? base : base - 0.12) - deSoslaio;
  };
}

/** Without a verb, only a near period counted from the order speaks of the delivery. */
/** "O objeto deverá ser executado em …": the work itself, not a delivery that another model left behind. */
const judgeDever = (p: PeriodoRotulado): number | null | 'fim' => judgePrazo(/execut|conclu/.test(p.rotulo.g[0]!) && /objeto|obra|servic/.test(p.rotulo.g[0]!) ? 0.9 : 0.88)(p);

const judgeLinha = (p: PeriodoRotulado): number | null | 'fim' =>
  p.meio.length > 110 || p.antes.length > 40 || !MARCO.test(p.meio + p.depois.slice(0, 60)) ? 'fim' : judgePrazo(0.68)(p);

/** Time to deliver the goods or to carry out the works or services, from the order. Not the term of the contract, nor the time to start. */
export const prazoExecucao = defineCampo<'prazo_execucao'>({
  campo: 'prazo_execucao',
  same: samePeriodo,
  read: ({ t }) => {
    const candidatos = [...readPeriodosRotulados(t, PRAZO, judgePrazo(0.93)), ...readPeriodosRotulados(t, DEVE_SER, judgeDever), ...readPeriodosRotulados(t, SER_ENTREGUE, judgePrazo(0.86)), ...readPeriodosRotulados(t, OCORRERA, judgePrazo(0.86)), ...readPeriodosRotulados(t, ENTREGAR, judgePrazo(0.88)), ...readPeriodosRotulados(t, ELABORACAO, judgePrazo(0.74)), ...readPeriodosRotulados(t, A_SER_CONCLUIDA, judgePrazo(0.82)), ...readParaEntregar(t), ...readPeriodosRotulados(t, LINHA_DE_TABELA, judgeLinha), ...readPeriodosRotulados(t, ENTREGA_OCORRERA, judgePrazo(0.84)), ...readPeriodosDaFolha(t, /\bprazo[^.;]{0,40}\b(?:entrega|execucao|fornecimento)\b/, 0.95)];
    const unicos = preferEdital(t, mergeSobrepostos(candidatos, samePeriodo), samePeriodo);
    return isRemetidoAoCronograma(t) ? unicos.map(demoteFracos) : unicos;
  },
});

const readParaEntregar = (t: TextoEdital): Candidato<Periodo>[] =>
  findAchados(t, PARA_ENTREGAR).flatMap((a) => {
    const lido = readPeriodo(a.nome);
    if (!lido || OUTRO_PRAZO.test(fraseDe(t, a.inicio, a.fim, 300)) || SECAO_ALHEIA.test(a.secao)) return [];
    const nota = notaConflito(lido);
    return [{ valor: lido.valor, inicio: a.inicio, fim: a.fim, peso: weighRegiao(a.regiao, 0.88), ...(nota ? { nota } : {}) }];
  });

/** Where the deadline is left to the schedule, a loose sentence about delivering is a leftover of another model. */
const demoteFracos = (c: Candidato<Periodo>): Candidato<Periodo> => (c.peso < 0.89 ? { ...c, peso: c.peso - 0.4 } : c);

const isRemetidoAoCronograma = (t: TextoEdital): boolean =>
  findAchados(t, PRAZO).some((a) => {
    const frase = fraseDe(t, a.inicio, a.fim, 400);
    return /cronograma/.test(frase) && !new RegExp(PERIODO).test(frase.replace(/inici.*$/, ''));
  });
