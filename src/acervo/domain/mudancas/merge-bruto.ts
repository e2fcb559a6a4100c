import { isMesmo, isNada, isObjeto, type Bruto } from './forma.js';

/** What every record of PNCP has: a page that leaves it blank says nothing of it. */
const SEMPRE_HA: ReadonlySet<string> = new Set([
  'numeroControlePNCP', 'anoCompra', 'sequencialCompra', 'objetoCompra', 'modalidadeId', 'modalidadeNome', 'situacaoCompraId', 'situacaoCompraNome', 'orgaoEntidade', 'unidadeOrgao',
  'cnpj', 'razaoSocial', 'dataPublicacaoPncp', 'dataInclusao', 'dataAtualizacao', 'dataAtualizacaoGlobal', 'codigoIbge', 'ufSigla', 'municipioNome', 'nomeUnidade',
  'numeroItem', 'descricao', 'sequencialDocumento',
]);

/**
 * The record as known after another sighting of it. What the new one does not bring (a list has fewer fields than the detail; a page
 * may have lost some) stays as it was; what it says explicitly, null too, holds. What cannot be that field (a date that is no date,
 * a list where an object was) is a drift of the page and says nothing. The same value written in another way keeps its first form.
 */
export function mergeBruto(antes: Bruto, novo: Bruto): Bruto {
  const junto: Record<string, unknown> = { ...antes };
  for (const [campo, valor] of Object.entries(novo)) junto[campo] = mergeValor(campo, antes[campo], valor);
  return junto;
}

function mergeValor(campo: string, antes: unknown, novo: unknown): unknown {
  if (novo === undefined || isMesmo(antes, novo)) return antes === undefined ? novo : antes;
  if (isNada(antes)) return novo;
  if (isNada(novo)) return SEMPRE_HA.has(campo) ? antes : novo;
  if (isObjeto(antes) && isObjeto(novo)) return mergeBruto(antes, novo);
  return isMesmaEspecie(antes, novo) && isLegivel(campo, novo) ? novo : antes;
}

const especieDe = (v: unknown): string => (Array.isArray(v) ? 'lista' : typeof v === 'object' ? 'objeto' : 'simples');
const isMesmaEspecie = (a: unknown, b: unknown): boolean => especieDe(a) === especieDe(b);

/** Whether a value can be what the field's name promises; unknown names promise nothing. */
function isLegivel(campo: string, valor: unknown): boolean {
  const texto = String(valor).trim();
  if (/^data[A-Z]/.test(campo)) return /^20\d{2}-\d{2}-\d{2}/.test(texto) && !Number.isNaN(Date.parse(texto));
  if (/^valor[A-Z]|^quantidade$/.test(campo)) return /^-?\d{1,18}(?:\.\d{1,10})?$/.test(texto);
  if (/[a-z]Id$/.test(campo) && campo !== 'esferaId' && campo !== 'poderId') return /^\d{1,9}$/.test(texto);
  if (campo === 'cnpj') return /^[0-9A-Z]{12}\d{2}$/i.test(texto.replace(/[./-]/g, ''));
  return true;
}
