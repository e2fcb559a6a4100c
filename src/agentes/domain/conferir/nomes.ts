import { fold } from '../../../kernel/index.js';

/** Names that anyone who speaks of tenders may use without a page holding them. */
const COMUNS = new Set(`me epp mei mpe ltda sa cnpj cpf tcu stj stf pncp srp uf lc rs br go nogo ti cd dvd pdf rg sus art lei decreto edital anexo termo referencia administracao contratada contratante licitante estado municipio uniao federal brasil
  codigo civil constituicao tribunal contas poder publico pregao concorrencia dispensa ata contrato registro precos preco estudo tecnico preliminar etp tr minuta projeto basico executivo secretaria prefeitura camara orgao licitacao certame comissao pregoeiro agente contratacao nova licitacoes contratos
  janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro segunda terca quarta quinta sexta sabado domingo sistema portal pagina item clausula secao capitulo lote grupo data sicaf cnd crf`.split(/\s+/));

/** Acronyms ("CREA", "ISO") and names with a capital inside the sentence ("Licitanet", "Belo Horizonte"). */
export function findNomes(texto: string): string[] {
  const nomes: string[] = [];
  for (const m of texto.matchAll(/(?<![\p{L}\p{N}-])(?:\p{Lu}[\p{Lu}\p{N}]{1,}(?:[-./]\p{Lu}{1,}\d*)*|\p{Lu}[\p{Ll}\p{N}]+(?:\p{Lu}[\p{Ll}\p{N}]*)*)(?![\p{L}\p{N}])/gu)) {
    const nome = m[0];
    const inicioDeFrase = m.index === 0 || /[.!?:;“"(]\s*$/.test(texto.slice(0, m.index));
    const sigla = /^\p{Lu}[\p{Lu}\p{N}]/u.test(nome);
    if (!sigla && inicioDeFrase) continue;
    const partes = fold(nome).split(/[-./]/);
    if (partes.every((p) => COMUNS.has(p) || COMUNS.has(p.replace(/s$/, '')) || /^[ivxlc]+$/.test(p))) continue;
    nomes.push(nome);
  }
  return [...new Set(nomes)];
}

const CALENDARIO = /\b(?:(?:segunda|terca|quarta|quinta|sexta)-feira|sabado|domingo|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|hoje|ontem|amanha)\b/g;
/** Days of the week and months that are said without a date: folded, with their place. */
export const findDiasEMeses = (texto: string): { readonly nome: string; readonly inicio: number }[] => [...fold(texto).matchAll(CALENDARIO)].map((m) => ({ nome: m[0], inicio: m.index }));
