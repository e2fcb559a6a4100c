import type { Modalidade } from '../domain/fato.js';
import type { Achado } from '../extracao/achados.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { isEmentaDeNorma, isHipotese } from '../extracao/hipotese.js';
import { MODALIDADE, modalidadeDe } from '../extracao/modalidades.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';

const NUMERO = String.raw`\d{1,6}(?:[./-][\da-z-]{1,12}){0,2}[./-]\s?20\d{2}`;
/** A rite of a state company's own regulation (Lei 13.303/2016), which is none of the modalities of Lei 14.133, art. 28. */
const RITO_PROPRIO = /\bmodalidade\s*(?:d[ae]\s+licitacao)?\s*:\s*(?:licitacao|rito|procedimento|modo\s+de\s+disputa|regime)\b/;

const afirmada = (a: Achado): Modalidade | null => (isEmentaDeNorma(a) || isHipotese(a) || /\blicitacoes,?\s+(?:n?a\s*)?$/.test(a.antes(24)) ? null : modalidadeDe(a.nome['mod'] ?? ''));
/** Common nouns ("credenciamento do representante", "concurso público") are not read where nothing names the procedure. */
const semNomeComum = (a: Achado): Modalidade | null => (/^(?:credenciamento|concurso|dispensa|inexig)/.test(a.nome['mod'] ?? '') ? null : afirmada(a));

const NUMERADA = /\b(?:d[aeo]|licitacao|eletronic[ao]|presencial|public[ao]|com|sem|disputa|n|no|nro|numero|srp|edital|processo|administrativo|e)\b/g;
/** "dispensa de retenção de tributos … 1.234/2012": a number far behind the noun is of something else; a sigla may stand between. */
const isNomeComum = (a: Achado): boolean =>
  /^(?:credenciamento|concurso|dispensa|inexig)/.test(a.nome['mod'] ?? '') && ((a.nome['meio'] ?? '').replace(NUMERADA, ' ').match(/[a-z]{2,}/g) ?? []).length > 1;

const PADROES: readonly Padrao<Modalidade>[] = [
  // "na modalidade de CONCORRÊNCIA", "Modalidade da licitação: Pregão"
  { rx: new RegExp(String.raw`\bmodalidade\s*(?:d[ae]\s+licitacao|licitatoria)?\s*[:,-]?\s*(?:d[aeo]\s+)?(?:licitacao\s+)?["'(]?\s*${MODALIDADE}`), peso: 0.95, desconto: { edital: 0.25, tr: 0.15 }, valor: afirmada },
  // "CONCORRÊNCIA ELETRÔNICA Nº 06/2026"
  {
    rx: new RegExp(String.raw`${MODALIDADE}(?<meio>[^\d;]{0,60}?)${NUMERO}`), peso: 0.92, desconto: { edital: 0.3, tr: 0.25, minuta: 0.3, etp: 0.4, anexo: 0.25 },
    valor: (a) => (/\b(?:lei|decreto|resolucao|portaria|instrucao|in|contrato|ata|convenio|art|artigo|acordao|anexo|inciso)\b/.test(a.nome['meio'] ?? '') || isNomeComum(a) ? null : afirmada(a)),
  },
  // title of the cover without a number
  { rx: new RegExp(String.raw`(?:^|[\n\f])\s{0,8}(?:edital|aviso|ato\s+convocatorio)\s*(?:d[aeo]\s+|-\s*|:\s*)?(?:licitacao\s*[-:]?\s*)?${MODALIDADE}`), peso: 0.88, desconto: { edital: 0.4 }, valor: afirmada },
  { rx: /\baviso\s+d[ae]\s+contratacao\s+direta\b|\bcontratacao\s+direta,?\s+por\s+dispensa\b|\bdispensa\s+de\s+licitacao,?\s+(?:na\s+forma|com\s+(?:base|fundamento)|nos\s+termos|com\s+disputa)/, peso: 0.87, desconto: { edital: 0.3, tr: 0.3, minuta: 0.35, anexo: 0.4 }, valor: (a) => (isHipotese(a) || /\bou\s+(?:n?[oa]\s+)?$/.test(a.antes(8)) ? null : 'dispensa') },
  // "chamamento público para o credenciamento de…", "tem por objeto o credenciamento de…"
  { rx: /\b(?:chamamento|chamada)\s+public[oa][^.;]{0,120}?\b(?:para|de|visando|objetivando)\s+(?:o\s+|a\s+)?credencia(?:mento|r)\b|\bedital\s+d[eo]\s+credenciamento\b|\bobjeto\s+(?:d[aoe]s?\s+\w+\s+\w+\s+)?(?:e\s+)?o\s+credenciamento\s+de\b/, peso: 0.94, desconto: { edital: 0.2 }, valor: (a) => (isHipotese(a) ? null : 'credenciamento') },
  // "realizará DISPENSA ELETRÔNICA", "fará realizar Pregão"
  { rx: new RegExp(String.raw`\b(?:realiza(?:ra|cao\s+d[ea])|fara\s+realizar|promovera|instaura\w*|torna\s+public[oa]\s+a\s+realizacao\s+de|torna\s+public[oa])\s+(?:o\s+|a\s+)?(?:presente\s+|seguinte\s+)?(?:edital\s+de\s+|procedimento\s+de\s+)?${MODALIDADE}`), peso: 0.84, valor: afirmada },
  // "poderão participar deste Pregão"
  { rx: new RegExp(String.raw`\bparticipar\s+d(?:este|esta|o|a)\s+${MODALIDADE}`), peso: 0.68, valor: semNomeComum },
];

/** A credenciamento is contracted by inexigibilidade (art. 74 IV): where the notice names both, it is the first. */
function preferCredenciamento(lidos: readonly Candidato<Modalidade>[]): Candidato<Modalidade>[] {
  const credenciamento = lidos.some((c) => c.valor === 'credenciamento' && c.peso >= 0.8);
  return lidos.map((c) => (credenciamento && c.valor === 'inexigibilidade' ? { ...c, peso: Math.min(c.peso, 0.6) } : c));
}

/**
 * Modality (Lei 14.133/2021, art. 28; direct contracting, arts. 74 and 75; credenciamento, art. 79). Classified by the
 * value in the preamble and in the numbered title, since labels of the cover are often left from another notice.
 */
export const modalidade = defineCampo<'modalidade'>({
  campo: 'modalidade',
  read: ({ t }) => (RITO_PROPRIO.test(t.dobrado) ? [] : preferCredenciamento(readPadroes(t, PADROES))),
  ausencia: ({ t }) => {
    const m = RITO_PROPRIO.exec(t.dobrado);
    return m && { ausencia: 'nao_se_aplica', inicio: m.index, fim: m.index + m[0].length, nota: 'Rito próprio do regulamento da estatal (Lei 13.303/2016), fora das modalidades da Lei 14.133/2021.' };
  },
});
