import { isUpper } from '../domain/linhas-texto.js';
import type { Achado } from '../extracao/achados.js';
import { defineCampo } from '../extracao/candidato.js';
import { isEmentaDeNorma, isHipotese } from '../extracao/hipotese.js';
import { readSimNao } from '../extracao/marcacoes.js';
import { MODALIDADE } from '../extracao/modalidades.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';

const RP = String.raw`registros?\s+de\s+precos?`;
/** "ata de registro de preços" in sanctions and adhesion rules is text of every model. */
const SEM_EFEITO = /\b(?:ata\s+d[eo]|atas\s+de|participa\w+\s+d[eo]|adesao\s+a|cadastro\s+de|do\s+orgao\s+gerenciador\s+d[eo]|normas\s+d[eo])\s*(?:sistema\s+de\s+)?$/;
const NEGADO = /\b(?:nao|sem)\b[^.;]{0,50}$/;

const sim = (a: Achado): boolean | null => (isHipotese(a, 150) || isEmentaDeNorma(a) || NEGADO.test(a.antes(50)) || SEM_EFEITO.test(a.antes(40)) ? null : true);
const SO_INICIO = { edital: 0.35, tr: 0.2, anexo: 0.35, minuta: 0.4, modelo: 0.5, etp: 0.5 };

/** The label of a form with its answer: "SRP: [ ] SIM [X] NÃO", "Registro de preços? Não". */
const PERGUNTA = /(?<!\bata\s+de\s)\b(?:srp|(?:sistema\s+de\s+)?registro\s+de\s+precos?)\s*(?:\(\s*srp\s*\))?\s*[?:](?<resposta>(?:\s*(?:[[(]\s*x?\s*[\])]|[☐☑☒□■]|sim\b|nao\b|\/)){1,5})/;
const isResposta = (a: Achado, sim: boolean): boolean => readSimNao(a.nome['resposta'] ?? '')?.sim === sim;

const AFIRMA: readonly Padrao<boolean>[] = [
  // "PREGÃO ELETRÔNICO (SRP) Nº 19/2026", "CONCORRÊNCIA ELETRÔNICA PARA REGISTRO DE PREÇOS Nº 30/2026", "Pregão Eletrônico RP nº"
  { rx: new RegExp(String.raw`${MODALIDADE}(?:\s*[-,(]?\s*(?:eletronic[oa]|presencial|na\s+forma\s+eletronica|publica))?\s*[-–,(]?\s*(?:para\s+|pelo\s+|com\s+|por\s+|do\s+tipo\s+)?(?:o\s+)?(?:sistema\s+de\s+)?(?:${RP}|\bsrp\b|\brp\b)`), peso: 0.93, desconto: SO_INICIO, valor: sim },
  { rx: /\bn[º.o]*\s*\d{1,6}\s?\/\s?20\d{2}\s*[-–]?\s*\(?\s*(?:srp|sistema\s+de\s+registro\s+de\s+precos)\b/, peso: 0.92, desconto: SO_INICIO, valor: sim },
  // the object itself
  { rx: new RegExp(String.raw`\b(?:objeto|objetivo|objetivando|visando|destinad[ao]|finalidade|selecao\s+d[ae]\s+proposta\w*)\b[^.;]{0,90}?\b${RP}\s*,?\s*(?:para|d[ea]\s|visando|objetivando|com\s+vistas|destinad|pelo|por\s|no\s)`), peso: 0.9, desconto: { edital: 0.15, tr: 0.1, minuta: 0.25, etp: 0.4 }, valor: sim },
  { rx: new RegExp(String.raw`(?:^|[\n\f])\s{0,8}(?:(?:objeto\s*:?\s*|\d[\d.]{0,10}\s*-?\s*)?(?:formacao\s+de\s+)?${RP}\s+(?:para|visando|objetivando|de\s+(?!contratos))|objetivando\s+o\s+${RP})`), peso: 0.88, desconto: SO_INICIO, valor: sim },
  { rx: new RegExp(String.raw`\b(?:que\s+atendera|objetivando|visando)\s+o\s+${RP}\b`), peso: 0.85, desconto: SO_INICIO, valor: sim },
  // a line of its own on the cover
  { rx: new RegExp(String.raw`(?:^|[\n\f])\s{0,8}[-(]?\s*(?:pelo\s+|para\s+)?(?:sistema\s+de\s+)?${RP}(?:\s*[-–]?\s*\(?srp\)?)?\s*\)?\s*(?=\n|lenal|$)`), peso: 0.86, desconto: { ...SO_INICIO, abertura: 0.2 }, valor: sim },
  // "mediante sistema de registro de preços", "licitação, para registro de preços, na modalidade…"
  { rx: new RegExp(String.raw`\b(?:mediante|por\s+(?:meio|intermedio)\s+d[eo]|atraves\s+d[eo]|pelo|licitacao,?\s+para(?:\s+o)?|para\s+fins\s+de|utilizando(?:-se)?\s+o|sob\s+o)\s+(?:o\s+)?(?:sistema\s+de\s+)?${RP}`), peso: 0.86, desconto: { ...SO_INICIO, tr: 0.15 }, valor: sim },
  { rx: PERGUNTA, peso: 0.94, valor: (a) => (isResposta(a, true) ? true : null) },
  // the term of the ata
  { rx: new RegExp(String.raw`\b(?:a\s+ata\s+de\s+${RP}|o\s+registro\s+de\s+precos)\s+(?:tera|sera|vigorara)\b[^.;]{0,40}\b(?:vigencia|validade|prazo|ano|meses)\b`), peso: 0.72, desconto: { edital: 0, abertura: 0, tr: 0.04, anexo: 0.04, minuta: 0.04, modelo: 0.3, etp: 0.4 }, valor: (a) => (isHipotese(a) ? null : true) },
  // the annex that only such a tender has
  { rx: new RegExp(String.raw`\banexo\s+[ivxlc\d]{1,5}\b[^.;\n]{0,25}\b(?:minuta|modelo)\s+d[aeo]\s+(?:contrato,?\s+(?:e\s+)?)?(?:d[ae]\s+)?ata\s+de\s+${RP}`), peso: 0.8, desconto: { edital: 0.05, minuta: 0.05, anexo: 0.05, modelo: 0.05, tr: 0.1 }, valor: (a) => (isHipotese(a) ? null : true) },
  // its sections: "9. DA ATA DE REGISTRO DE PREÇOS", "MINUTA DA ATA DE REGISTRO DE PREÇOS"
  {
    rx: new RegExp(String.raw`(?:^|[\n\f])\s{0,8}(?:secao\s+\w{1,6}\s*-\s*|\d{1,2}\s*[.)-]{0,2}\s*)?(?:minuta\s+d[ae]\s+ata\s+de|d[ao]\s+(?:ata\s+de)?)\s*${RP}\s*(?=[\n\f]|$)`), peso: 0.8, desconto: { edital: 0, anexo: 0.05, minuta: 0.05, tr: 0.1, modelo: 0.1 },
    valor: (a) => (isUpper(a.original(0) ?? '') ? true : null),
  },
  { rx: /\bfuturas?\s+e\s+eventua(?:l|is)\s+(?:aquisi|contrata|fornec|presta)|\beventua(?:l|is)\s+e\s+futuras?\s+(?:aquisi|contrata|fornec|presta)/, peso: 0.66, desconto: SO_INICIO, valor: sim },
];
const NEGA: readonly Padrao<boolean>[] = [
  { rx: PERGUNTA, peso: 0.94, valor: (a) => (isResposta(a, false) ? false : null) },
  { rx: /\bnao\s+(?:sera|se|ha|havera|e)\s+(?:adotad[oa]|utilizad[oa]|aplica\w*|trata\s+de|caso\s+de|previs\w+)\s*,?\s*(?:o\s+|a\s+|d[oe]\s+)?(?:sistema\s+de\s+)?(?:registro\s+de\s+precos|srp)\b/, peso: 0.9, valor: (a) => (isHipotese(a) ? null : false) },
];
/** What is signed is a contract: said of every tender without a price register. */
const CONTRATO: readonly Padrao<boolean>[] = [
  { rx: /\b(?:sera\s+(?:firmado|celebrado|formalizad[oa]|assinado)|para\s+(?:assinar|assinatura\s+d[oe])|convocad[oa]\s+(?:para\s+)?(?:a\s+)?assinar|formaliza\w*\s+mediante\s+(?:a\s+)?assinatura\s+de)\s+(?:o\s+|de\s+|um\s+)?(?:(?:termo|instrumento)\s+(?:de\s+|particular\s+de\s+)?)?(?:contrat\w+|particular)/, peso: 0.8, desconto: { modelo: 0.5, etp: 0.4 }, valor: (a) => (isHipotese(a, 60) && !/\b(?:homologa|adjudica)/.test(a.antes(120)) ? null : false) },
];

/**
 * Price register (Lei 14.133/2021, arts. 82 to 86). True only where the notice says so in its title, preamble or
 * object; "ata de registro de preços" in rules of sanction is text of every model. False by statement, or because a
 * contract is signed and nothing speaks of a register.
 */
export const srp = defineCampo<'srp'>({
  campo: 'srp',
  read: ({ t }) => {
    const ditos = [...readPadroes(t, AFIRMA), ...readPadroes(t, NEGA)];
    return ditos.some((c) => c.peso >= 0.6) ? ditos : readPadroes(t, CONTRATO);
  },
});
