import type { Periodo } from '../domain/fato.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { preferEdital, mergeSobrepostos } from '../extracao/autoridade-contrato.js';
import { samePeriodo } from '../extracao/periodos.js';
import { readPeriodosDaFolha } from '../extracao/linhas-da-folha.js';
import { readPeriodosRotulados, type PeriodoRotulado } from '../extracao/periodos-rotulados.js';

const CONTRATO = String.raw`(?:contrat(?:o|acao)|instrumento|ajuste|avenca|objeto\s+contratado|termo(?!\s+de\s+referencia)|credenciamento|concessao|permissao|cessao|parceria|convenio)`;
const ATA = String.raw`(?:atas?|registros?\s+de\s+precos|srp)`;
const DO = String.raw`(?:d[aeo]s?|deste|desta|no)\s+(?:presente\s+|referid[oa]\s+|futur[oa]\s+|respectiv[oa]\s+)?`;
const TERMO = String.raw`(?:vigencia|validade|duracao)`;
const TEM = String.raw`(?:(?:tera|terao|tem|com|possuira|sera\s+de)\s+(?:o\s+|a\s+|um\s+|sua\s+)?(?:prazo\s+(?:inicial\s+)?(?:de|para)\s+)?(?:${TERMO}|(?=\(?\d))|tera\s+(?:o\s+)?prazo|vigorarao?|vigerao?|vigorar|valera)`;
/** "vigência do contrato", "contrato terá vigência", "prazo da contratação". */
const rotulo = (objeto: string): RegExp =>
  new RegExp(String.raw`\b${TERMO}(?:\s+(?:inicial|estimada))?\s+${DO}(?:termo\s+de\s+|termo\s+do\s+)?${objeto}\b|\b${objeto}\b[^.;:]{0,110}?\b${TEM}|\bprazo\s+(?:inicial\s+)?(?:${DO}${objeto}\b|contratual\b)`);
/** "Vigência: …", "prazo de vigência será de …": whose term it is stays unsaid. */
const SEM_DONO = /\b(?:prazo\s+de\s+)?vigencia(?:\s+contratual)?(?=\s*(?::|-|sera\b|e\s+de\b|de\s+(?:ate\s+)?\(?\d|por\s+\d))|(?<=(?:^|[\n\f])[ \t]{0,8}(?:prazo[ \t]+de[ \t]+)?)vigencia(?:[ \t]+contratual)?(?=\s{1,3}\d{1,3}\s{0,2}(?:\([a-z\s]{2,30}\)\s{0,2})?(?:meses|anos?)\b)/;

const OUTRA_COISA = /garantia|apolice|segur[oa]|caucao|fianca|proposta|certid|licenca|software|assinatura do licenc|subscri|suporte|convencao|acordo colet|credenciament|cadastr|atestad/;
const OUTRO_PRAZO =
  /antecedencia|acrescid|prorrog|limite|superior|exced|ultrapass|inferior|maior|menor|minim|notific|regulariz|assinad|assinar|intersticio|reajust|multa|pagamento|prazo de (?:entrega|execucao)|entregue|atras|termino|durante|igual periodo|sob pena|obriga|podera|encerrad[oa]|suspen|rescis|extin|mantend|mantid/;

/** "O prazo para execução dos serviços deste contrato será de 12 meses": the contract is only named in passing. */
const PRAZO_DE_EXECUTAR = /\bprazos?\s+(?:maximo\s+|total\s+|global\s+|previsto\s+)?(?:para|de|da)\s+(?:a\s+)?(?:execucao|conclusao|entrega|realizacao)\b[^.;]*$/;

/** The contract of who runs the leilão, or an older one. */
const CONTRATO_ALHEIO = /contrat(?:o|acao) d[oe] (?:leiloeir|perit|seguradora|verificador)|contratos? (?:anterior|em vigor|atualmente vigente)/;

function judgeVigencia({ periodo, antes, meio, depois, rotulo: a }: PeriodoRotulado): number | null | 'fim' {
  const { n, unidade } = periodo.valor;
  if (OUTRO_PRAZO.test(meio) || OUTRA_COISA.test(meio) || meio.length > 140) return 'fim';
  if (/(?:durante|enquanto|encerrada?|termino|final|fim|antes|todo|periodo)\s+(?:d[aeo]s?\s+|[oa]\s+|tod[oa]s?\s+[oa]?\s*|prazo\s+de\s+)*$/.test(antes) || OUTRA_COISA.test(antes.slice(-70)) || /contratos\s+(?:com|de)\s+$/.test(antes)) return 'fim';
  if (PRAZO_DE_EXECUTAR.test(antes) || CONTRATO_ALHEIO.test(`${a.g[0]!} ${meio}`.replace(/\s+/g, ' '))) return 'fim';
  if (/^\s*(?:corridos\s+|uteis\s+)?(?:antes|de antecedencia|apos o (?:termino|venc|fim|encerr)|para )/.test(depois)) return 'fim';
  if (unidade === 'horas' || unidade === 'dias_uteis' || (unidade === 'dias' && n < 15) || n > 1900) return 'fim';
  if (/habilita|qualifica|penal|sancoes|infrac|garantia/.test(a.secao)) return 0.6;
  return 0.94;
}

/** Term of the contract; of the ata de registro de preços when the set gives no other (arts. 84 and 105 to 107 of Lei 14.133/2021). */
export const vigenciaContrato = defineCampo<'vigencia_contrato'>({
  campo: 'vigencia_contrato',
  same: samePeriodo,
  read: ({ t }) => {
    const contrato = readPeriodosRotulados(t, rotulo(CONTRATO), judgeVigencia);
    const ata = readPeriodosRotulados(t, rotulo(ATA), judgeVigencia);
    const semDono = readPeriodosRotulados(t, SEM_DONO, (p) => {
      const peso = judgeVigencia(p);
      return typeof peso === 'number' ? peso - (/vigencia|prazo/.test(p.rotulo.secao) ? 0.06 : 0.16) : peso;
    });
    const doContrato = contrato.filter((c) => !ata.some((k) => overlaps(c, k) && k.inicio < c.inicio));
    const daAta = ata.filter((c) => !doContrato.some((k) => overlaps(c, k)));
    const todos = [...doContrato, ...soDaAta(daAta, doContrato), ...semDono.filter((c) => !daAta.some((k) => overlaps(c, k))), ...readPeriodosDaFolha(t, /\bvigencia\s+d[oe]\s+(?:futuro\s+)?contrato/, 0.95)].map(toMeses);
    return preferEdital(t, mergeSobrepostos(todos, samePeriodo), samePeriodo);
  },
});

/** Two labels before one period: its subject is the one that comes first ("o contrato decorrente da ata terá vigência…"). */
const overlaps = (a: Candidato<Periodo>, b: Candidato<Periodo>): boolean => a.inicio < b.fim && b.inicio < a.fim && samePeriodo(a.valor, b.valor);

/** "365 dias" is a year. */
const toMeses = (c: Candidato<Periodo>): Candidato<Periodo> =>
  c.valor.unidade === 'dias' && c.valor.n % 365 === 0 ? { ...c, valor: { n: (c.valor.n / 365) * 12, unidade: 'meses' } } : c;

/** The contract's own term comes before the ata's. */
const soDaAta = (ata: readonly Candidato<Periodo>[], contrato: readonly Candidato<Periodo>[]): Candidato<Periodo>[] =>
  ata.map((c) => (contrato.some((k) => k.peso > 0.7 && !samePeriodo(k.valor, c.valor)) ? { ...c, peso: c.peso * 0.85, nota: 'Vigência da ata de registro de preços; a do contrato é outra.' } : c));
