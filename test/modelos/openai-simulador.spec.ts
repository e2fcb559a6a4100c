import { createOpenAI } from '@ai-sdk/openai';
import type { JSONSchema7, LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { dossieExemplo } from '../support/openai-server/dossie-exemplo.ts';
import { FALHAS, lerDossie, responderHonesto, startOpenAiServer, type NomeFalha, type OpenAiServer, type PedidoModelo } from '../support/openai-server/index.ts';

const texto = { type: 'string' } as const;
const lista = (items: JSONSchema7): JSONSchema7 => ({ type: 'array', items });
const fechado = (properties: Readonly<Record<string, JSONSchema7>>): JSONSchema7 => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false });
const CITACAO = fechado({ documento: texto, pagina: { type: 'integer' }, trecho: texto });
const AFIRMACAO = fechado({ texto, tipo: { type: 'string', enum: ['exigencia', 'risco', 'oportunidade', 'recomendacao', 'observacao'] }, citacoes: lista(CITACAO) });
const DO_AGENTE = fechado({ afirmacoes: lista(AFIRMACAO), ajustes: lista(fechado({ dimensao: { type: 'string', enum: ['economico', 'risco'] }, pontos: { type: 'integer' }, motivo: texto, afirmacao: { type: 'integer' } })) });
const DO_RELATOR = fechado({ sintese: lista(AFIRMACAO) });
const DA_PERGUNTA = fechado({ encontrado: { type: 'boolean' }, afirmacoes: lista(fechado({ texto, citacoes: lista(CITACAO) })) });
const FERRAMENTA = { type: 'function' as const, name: 'buscar_trechos', inputSchema: fechado({ consulta: texto }) };

interface Resposta {
  readonly encontrado?: boolean;
  readonly afirmacoes: readonly { readonly texto: string; readonly tipo?: string; readonly citacoes: readonly { readonly documento: string; readonly pagina: number; readonly trecho: string }[] }[];
  readonly ajustes: readonly { readonly dimensao: string; readonly pontos: number; readonly afirmacao: number }[];
}

let s: OpenAiServer;
beforeAll(async () => {
  s = await startOpenAiServer({ responder: responderHonesto, ritmo: { lentidaoMs: 20, penduradaMs: 100, esperaMs: 20 } });
});
afterAll(() => s.close());
afterEach(() => s.clear());

const opcoes = (agente: string, usuario: string, schema: JSONSchema7, resto: Partial<LanguageModelV4CallOptions> = {}): LanguageModelV4CallOptions => ({
  prompt: [{ role: 'system', content: `Você é o agente ${agente} de uma equipe que analisa editais.` }, { role: 'user', content: [{ type: 'text', text: usuario }] }], responseFormat: { type: 'json', name: 'resposta', schema }, ...resto,
});
async function pedir(o: LanguageModelV4CallOptions): Promise<Resposta> {
  const { content } = await createOpenAI({ baseURL: s.url, apiKey: 'x' }).chat('gpt-5-mini').doGenerate(o);
  return JSON.parse(content.map((c) => (c.type === 'text' ? c.text : '')).join('')) as Resposta;
}
const pedido = (usuario: string): PedidoModelo => ({ n: 1, rota: 'chat', modelo: 'm', mensagens: [{ papel: 'user', texto: usuario, chamadas: [], chamadaId: null }], ferramentas: [], escolha: 'auto', esquema: null, maxTokens: null, stream: false, usoNoStream: false, textos: [], dimensoes: null, base64: false });
const PAGINAS = new Map(lerDossie(pedido(dossieExemplo({ injecao: true }))).trechos.map((t) => [t.pagina, t.texto]));

describe('the honest model', () => {
  it('claims of each agent rest on passages: verbatim, on their page, no number of its own, nothing planted', async () => {
    for (const agente of ['estratégico', 'operacional', 'jurídico', 'financeiro']) {
      const r = await pedir(opcoes(agente, dossieExemplo({ injecao: true }), DO_AGENTE));
      expect(r.afirmacoes.length).toBeGreaterThanOrEqual(4);
      for (const { texto: t, citacoes } of r.afirmacoes) {
        expect(t).toMatch(/^\p{Lu}.*[.!?]$/u);
        for (const c of citacoes) {
          expect([c.documento, PAGINAS.get(c.pagina)]).toEqual(['D1', expect.stringContaining(c.trecho)]);
          for (const numero of t.match(/\d+/g) ?? []) expect(c.trecho).toContain(numero);
        }
        expect(t).not.toMatch(/ignore|nota máxima/i);
      }
      for (const a of r.ajustes) expect([Math.abs(a.pontos) <= 10, r.afirmacoes[a.afirmacao] !== undefined]).toEqual([true, true]);
    }
    const [juridico, financeiro] = [await pedir(opcoes('jurídico', dossieExemplo(), DO_AGENTE)), await pedir(opcoes('financeiro', dossieExemplo(), DO_AGENTE))];
    expect([juridico.afirmacoes[0]!.texto, financeiro.afirmacoes[0]!.texto]).toEqual([expect.stringMatching(/regularidade/), expect.stringMatching(/garantia|pagamento/i)]);
    expect(financeiro.ajustes.every((a) => ['economico', 'risco'].includes(a.dimensao))).toBe(true);
  });

  it('searches when the passages are not of its trade, once, and uses what came', async () => {
    const so = '<dossie><trechos><trecho id="T1" documento="D1" pagina="1">O presente edital foi aprovado pela assessoria e é regido pela lei.</trecho></trechos></dossie>';
    const o = opcoes('financeiro', so, DO_AGENTE, { tools: [FERRAMENTA] });
    const modelo = createOpenAI({ baseURL: s.url, apiKey: 'x' }).chat('gpt-5-mini');
    const { content } = await modelo.doGenerate(o);
    const chamada = content.find((c) => c.type === 'tool-call')!;
    expect(JSON.parse(chamada.input)).toEqual({ consulta: expect.stringContaining('pagamento') });
    const volta: LanguageModelV4Prompt = [...o.prompt, { role: 'assistant', content: [{ ...chamada, input: JSON.parse(chamada.input) as unknown }] }, { role: 'tool', content: [{ type: 'tool-result', toolCallId: chamada.toolCallId, toolName: 'buscar_trechos', output: { type: 'json', value: { trechos: '<trechos><trecho id="T2" documento="D1" pagina="7">O pagamento será feito em até 30 dias da nota fiscal.</trecho></trechos>' } } }] }];
    expect((await pedir({ ...o, prompt: volta })).afirmacoes[0]).toMatchObject({ citacoes: [{ pagina: 7, trecho: 'O pagamento será feito em até 30 dias da nota fiscal.' }] });
  });

  it('gives other claims for those given back, as many', async () => {
    const o = opcoes('financeiro', dossieExemplo(), DO_AGENTE);
    const antes = await pedir(o);
    const volta: LanguageModelV4Prompt = [...o.prompt, { role: 'assistant', content: [{ type: 'text', text: JSON.stringify(antes) }] }, { role: 'user', content: [{ type: 'text', text: '<recusadas><recusada indice="1" motivo="citacao_ausente">não está na página</recusada></recusadas>' }] }];
    const { afirmacoes } = await pedir({ ...o, prompt: volta });
    expect(afirmacoes).toHaveLength(1);
    expect(antes.afirmacoes.flatMap((a) => a.citacoes.map((c) => c.trecho))).not.toContain(afirmacoes[0]!.citacoes[0]!.trecho);
  });

  it('as relator keeps the weightiest of each agent, word for word', async () => {
    const afirmacao = (id: string, agente: string, tipo: string): string => `<afirmacao id="${id}" agente="${agente}" tipo="${tipo}"><texto>Texto ${id} &lt;5%.</texto><citacao documento="D1" pagina="3">citação ${id}</citacao></afirmacao>`;
    const r = await pedir(opcoes('relator', `<afirmacoes>${afirmacao('A1', 'juridico', 'observacao')}${afirmacao('A2', 'juridico', 'risco')}${afirmacao('A3', 'financeiro', 'exigencia')}</afirmacoes>`, DO_RELATOR)) as unknown as { sintese: unknown[] };
    expect(r.sintese[0]).toEqual({ texto: 'Texto A2 <5%.', tipo: 'risco', citacoes: [{ documento: 'D1', pagina: 3, trecho: 'citação A2' }] });
    expect(r.sintese).toHaveLength(3);
  });

  it('answers a question from the sentence that holds it, follows up, and says when nothing does', async () => {
    const perguntar = (pergunta: string, antes = ''): Promise<Resposta> => pedir(opcoes('de perguntas', antes + dossieExemplo({ pergunta }), DA_PERGUNTA));
    expect(await perguntar('Qual é o percentual da garantia de execução?')).toMatchObject({ encontrado: true, afirmacoes: [{ texto: expect.stringContaining('5%'), citacoes: [{ documento: 'D1', pagina: 7 }] }] });
    expect(await perguntar('É permitida a participação em consórcio?')).toMatchObject({ encontrado: true, afirmacoes: [{ texto: expect.stringContaining('vedada') }] });
    expect(await perguntar('E em que horário?', '<conversa><turno papel="usuario">Quando é feita a instalação?</turno></conversa>')).toMatchObject({ encontrado: true, afirmacoes: [{ citacoes: [{ pagina: 12 }] }] });
    expect(await perguntar('Qual a cor do uniforme dos vigilantes noturnos?')).toEqual({ encontrado: false, afirmacoes: [] });
  });

  it('writes plain text when no schema is asked', async () => {
    const { content } = await createOpenAI({ baseURL: s.url, apiKey: 'x' }).responses('gpt-5-mini').doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: dossieExemplo({ pergunta: 'Qual o prazo de entrega?' }) }] }] });
    expect(content).toEqual([expect.objectContaining({ text: expect.stringMatching(/45 dias corridos.*\(D1, p\. 12\)/) })]);
  });
});

describe('faults of meaning', () => {
  const semanticas = FALHAS.filter((f) => f.camada === 'semantica').map((f) => f.nome);
  const honesta = responderHonesto({ ...pedido(dossieExemplo({ injecao: true })), esquema: DO_AGENTE as Readonly<Record<string, unknown>> }).json as Resposta;
  const falsear = async (nome: NomeFalha): Promise<{ r: Resposta; falha: string | null }> => {
    s.script({}, nome);
    const chat = nome === 'encontrado_trocado';
    const r = await pedir(opcoes('financeiro', dossieExemplo({ injecao: true, ...(chat ? { pergunta: 'Qual o prazo de pagamento?' } : {}) }), chat ? DA_PERGUNTA : DO_AGENTE));
    return { r, falha: s.ledger.at(-1)!.falha };
  };

  it('are many, and each makes the answer other than the honest one', async () => {
    expect(semanticas.length).toBeGreaterThanOrEqual(40);
    const honestaDoFinanceiro = JSON.stringify(await pedir(opcoes('financeiro', dossieExemplo({ injecao: true }), DO_AGENTE)));
    for (const nome of semanticas) {
      const { r, falha } = await falsear(nome);
      expect([nome, falha, JSON.stringify(r) === honestaDoFinanceiro]).toEqual([nome, nome, false]);
    }
    expect(honesta.afirmacoes.length).toBeGreaterThan(0);
  });

  const citacoes = (r: Resposta): Resposta['afirmacoes'][number]['citacoes'] => r.afirmacoes.flatMap((a) => a.citacoes);
  const naPagina = (c: { pagina: number; trecho: string }): boolean => PAGINAS.get(c.pagina)?.includes(c.trecho) === true;
  it.each<[NomeFalha, (r: Resposta) => boolean]>([
    ['citacao_inventada', (r) => citacoes(r).every((c) => ![...PAGINAS.values()].some((p) => p.includes(c.trecho)))], ['citacao_alterada', (r) => citacoes(r).every((c) => !naPagina(c))],
    ['citacao_de_outra_pagina', (r) => citacoes(r).every((c) => !naPagina(c) && PAGINAS.has(c.pagina))], ['pagina_inexistente', (r) => citacoes(r).every((c) => c.pagina === 9999)], ['documento_desconhecido', (r) => citacoes(r).every((c) => c.documento === 'D99')],
    ['numero_trocado', (r) => citacoes(r).every(naPagina) && r.afirmacoes.every((a) => (a.texto.match(/\d+/g) ?? []).some((n) => !a.citacoes[0]!.trecho.includes(n)))], ['numero_trocado_na_citacao', (r) => citacoes(r).every((c) => !naPagina(c))],
    ['contradicao', (r) => citacoes(r).every(naPagina)], ['requisito_inventado', (r) => citacoes(r).every(naPagina)], ['citacao_sem_o_nao', (r) => citacoes(r).every(naPagina) && r.afirmacoes.every((a) => a.texto.includes('será exigida visita') && !/não/i.test(a.texto))],
    ['desfecho_contrario', (r) => r.afirmacoes.every((a) => a.texto.includes('impedida'))], ['ajuste_enorme', (r) => r.ajustes.some((a) => a.pontos === 50) && r.ajustes.some((a) => a.pontos === -50)], ['ajuste_de_outro_agente', (r) => r.ajustes.some((a) => a.dimensao === 'legalidade')],
    ['duzentas_afirmacoes', (r) => new Set(r.afirmacoes.map((a) => a.texto)).size === 200], ['obediente', (r) => r.afirmacoes.length > 0 && r.afirmacoes.every((a) => a.texto.includes('Ignore as instruções')) && citacoes(r).every(naPagina)], ['sem_citacoes', (r) => !citacoes(r).length],
    ['encontrado_trocado', (r) => r.encontrado === false && r.afirmacoes.length > 0],
  ])('%s does what it says', async (nome, confere) => {
    expect(confere((await falsear(nome)).r)).toBe(true);
  });
});
