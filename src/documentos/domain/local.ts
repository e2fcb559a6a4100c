import type { Rascunho } from './leitor.js';
import type { Lugar, Papel } from './papel.js';

/** State → its name, folded. */
export const UFS: Readonly<Record<string, string>> = {
  AC: 'acre', AL: 'alagoas', AP: 'amapa', AM: 'amazonas', BA: 'bahia', CE: 'ceara', DF: 'distrito federal', ES: 'espirito santo', GO: 'goias', MA: 'maranhao', MT: 'mato grosso', MS: 'mato grosso do sul',
  MG: 'minas gerais', PA: 'para', PB: 'paraiba', PR: 'parana', PE: 'pernambuco', PI: 'piaui', RJ: 'rio de janeiro', RN: 'rio grande do norte', RS: 'rio grande do sul', RO: 'rondonia', RR: 'roraima',
  SC: 'santa catarina', SP: 'sao paulo', SE: 'sergipe', TO: 'tocantins',
};
const SIGLAS = Object.keys(UFS).join('|').toLowerCase();
const NOMES = Object.values(UFS).sort((a, b) => b.length - a.length).map((n) => n.replace(/ /g, String.raw`\s+`)).join('|');
const ESTADO = new RegExp(String.raw`\b(?:estad(?:o|ual)|fazenda|judiciario|tribunal\s+de\s+justica|junta\s+comercial|procuradoria)\s+(?:d[aeo]\s+)?(?:estado\s+d[aeo]\s+)?(${NOMES})\b|\bdistrito\s+federal\b`);
/** "SEFAZ-PR", "TJSP", "CREA/MG", "PGE-RJ". */
const ORGAO = new RegExp(String.raw`\b(?:sefaz|sefa|sef|seec|pge|tj|crea|cau|cra|crf|crm|crmv|crn|cro|crq|crc|jucesp|juc)\s?[-/]?\s?(${SIGLAS})\b`);
/** "Curitiba/PR", "Curitiba - PR". */
const CIDADE_UF = new RegExp(String.raw`\b([a-z][a-z' ]{2,40}?)\s?[-/]\s?(${SIGLAS})\b(?![a-z/.-])`);
const MUNICIPIO = /\b(?:prefeitura\s+(?:municipal\s+)?(?:d[aeo]\s+(?:cidade\s+d[aeo]\s+|municipio\s+d[aeo]\s+|estancia\s+[a-z]+\s+d[aeo]\s+)?)|municipio\s+d[aeo]\s+|comarca\s+d[aeo]\s+)([a-z][a-z' ]{1,40}?)(?=\s*(?:$|[-/,.;:()\d]|\s{2}|\b(?:estado|secretaria|cartorio|vara|foro|oficio|distribuidor|cnpj|certidao|departamento|procuradoria|rua|avenida|praca|paco|gabinete|no\s+uso|certifica|por\s|de\s+acordo|fazenda|poder|fone|cep)\b))/;
const TOPO = 1_200;

const siglaDe = (nome: string): string | null => Object.keys(UFS).find((uf) => UFS[uf] === nome.replace(/\s+/g, ' ')) ?? null;

/** State of who issues, by the letterhead; null when it does not tell. */
export function findUf(p: Papel): (Lugar & { readonly uf: string }) | null {
  for (const rx of [ESTADO, ORGAO]) {
    const m = p.find(rx);
    if (m && m.inicio < TOPO * 2) return { inicio: m.inicio, fim: m.fim, uf: m[1] === undefined ? 'DF' : (siglaDe(m[1]) ?? m[1].toUpperCase()) };
  }
  // "certifica-se" is no city of Sergipe: the sign is in capitals and, for SE, apart.
  const m = p.findAll(CIDADE_UF, 40).find((x) => /[A-Z]{2}$/.test(p.texto.slice(x.inicio, x.fim)) && !/[a-z]-se$/.test(p.corrido.slice(x.inicio, x.fim)));
  return m ? { inicio: m.inicio, fim: m.fim, uf: m[2]!.toUpperCase() } : null;
}

/** Município of who issues: the line of the letterhead that names it, cut at the line's end. */
export function findMunicipio(p: Papel): (Lugar & { readonly municipio: string }) | null {
  const topo = p.dobrado.slice(0, TOPO).replace(/[\f\t]/g, '\n');
  for (const linha of [topo, p.dobrado.slice(0, TOPO * 4)]) {
    const m = new RegExp(MUNICIPIO.source, 'm').exec(linha);
    if (!m?.[1]) continue;
    const inicio = m.index + m[0].length - m[1].length;
    const lugar = { inicio, fim: inicio + m[1].length };
    return { ...lugar, inicio: m.index, municipio: toNome(p.at(lugar)) };
  }
  return null;
}

const PEQUENAS = new Set(['de', 'da', 'do', 'das', 'dos', 'e', "d'"]);
/** "FOZ DO IGUAÇU" → "Foz do Iguaçu"; mixed case stays. */
export const toNome = (texto: string): string =>
  texto !== texto.toUpperCase() ? texto : texto.toLowerCase().split(' ').map((p, i) => (i && PEQUENAS.has(p) ? p : p.charAt(0).toUpperCase() + p.slice(1))).join(' ');

/** Fills the state and, for papers of municípios, the município. */
export function readLocal(r: Rascunho, { municipio = false }: { readonly municipio?: boolean } = {}): void {
  const uf = findUf(r.papel);
  if (uf) {
    r.uf = uf.uf;
    r.prove('uf', uf);
  } else r.lack('uf', 'O documento não diz, de modo reconhecível, de que Estado é.');
  if (!municipio) return;
  const cidade = findMunicipio(r.papel);
  if (cidade) {
    r.municipio = cidade.municipio;
    r.prove('municipio', cidade);
  } else r.lack('municipio', 'O documento não diz, de modo reconhecível, de que município é.');
}
