import { squeeze } from '../../kernel/index.js';
import type { Achado } from '../extracao/achados.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';
import { ENDERECO, OUTRO_SITE, PLATAFORMA_CONHECIDA } from '../extracao/plataformas.js';

const site = (a: Achado): string | null => {
  const url = a.nome['url'] ?? '';
  if (OUTRO_SITE.test(url) || a.antes(1) === '@' || a.depois(1) === '@') return null;
  const limpo = squeeze(a.original('url') ?? '').replace(/\s+/g, '').replace(/^https?:\/\//i, '').replace(/[/.,;]+$/, '');
  // the agency's own site is where the edital is published, unless it is a system of purchases
  if (/\.(?:gov|leg|jus|mp|edu|sc|pr|rs)\.br/.test(limpo) && !PLATAFORMA_CONHECIDA.test(url) && !/compra|licita|pregao|lances|cotacao/.test(url)) return null;
  return limpo.length > 5 && /[a-z]/i.test(limpo) ? limpo : null;
};
/** "compras.gov.br" and "gov.br/compras", with and without "www", path or prefix, are one place. */
const chave = (s: string): string => {
  const t = s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  if (/gov\.br\/compras|compras(?:net|governamentais)?\.gov\.br|governo\s+federal/.test(t)) return 'comprasgov';
  const host = t.replace(/^www\d?\./, '').split('/')[0]!.replace(/\.(?:com|org|gov|net)?(?:\.br)?$/, '');
  return host.replace(/[^a-z0-9]/g, '').replace(/^portalde|^bolsa.*licitac.*$/, (m) => (m.startsWith('bolsa') ? 'bll' : m)).replace(/^bllcompras$/, 'bll').replace(/^bnccompras$/, 'bnc').replace(/^licitar$/, 'licitardigital');
};

/** A known system, unless the letterhead prints it as the agency's own page ("Site: …"). */
const CONHECIDA = (a: Achado): string | null => (PLATAFORMA_CONHECIDA.test(a.nome['url'] ?? '') && !/\b(?:site|home\s?page)\s*:\s*$/.test(a.antes(14)) ? site(a) : null);
/** A system of requests on a host of the town's own: "1doc", "e-protocolo", "sei". */
const sistema = (a: Achado): string | null => {
  const url = a.nome['url'] ?? '';
  return /1doc|protocolo|prosas|mapas?cultura|inscric|credencia/.test(url) && a.antes(1) !== '@' ? squeeze(a.original('url') ?? '').replace(/\s+/g, '').replace(/[/.,;)]+$/, '') : site(a);
};
const PEDIDO_DE_OUTRO = /\b(?:impugna\w*|esclareciment\w*|recursos?|certid\w+|sicaf|nota\s+fiscal|verifica\w*|consulta\w*|obtid[oa]|disponive(?:l|is)|emiti\w+|autenticidade)\b/;
const DESCONTO = { edital: 0.12, tr: 0.3, minuta: 0.5, etp: 0.5, anexo: 0.4, modelo: 0.6, planilha: 0.6 };
const LOCAL = String.raw`local(?:\s+d[aeo]\s+(?:sessao|disputa|realizacao|pregao|certame|licitacao|recebimento)(?:\s+publica)?)?|plataforma(?:\s+(?:eletronica|digital|de\s+licitacoes))?|endereco\s+eletronico(?:\s+d[aeo]\s+\w+)?|provedor(?:\s+d[eo]\s+sistema)?|sistema\s+(?:eletronico|de\s+compras)(?:\s+utilizado)?|sitio`;

const PADROES: readonly Padrao<string>[] = [
  // "LOCAL DA SESSÃO: www…", "PLATAFORMA ELETRÔNICA: https://bnc.org.br"
  { rx: new RegExp(String.raw`(?:^|[\n\f.;])\s{0,8}(?:\d[\d.]{0,10}\s*-?\s*)?(?:${LOCAL})\s*[:-]?\s*(?<meio>[^@;]{0,110}?)\s*\(?${ENDERECO}`), peso: 0.86, desconto: DESCONTO, grupo: 'url', valor: site },
  // "sessão pública … no endereço eletrônico www…"
  { rx: new RegExp(String.raw`\b(?:sessao|licitacao|pregao|concorrencia|dispensa|certame|disputa|leilao|propostas?|credenciad[oa]s?|cadastrad[oa]s?|sistema|plataforma)\b(?<meio>[^;@]{0,220}?)\b(?:sitio|site|endereco\s+eletronico|portal|plataforma|sistema|provedor|link|pagina|internet|governo\s+federal|brasil|publicas)\b[^;@]{0,70}?[\s(:"]${ENDERECO}`), peso: 0.72, desconto: DESCONTO, grupo: 'url', valor: site },
  // any address of a known system
  { rx: new RegExp(String.raw`\b${ENDERECO}`), peso: 0.74, desconto: DESCONTO, valor: CONHECIDA },
  // where the request of a credenciamento or the entry of a concurso is sent
  { rx: new RegExp(String.raw`\b(?:requeriment\w+|inscric(?:ao|oes)|documentos|documentacao|adesao)\b(?<meio>(?:(?!\binscric)[^;@]){0,160}?)\b(?:protocol\w+|sistema|plataforma|portal|exclusivamente)\b[^;@]{0,70}?[\s(:"]${ENDERECO}`), peso: 0.68, desconto: DESCONTO, grupo: 'url', valor: (a) => (PEDIDO_DE_OUTRO.test(`${a.antes(90).split(/[.\n]/).at(-1)!}${a.nome['meio'] ?? ''}`) ? null : sistema(a)) },
  // only the name: "Local da sessão: Portal de Compras Públicas"
  {
    rx: new RegExp(String.raw`(?:${LOCAL}|por\s+meio\s+d[ao]|atraves\s+d[ao]|n[ao]|junto\s+a[o]?|perante\s+[oa])\s*:?\s*(?:sistema\s+|plataforma\s+|portal\s+eletronico\s+)?(?<nome>${PLATAFORMA_CONHECIDA.source})`),
    peso: 0.66, desconto: DESCONTO, grupo: 'nome', valor: (a) => squeeze(a.original('nome') ?? '') || null,
  },
];

/** What is done there: one disputes, or only reads the notice and its acts. */
const DISPUTA_SE = /\b(?:sessao|disputa\w*|lances?|propostas?|login|senha|credencia\w*)\b/;
const LE_SE = /\b(?:download|divulga\w*|publica(?:d[ao]s?|cao|r)|obtid[ao]|obter|vistas|consulta\w*|copia|na\s+integra|esclareciment\w*|impugna\w*|retirad[ao]|disponibilizad\w*)\b/;
function byContexto(t: TextoEdital, c: Candidato<string>): number {
  const antes = t.dobrado.slice(Math.max(0, c.inicio - 170), c.inicio);
  return DISPUTA_SE.test(antes) ? 0.02 : LE_SE.test(antes) ? -0.06 : 0;
}

/** Where the dispute happens: the host of the system, or its name when no address is printed. None for tenders in person. */
export const plataforma = defineCampo<'plataforma'>({
  campo: 'plataforma',
  read: ({ t, lidos }) => (lidos.forma === 'presencial' ? [] : readPadroes(t, PADROES).map((c) => ({ ...c, peso: c.peso + byContexto(t, c) }))),
  same: (a, b) => chave(a) === chave(b),
  ausencia: ({ lidos }) => (lidos.forma === 'presencial' ? { ausencia: 'nao_se_aplica', nota: 'Sessão presencial: não há plataforma de disputa.' } : null),
  corteAlternativa: 0.95,
});
