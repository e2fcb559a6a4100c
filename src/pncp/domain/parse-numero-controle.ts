import { isCnpj } from '../../kernel/index.js';

/** What identifies a contratação. `numero` is canonical: 14 characters, `-1-`, six digits, `/`, year. */
export interface NumeroControle {
  /** Without mask, upper case, 14 characters; its check digits are not judged here. */
  readonly cnpj: string;
  readonly ano: number;
  readonly sequencial: number;
  readonly numero: string;
}

const CNPJ = String.raw`(?<cnpj>[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}|\d{11,13})`;
/** 18715383000140-1-000346/2025, masked, without zeros, with "-" or "_" for the slash as in file names. */
const DIRETO = new RegExp(String.raw`^${CNPJ}\s*-\s*1\s*-\s*(?<seq>\d{1,6})\s*[/_-]\s*(?<ano>20\d{2})$`);
/** pncp.gov.br/app/editais/{cnpj}/{ano}/{seq} and …/orgaos/{cnpj}/compras/{ano}/{seq}[/…]. */
const ENDERECO = new RegExp(String.raw`(?:/EDITAIS/|/ORGAOS/)${CNPJ}/(?:COMPRAS/)?(?<ano>20\d{2})/(?<seq>\d{1,6})(?:[/?#].*)?$`);
const MAX = 2048;

/** Leading zeros that a spreadsheet ate are put back when the check digits then fit. */
function readCnpj(texto: string): string | null {
  const limpo = texto.replace(/[./-]/g, '');
  if (limpo.length === 14) return limpo;
  const cheio = limpo.padStart(14, '0');
  return isCnpj(cheio) ? cheio : null;
}

/** A contratação's numeroControlePNCP as people and other systems write it; null for contracts, atas, plans and what is none. */
export function parseNumeroControle(texto: string): NumeroControle | null {
  if (texto.length > MAX) return null;
  const t = texto.trim().toUpperCase();
  const { cnpj: lido, ano, seq } = (DIRETO.exec(t) ?? ENDERECO.exec(t))?.groups ?? {};
  const cnpj = lido === undefined ? null : readCnpj(lido);
  if (cnpj === null || !ano || !seq || Number(seq) === 0) return null;
  return { cnpj, ano: Number(ano), sequencial: Number(seq), numero: `${cnpj}-1-${seq.padStart(6, '0')}/${ano}` };
}
