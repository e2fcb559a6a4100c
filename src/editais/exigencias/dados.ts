import type { DadosDaExigencia } from '../domain/exigencia.js';
import { parseExtenso } from '../extracao/numeros.js';
import { findPercentuais } from '../extracao/percentuais.js';
import { findPeriodos } from '../extracao/periodos.js';
import { rx } from './expressao.js';

const IDADE = rx(String.raw`\b(?:emitid|expedid|datad|emiss|expedic|data)\w*¶70¶\b(?:maxim\w+|menos de|ate|ultimos|nao superior(?:es)? a|inferior a|superior a|ha|anterior\w* a)\b[^.;\d]{0,40}?(\d{1,3}) ?(?:\([^()]{2,40}\) ?)?dias\b|\b(\d{1,3}) ?(?:\([^()]{2,40}\) ?)?dias\b¶60¶\b(?:da (?:data de )?(?:emissao|expedicao)|anteriores|antes d|contados? d[ae] (?:data|emissao)|da data (?:de|da))|\b(?:ultimos|validade de) (\d{1,3}) ?(?:\([^()]{2,40}\) ?)?dias\b`);
const EXERCICIOS = rx(String.raw`\b(?:dos?|nos?) (?:(\d{1,2}|dois|tres|um) ?(?:\([^()]{1,12}\) ?)?)?ultimos? (?:(\d{1,2}|dois|tres|um) ?(?:\([^()]{1,12}\) ?)?)?exercicios?\b`);
const DIA_ANTERIOR = rx(String.raw`\bate o (primeiro|segundo|terceiro|quarto|quinto|\d{1,2})º? ?(?:\([^()]{1,12}\) ?)?dia (util )?(?:imediatamente )?anterior`);
const ORDINAL: Readonly<Record<string, number>> = { primeiro: 1, segundo: 2, terceiro: 3, quarto: 4, quinto: 5 };
const INDICE = /\b(lg|sg|lc|ge|ie|ieg|liquidez geral|liquidez corrente|solvencia geral|endividamento(?: geral)?)\b/g;
const MINIMO_INDICE = rx(String.raw`(?:igual|iguais|superior(?:es)?|maior(?:es)?|>=?|≥|minim[oa]|inferior(?:es)?|menor(?:es)?|<=?|≤)[^.;\d]{0,40}?(\d{1,2}(?:[.,]\d{1,2})?)\b`);
const ANOS = rx(String.raw`\b(\d{1,2}|um|dois|tres|quatro|cinco) ?(?:\([^()]{1,12}\) ?)?anos?\b`);
const MODELO = rx(String.raw`\banexo (?:n[ºo.]? ?)?([ivx]{1,6}|\d{1,2}|unico)(?:[- ]?[a-h])?\b`);
const NOME_INDICE: Readonly<Record<string, string>> = { lg: 'LG', 'liquidez geral': 'LG', sg: 'SG', 'solvencia geral': 'SG', lc: 'LC', 'liquidez corrente': 'LC', ge: 'GE', ie: 'GE', ieg: 'GE', endividamento: 'GE', 'endividamento geral': 'GE' };

const inteiro = (s: string | undefined): number | undefined => (s === undefined ? undefined : /^\d+$/.test(s) ? Number(s) : (parseExtenso(s) ?? undefined));

/** The numbers that a clause states, from its folded text. */
export function readDados(dobrado: string, tipo: string): DadosDaExigencia {
  const idade = IDADE.exec(dobrado);
  const dias = inteiro(idade?.[1] ?? idade?.[2] ?? idade?.[3]);
  const ex = EXERCICIOS.exec(dobrado);
  const percentuais = /^(?:tecnica\/atestado|tecnica\/responsavel|economica\/|contratacao\/|proposta\/exequ)/.test(tipo) ? [...new Set(findPercentuais(dobrado).map((p) => p.valor))].slice(0, 4) : [];
  const exercicios = tipo === 'economica/balanco' && ex ? (inteiro(ex[1] ?? ex[2]) ?? 1) : undefined;
  const validade = /^proposta\/validade/.test(tipo) ? findPeriodos(dobrado, 0, dobrado.length).find((p) => p.valor.unidade === 'dias' || p.valor.unidade === 'dias_uteis')?.valor.n : undefined;
  const anos = tipo === 'tecnica/atestado' || tipo === 'tecnica/responsavel_tecnico' ? inteiro(ANOS.exec(dobrado)?.[1]) : undefined;
  const modelo = /^(?:declaracao|proposta|tecnica\/visita)/.test(tipo) ? MODELO.exec(dobrado)?.[1] : undefined;
  const indices = tipo === 'economica/indices' ? readIndices(dobrado) : undefined;
  const prazo = /^proposta\/(?:amostra|readequada|exequ|planilha|catalogo)/.test(tipo) ? findPeriodos(dobrado, 0, dobrado.length)[0]?.valor : undefined;
  const anterior = /^juridica\/(?:registro_cadastral|cadastro_plataforma)/.test(tipo) ? DIA_ANTERIOR.exec(dobrado) : null;
  const antecedencia = anterior && { n: ORDINAL[anterior[1]!] ?? Number(anterior[1]), unidade: anterior[2] ? ('dias_uteis' as const) : ('dias' as const) };
  return {
    ...(antecedencia ? { prazo: antecedencia } : {}), ...(dias && !/^(?:proposta|declaracao|contratacao)/.test(tipo) ? { idadeMaximaDias: dias } : {}), ...(validade ? { validadeDias: validade } : {}), ...(percentuais.length ? { percentuais } : {}),
    ...(exercicios ? { exercicios } : {}), ...(indices ? { indices } : {}), ...(prazo ? { prazo } : {}), ...(anos ? { anos } : {}), ...(modelo ? { modelo: `Anexo ${modelo === 'unico' ? 'Único' : modelo.toUpperCase()}` } : {}),
  };
}

function readIndices(dobrado: string): Readonly<Record<string, string>> | undefined {
  const nomes = [...dobrado.matchAll(INDICE)].map((m) => ({ nome: NOME_INDICE[m[1]!]!, fim: m.index + m[0].length }));
  const saida: Record<string, string> = {};
  for (const { nome, fim } of nomes) {
    const valor = MINIMO_INDICE.exec(dobrado.slice(fim, fim + 260))?.[1]?.replace(',', '.');
    if (valor && saida[nome] === undefined) saida[nome] = valor;
  }
  return Object.keys(saida).length ? saida : undefined;
}
