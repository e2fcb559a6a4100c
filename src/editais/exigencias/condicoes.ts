import type { MomentoDaExigencia, QuemApresenta } from '../domain/exigencia.js';
import type { Clausula } from './clausula.js';
import { rx } from './expressao.js';
import type { TipoExigencia } from './tipo-exigencia.js';

const QUEM: readonly (readonly [RegExp, QuemApresenta])[] = [
  [rx(String.raw`\bcooperativas?\b`), 'cooperativa'],
  [rx(String.raw`\bestrangeir[ao]s?\b`), 'estrangeira'],
  [rx(String.raw`\b(?:microempresas?|empresas? de pequeno porte|me ?/ ?epp|beneficiari[ao]s? da lei complementar|123/2006)\b`), 'me_epp'],
  [rx(String.raw`\bconsorci\w+`), 'consorcio'],
  [rx(String.raw`\b(?:microempreendedor individual|mei\b|empresari[oa] individual|empresa individual|eireli|firma individual)`), 'empresario_individual'],
  [rx(String.raw`\bpessoas? fisicas?\b`), 'pessoa_fisica'],
  [rx(String.raw`\b(?:sociedades? (?:empresarias?|simples|comercia(?:l|is)|civis|por acoes|anonimas?|nao empresarias?|limitadas?)|sociedades? )`), 'sociedade'],
];
const VENCEDOR = rx(String.raw`\b(?:licitante|empresa|proponente|fornecedor)s? (?:provisoriamente )?(?:vencedor|arrematante|classificad[ao] (?:provisoriamente )?em primeiro|melhor classificad|mais bem classificad|adjudicatari|detentor)\w*|\b(?:adjudicatari[ao]|vencedora?|arrematante|primeir[ao] colocad[ao]|contratad[ao])\b`);
/** Words before the person that make the demand theirs. */
const DE_QUEM = rx(String.raw`^(?:[^,;:]{0,60}\b)?(?:no caso|em se tratando|tratando-se|quando|se|caso|as?|os?|para|em caso|sendo|declaracao)\b`);
const CONDICAO = rx(String.raw`\b(?:caso|quando|se for o caso|em se tratando d[eao]|tratando-se d[eao]|no caso d[eao]s?|na hipotese|se (?:o|a|houver|optar|nao|couber|for|beneficiari)|desde que|conforme o caso|sempre que|exigivel (?:a|para)|para (?:os|as|o|a) (?:medicamentos|itens|produtos|empresas|licitantes|lote|item|microempresas|cooperativas|fornecedores)|em caso d[eo]|exclusivamente para|somente para|apenas para)\b[^;]{0,200}`);

const ASSINATURA = rx(String.raw`\b(?:assinatura|celebracao|formalizacao)\b¶30¶\b(?:contrato|ata|termo|instrumento)|\bcondicao (?:para|de|a) (?:a )?(?:contratacao|assinatura)|\bpara a contratacao\b|\bantes d[ao] (?:assinatura|inicio)|\bno ato da (?:contratacao|assinatura)|\bapos (?:a )?homologacao`);
const EXECUCAO = rx(String.raw`\bdurante (?:toda )?(?:a )?(?:execucao|vigencia)|\bordem de (?:servico|inicio|fornecimento)\b|\bno (?:ato|momento) da entrega|\bjunto com a (?:nota|entrega)|\ba cada (?:fatura|medicao|pagamento)`);

/** Who the demand is of. */
export function quemApresenta(c: Clausula, tipo: TipoExigencia): QuemApresenta {
  if (tipo.quem && tipo.quem !== 'vencedor') return tipo.quem;
  const inicio = c.dobrado.slice(0, 260);
  const contexto = c.pais.slice(0, 2).map((p) => p.dobrado).filter((d) => /:$/.test(d) || d.length < 120).join(' ');
  if (tipo.grupo === 'juridica' || CONDICAO.test(inicio) || DE_QUEM.test(inicio)) {
    const achado = QUEM.map(([r, q]) => ({ q, i: inicio.search(r) })).filter((x) => x.i >= 0 && x.i < (tipo.grupo === 'juridica' ? 260 : 130)).sort((a, b) => a.i - b.i)[0];
    if (achado && (achado.q !== 'sociedade' || tipo.grupo === 'juridica')) return achado.q;
  }
  const doPai = QUEM.find(([r, q]) => q !== 'sociedade' && r.test(contexto) && DE_QUEM.test(contexto.slice(0, 80)))?.[1];
  if (doPai && doPai !== 'empresario_individual') return doPai;
  return tipo.quem ?? (quandoApresenta(c, tipo) === 'assinatura' || (tipo.grupo === 'proposta' && VENCEDOR.test(`${c.dobrado} ${contexto}`)) ? 'vencedor' : 'todos');
}

/** When it is asked for: what the clause says, else where it stands. */
export function quandoApresenta(c: Clausula, tipo: TipoExigencia): MomentoDaExigencia {
  if (ASSINATURA.test(c.dobrado)) return 'assinatura';
  if (EXECUCAO.test(c.dobrado)) return 'execucao';
  if (tipo.quando) return tipo.quando;
  return tipo.grupo === 'proposta' || c.zona === 'apresentacao' || c.zona === 'proposta' || c.pais.some((p) => /\bcadastramento da proposta|\bem campo proprio/.test(p.dobrado)) || /\bcampo proprio\b/.test(c.dobrado) ? 'proposta' : 'habilitacao';
}

/** [inicio, fim) in the folded text of the condition under which it is asked; null when it holds always. */
export function findCondicao(c: Clausula): { inicio: number; fim: number } | null {
  const m = CONDICAO.exec(c.dobrado);
  if (!m) return null;
  const corte = /[,;](?=\s)|\.(?=\s|$)/.exec(m[0].slice(12));
  return { inicio: m.index, fim: m.index + Math.min(m[0].length, corte ? 12 + corte.index : m[0].length) };
}
