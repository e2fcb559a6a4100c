import type { Fatos, TextoEdital } from '../../editais/index.js';
import { fold } from '../../kernel/index.js';
import type { Licitacao } from '../../licitacoes/index.js';

/** Who buys, as far as it is known: for holidays, the reach of sanctions and local requirements. */
export interface Orgao {
  readonly nome: string | null;
  readonly uf: string | null;
  readonly municipio: string | null;
  readonly esfera: 'federal' | 'estadual' | 'municipal' | null;
}

const UFS: Readonly<Record<string, string>> = {
  acre: 'AC', alagoas: 'AL', amapa: 'AP', amazonas: 'AM', bahia: 'BA', ceara: 'CE', 'distrito federal': 'DF', 'espirito santo': 'ES', goias: 'GO', maranhao: 'MA', 'mato grosso': 'MT',
  'mato grosso do sul': 'MS', 'minas gerais': 'MG', para: 'PA', paraiba: 'PB', parana: 'PR', pernambuco: 'PE', piaui: 'PI', 'rio de janeiro': 'RJ', 'rio grande do norte': 'RN',
  'rio grande do sul': 'RS', rondonia: 'RO', roraima: 'RR', 'santa catarina': 'SC', 'sao paulo': 'SP', sergipe: 'SE', tocantins: 'TO',
};
const NOMES = Object.keys(UFS).sort((a, b) => b.length - a.length).join('|').replaceAll(' ', String.raw`\s+`);
const SIGLA = new RegExp(String.raw`(?:[-/,–]\s*|\bestado\s+d[eoa]\s+)(${Object.values(UFS).join('|')})\b`);
/** On the cover only "Cidade/UF": "- PE" and "- PA" there mean pregão eletrônico and processo administrativo. */
const CIDADE_UF = new RegExp(String.raw`\p{Lu}\p{L}{2,30}\s?/\s?(${Object.values(UFS).join('|')})\b`, 'u');
const ESTADO = new RegExp(String.raw`\bestado\s+d[eoa]\s+(${NOMES})\b`);
const MUNICIPIO = /\b(?:prefeitura(?:\s+municipal)?|municipio|camara\s+municipal|fundo\s+municipal\s+de\s+\p{L}{4,20})\s+d[eoa]s?\s+([\p{L}' ]{3,40}?)(?=\s*(?:[-/,.(–]|$|estado\b|por\b|atraves\b))/u;
const PAGINAS_DE_CAPA = 2;

/** UF and município of the buyer: PNCP's, else what its name or the cover says. */
export function readOrgao(t: TextoEdital, fatos: Fatos, licitacao: Licitacao | null): Orgao {
  const nome = fatos.orgao_nome.valor ?? licitacao?.orgaoNome ?? null;
  const capa = t.texto.slice(0, t.paginas[Math.min(PAGINAS_DE_CAPA, t.paginas.length) - 1]?.fim ?? 0);
  return {
    nome,
    uf: licitacao?.uf ?? ufIn(nome ?? '', SIGLA) ?? ufIn(capa, CIDADE_UF),
    municipio: licitacao?.municipio ?? municipioIn(nome ?? '') ?? null,
    esfera: esferaOf(licitacao, nome),
  };
}

function ufIn(texto: string, sigla: RegExp): string | null {
  const estado = ESTADO.exec(fold(texto))?.[1]?.replace(/\s+/g, ' ');
  return (estado && UFS[estado]) ?? sigla.exec(texto)?.[1] ?? null;
}

function municipioIn(nome: string): string | null {
  const m = MUNICIPIO.exec(fold(nome));
  if (!m?.[1]) return null;
  const inicio = m.index + m[0].lastIndexOf(m[1]);
  return nome.slice(inicio, inicio + m[1].length).trim();
}

function esferaOf(l: Licitacao | null, nome: string | null): Orgao['esfera'] {
  if (l?.esfera === 'F') return 'federal';
  if (l?.esfera === 'E' || l?.esfera === 'D') return 'estadual';
  if (l?.esfera === 'M') return 'municipal';
  const n = fold(nome ?? '');
  if (/\b(?:municip\w+|prefeitura)\b/.test(n)) return 'municipal';
  if (/\b(?:ministerio|uniao|federal|nacional|exercito|marinha|aeronautica)\b/.test(n)) return 'federal';
  if (/\b(?:estado|estadual|secretaria\s+de\s+estado|tribunal\s+de\s+justica|assembleia\s+legislativa)\b/.test(n)) return 'estadual';
  return null;
}
