import { contarComuns } from './frases.ts';
import { exampleOf } from './esquema.ts';
import { lerDossie, type AfirmacaoDada, type CitacaoDada, type Dossie } from './ler-dossie.ts';
import { agenteDe, buscaDo, candidatasDe, dimensoesDo, type Agente, type Candidata } from './simulador-agente.ts';
import { opcoesDe, responderPergunta } from './simulador-pergunta.ts';
import type { PedidoModelo, RespostaModelo } from './tipos.ts';
import { radicaisDe } from './vetor.ts';

type Objeto = Readonly<Record<string, unknown>>;
const objeto = (v: unknown): Objeto => (typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Objeto) : {});

/** Claims of an agent, and how many of them it moves the score by. */
const AFIRMACOES = 5;
const FERRAMENTA = 'buscar_trechos';

const comoAfirmacao = (c: Candidata): unknown => ({ texto: c.texto, tipo: c.tipo, citacoes: [c.citacao] });

/** Quotes of the answer that was given back, so that they are not offered again. */
function citadas(p: PedidoModelo): ReadonlySet<string> {
  const ditas = p.mensagens.filter((m) => m.papel === 'assistant' && m.texto.includes('"citacoes"')).flatMap((m) => {
    try {
      const r = objeto(JSON.parse(m.texto));
      return [...(Array.isArray(r['afirmacoes']) ? r['afirmacoes'] : []), ...(Array.isArray(r['sintese']) ? r['sintese'] : [])] as unknown[];
    } catch {
      return [];
    }
  });
  return new Set(ditas.flatMap((a) => (objeto(a)['citacoes'] as readonly CitacaoDada[] | undefined) ?? []).map((c) => c.trecho));
}

/** Small and on the ground of a claim: a requirement or a risk weighs down, an opportunity up. */
function ajustesDe(escolhidas: readonly Candidata[], dimensoes: readonly string[]): readonly unknown[] {
  const i = escolhidas.findIndex((c) => c.tipo === 'risco' || c.tipo === 'oportunidade');
  const c = escolhidas[i];
  if (!c || !dimensoes.length) return [];
  return [{ dimensao: dimensoes.at(-1), pontos: c.tipo === 'risco' ? -3 : 2, motivo: c.tipo === 'risco' ? 'A disposição citada aumenta o cuidado necessário.' : 'A disposição citada favorece a participação.', afirmacao: i }];
}

/** Dimensions the schema lets the agent move; without a list there, the agent's own. */
function dimensoesDoEsquema(esquema: unknown, agente: Agente): readonly string[] {
  const dimensao = objeto(objeto(objeto(objeto(objeto(objeto(esquema)['properties'])['ajustes'])['items'])['properties'])['dimensao']);
  const permitidas = Array.isArray(dimensao['enum']) ? dimensao['enum'].filter((d): d is string => typeof d === 'string') : null;
  return permitidas ? dimensoesDo(agente).filter((d) => permitidas.includes(d)) : dimensoesDo(agente);
}

function responderAgente(p: PedidoModelo, dossie: Dossie, agente: Agente): RespostaModelo {
  const usadas = citadas(p);
  const candidatas = candidatasDe(dossie, agente).filter((c) => !usadas.has(c.citacao.trecho));
  if (dossie.recusadas) return { json: { afirmacoes: candidatas.slice(0, dossie.recusadas.length).map(comoAfirmacao), ajustes: [] } };
  const doAssunto = candidatas.filter((c) => c.peso >= 2);
  const podeBuscar = p.escolha !== 'none' && p.ferramentas.some((f) => f.nome === FERRAMENTA) && !p.mensagens.some((m) => m.papel === 'tool');
  if (podeBuscar && (doAssunto.length < 2 || p.escolha === 'required' || p.escolha === FERRAMENTA)) return { ferramentas: [{ nome: FERRAMENTA, argumentos: { consulta: buscaDo(agente) } }] };
  const escolhidas = candidatas.slice(0, AFIRMACOES);
  return { json: { afirmacoes: escolhidas.map(comoAfirmacao), ajustes: ajustesDe(escolhidas, dimensoesDoEsquema(p.esquema, agente)) } };
}

const PESO_DO_TIPO: Readonly<Record<string, number>> = { risco: 4, exigencia: 3, recomendacao: 2, oportunidade: 2, observacao: 1 };

/** The weightiest claims, each agent's first before any agent's second. */
function responderRelator(p: PedidoModelo, dossie: Dossie): RespostaModelo {
  const usadas = citadas(p);
  const livres = dossie.afirmacoes.filter((a) => a.texto && a.citacoes.length && !a.citacoes.some((c) => usadas.has(c.trecho)));
  const vez = new Map<string, number>();
  const postas = [...livres].sort((a, b) => (PESO_DO_TIPO[b.tipo] ?? 0) - (PESO_DO_TIPO[a.tipo] ?? 0)).map((a): readonly [AfirmacaoDada, number] => {
    const n = vez.get(a.agente) ?? 0;
    vez.set(a.agente, n + 1);
    return [a, n];
  });
  const escolhidas = postas.sort((a, b) => a[1] - b[1]).slice(0, dossie.recusadas ? dossie.recusadas.length : AFIRMACOES).map(([a]) => ({ texto: a.texto, tipo: a.tipo, citacoes: a.citacoes }));
  return { json: { sintese: escolhidas } };
}

/** Without a schema: prose of the passages nearest to the last message. */
function responderProsa(p: PedidoModelo, dossie: Dossie): RespostaModelo {
  const [opcao] = dossie.pergunta === null ? [] : opcoesDe(dossie);
  if (opcao) return { texto: `${opcao.texto} (${opcao.citacao.documento}, p. ${opcao.citacao.pagina})` };
  const palavras = new Set(radicaisDe(p.mensagens.at(-1)?.texto ?? ''));
  const melhores = candidatasDe(dossie, 'estrategico').map((c) => [c, contarComuns(c.citacao.trecho, palavras)] as const).sort((a, b) => b[1] - a[1]).slice(0, 2);
  if (!melhores.length) return { texto: 'Não encontrei nos trechos recebidos o que responder.' };
  return { texto: melhores.map(([c]) => `${c.texto} (${c.citacao.documento}, p. ${c.citacao.pagina})`).join(' ') };
}

/** Leaves out what the schema does not know and puts in what it asks for and is missing. */
export function ajustarAoEsquema(valor: unknown, esquema: unknown): unknown {
  const e = objeto(esquema);
  if (Array.isArray(e['anyOf'])) return ajustarAoEsquema(valor, e['anyOf'].find((o) => objeto(o)['type'] === (valor === null ? 'null' : Array.isArray(valor) ? 'array' : typeof valor)) ?? e['anyOf'][0]);
  if (Array.isArray(valor)) return (typeof e['maxItems'] === 'number' ? valor.slice(0, e['maxItems']) : valor).map((v) => ajustarAoEsquema(v, e['items']));
  if (typeof valor !== 'object' || valor === null || !e['properties']) return valor;
  return Object.fromEntries(Object.entries(objeto(e['properties'])).map(([nome, filho]) => [nome, nome in valor ? ajustarAoEsquema((valor as Objeto)[nome], filho) : exampleOf(filho, esquema)]));
}

/** An honest model: reads ALICIT's prompts and says only what is in them, with the quote and its page. */
export function responderHonesto(p: PedidoModelo): RespostaModelo {
  const dossie = lerDossie(p);
  if (!p.esquema) return responderProsa(p, dossie);
  const propriedades = objeto(p.esquema['properties']);
  const sistema = p.mensagens.filter((m) => m.papel === 'system').map((m) => m.texto).join('\n');
  const resposta = 'sintese' in propriedades ? responderRelator(p, dossie)
    : 'encontrado' in propriedades ? responderPergunta(p, dossie, citadas(p))
      : 'afirmacoes' in propriedades ? responderAgente(p, dossie, agenteDe(sistema) ?? 'estrategico')
        : { json: exampleOf(p.esquema) };
  return resposta.json === undefined ? resposta : { ...resposta, json: ajustarAoEsquema(resposta.json, p.esquema) };
}
