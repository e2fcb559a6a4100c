import { defineCampo, type Candidato, type Contexto } from '../extracao/candidato.js';
import { findAchados, isModeloEmBranco } from '../extracao/achados.js';
import { readCronograma, type Marco } from './cronograma.js';

/** "até a data e o horário estabelecidos para abertura da sessão pública" and its kin. */
const REMISSAO = new RegExp(
  String.raw`(?:\bate|\bno\s+maximo\s+ate)\s+(?:[oa]\s+)?(?:(?:data|dia|hora|horario|momento|inicio)s?(?:\s+limites?)?(?:\s*(?:,|e|/)\s*(?:[oa]\s+)?)?){0,3}\s*(?:[a-z]{5,14}[oa]s?\s+)?(?:n[oae]st?e?\s+(?:edital|preambulo|aviso)\s+)?(?:para\s+|d[aeo]\s+)?(?:[oa]\s+)?(?:inicio\s+d[ae]\s+|a?bertura\s+d[aeo]\s+|realizacao\s+d[aeo]\s+)?(?:sessao(?:\s+publica)?|certame|licitacao)\b`,
);
/** "até a data, hora e local designados neste edital", of envelopes or proposals. */
const AO_PREAMBULO = /\b(?:ate|n[oa])\s+(?:[oa]\s+)?(?:data|dia)\s*(?:,|e)\s*(?:[oa]\s+)?(?:hora|horario)s?(?:\s*(?:,|e)\s*(?:[oa]\s+)?local)?\s+(?:designad|indicad|fixad|estabelecid|previst|mencionad|definid|marcad)[oa]s\s+(?:n[oe]ste\s+(?:edital|preambulo)|no\s+preambulo|no\s+edital|acima)/;
const ENVIO = /\b(?:encaminh|envi|entreg|protocol|receb|cadastr|apresent|anex|registr|inser|inclu|lanca)\w*/;

/** Deadline to submit proposals: stated, or the session's opening when the edital sends there. */
export const propostasFim = defineCampo<'propostas_fim'>({
  campo: 'propostas_fim',
  read: (ctx) => {
    const expressas = preferEntrega(ctx, readExpressas(ctx));
    const forte = expressas.some((c) => c.peso >= 0.85);
    return [...expressas, ...readRemissoes(ctx).map((c) => (forte && !expressas.some((e) => e.valor === c.valor && e.peso >= 0.85) ? { ...c, peso: Math.min(c.peso, 0.6) } : c))];
  },
});

/** Where works are entered first and handed in later, the hand-in is the deadline: the end of the entries gives way to it. */
function preferEntrega({ t }: Contexto, lidas: readonly Candidato<string>[]): readonly Candidato<string>[] {
  const soInscricao = (c: Candidato<string>): boolean => SO_INSCRICAO.test(t.dobrado.slice(c.inicio, c.fim));
  const entrega = lidas.find((c) => c.peso >= 0.85 && ENTREGA_DE_TRABALHO.test(t.dobrado.slice(c.inicio, c.fim)));
  return entrega ? lidas.map((c) => (soInscricao(c) && c.valor < entrega.valor ? { ...c, peso: Math.min(c.peso, 0.4) } : c)) : lidas;
}
const SO_INSCRICAO = /\binscric(?:ao|oes)\b(?!\s*(?:e|,)\s*(?:d[aeo]s?\s+)?(?:entrega|envio|projeto|propost|trabalho))/;
const ENTREGA_DE_TRABALHO = /\b(?:envio|entrega|apresentacao|recebimento|remessa)\b[^.;]{0,20}\b(?:trabalhos|projetos|estudos|propostas|envelopes)\b/;

function readExpressas({ t, lidos }: Contexto): Candidato<string>[] {
  const marcos = readCronograma(t);
  return marcos.flatMap((m) => {
    const leitura = prazoDe(m, marcos, lidos.sessao_abertura);
    return leitura && !isModeloEmBranco(m.rotulo) ? [{ valor: leitura.valor, inicio: m.inicio, fim: m.fim, alvo: 1, peso: leitura.peso * m.certeza }] : [];
  });
}

function prazoDe(m: Marco, marcos: readonly Marco[], sessao: string | undefined): { valor: string; peso: number } | null {
  if (m.momento.intervalo === 'inicio' || (m.evento !== 'propostas_fim' && m.evento !== 'propostas')) return null;
  const irmaos = marcos.filter((x) => x.momento === m.momento).map((x) => x.evento);
  if (irmaos.includes('propostas_inicio') || (sessao !== undefined && m.instante > sessao)) return null;
  const fim = m.instanteFim ?? m.instante;
  if (m.evento === 'propostas_fim') return { valor: fim, peso: 0.95 };
  if (irmaos.includes('propostas_fim')) return null;
  if (m.momento.ate || m.momento.intervalo === 'fim') return { valor: fim, peso: 0.94 };
  if (irmaos.includes('abertura') || irmaos.includes('sessao')) return { valor: m.instante, peso: 0.9 };
  // "Recebimento das propostas: 10/05 às 9h" may be its beginning: only the session tells.
  if (m.instante === sessao) return { valor: m.instante, peso: 0.9 };
  if (sessao?.slice(0, 10) === m.instante.slice(0, 10)) return { valor: fim, peso: 0.78 };
  // "recebidos no dia 12, entre 9h e 12h", the session some days later: a window of one day ends with it
  return m.instanteFim !== null && sessao !== undefined ? { valor: fim, peso: 0.84 } : null;
}

/** Clauses that send to the session's opening: the value is the session's, the quote is the clause. */
function readRemissoes({ t, lidos }: Contexto): Candidato<string>[] {
  const sessao = lidos.sessao_abertura;
  if (!sessao) return [];
  const remissoes = [...findAchados(t, REMISSAO).map((a) => ({ a, fator: 1 })), ...findAchados(t, AO_PREAMBULO).map((a) => ({ a, fator: 0.9 }))];
  return remissoes.flatMap(({ a, fator }) => {
    const contexto = `${a.antes(420)}${a.g[0]}${a.depois(160)}`.replace(/\s+/g, ' ');
    if (a.regiao === 'minuta' || !/propost/.test(contexto) || !ENVIO.test(contexto) || /impugn|esclarec/.test(a.antes(120))) return [];
    const peso = (a.regiao === 'edital' ? 0.92 : 0.74) * fator;
    return [{ valor: sessao, inicio: a.inicio, fim: a.fim, peso: /\b(?:retir|substitu)\w+/.test(a.depois(120)) ? peso - 0.1 : peso, nota: 'O edital remete à data e ao horário de abertura da sessão.' }];
  });
}
