import { describe, expect, it } from '@jest/globals';
import { indisponivel } from '../../src/kernel/index.js';
import { recusa } from '../../src/agentes/domain/conferir/tipos.js';
import type { AfirmacaoBruta, SaidaDoAgente } from '../../src/agentes/domain/saida.js';
import { RespostaIlegivel, type Mensagem, type Respondido } from '../../src/agentes/motor.js';
import { askPrimeira, askSegunda, finishAgente, tellFalha, type Mesa } from '../../src/agentes/rodada.js';
import { askSintese } from '../../src/agentes/sintese.js';

const bruta = (texto: string): AfirmacaoBruta => ({ texto, tipo: 'risco', citacoes: [{ documento: 'D1', pagina: 1, trecho: 'um trecho que existe' }] });
const saida = (...textos: string[]): Respondido<SaidaDoAgente> => ({ saida: { afirmacoes: textos.map(bruta), ajustes: [{ dimensao: 'prazo', pontos: 3, motivo: 'm', afirmacao: textos.length - 1 }] }, texto: JSON.stringify(textos) });
const ilegivel: Respondido<SaidaDoAgente> = { saida: null, texto: 'não é json' };

/** A table whose checker refuses what begins with "falsa", and whose model answers what it is given, in order. */
function mesa(...respostas: (Respondido<SaidaDoAgente> | Error)[]): Mesa & { readonly perguntas: (readonly Mensagem[])[]; readonly erros: unknown[]; readonly buscas: boolean[] } {
  const perguntas: (readonly Mensagem[])[] = [];
  const erros: unknown[] = [];
  const buscas: boolean[] = [];
  return {
    perguntas, erros, buscas, sinal: new AbortController().signal, onErro: (_nome, e) => erros.push(e),
    ask: (_nome, { mensagens, buscar }) => {
      perguntas.push(mensagens);
      buscas.push(buscar !== undefined);
      const r = respostas.shift()!;
      return r instanceof Error ? Promise.reject(r) : Promise.resolve(r);
    },
    check: (brutas) => Promise.resolve(brutas.map((b) => (b.texto.startsWith('falsa') ? recusa('citacao_ausente', 'não está na página') : { ok: true, afirmacao: { texto: b.texto, tipo: 'risco', citacoes: [{ documento: 'a.pdf', pagina: 1, trecho: b.citacoes[0]!.trecho }] } }))),
    checkAjustes: (_agente, brutos, de) => Promise.resolve(brutos.flatMap((b) => de.filter((s) => s.indice === b.afirmacao).map((s) => ({ dimensao: 'prazo' as const, pontos: b.pontos, motivo: b.motivo, afirmacao: s.lugar })))),
  };
}
const buscar = (): Promise<string> => Promise.resolve('<trechos/>');

describe('a round with an agent', () => {
  it('one question is enough when everything stands', async () => {
    const m = mesa(saida('boa', 'outra boa'));
    const p = await askPrimeira(m, 'operacional', 'prompt', buscar);
    expect(askSegunda(p)).toBeNull();
    expect((await finishAgente(m, 'operacional', p, { deNovo: true })).parecer).toMatchObject({ estado: 'feito', afirmacoes: [{ texto: 'boa' }, { texto: 'outra boa' }], ajustes: [{ afirmacao: 1 }], descartadas: [] });
    expect(m.perguntas).toHaveLength(1);
  });

  it('asks again with the answer and the reasons, without the search, and keeps what was mended', async () => {
    const m = mesa(saida('boa', 'falsa 1', 'falsa 2'), saida('consertada', 'falsa ainda'));
    const p = await askPrimeira(m, 'operacional', 'prompt', buscar);
    const { parecer } = await finishAgente(m, 'operacional', p, { deNovo: true });
    expect(parecer.afirmacoes.map((a) => a.texto)).toEqual(['boa', 'consertada']);
    expect(parecer.descartadas).toEqual([{ motivo: 'citacao_ausente', quantas: 1 }]);
    // The move stood on a claim that fell.
    expect(parecer.ajustes).toEqual([]);
    expect(m.perguntas[1]!.map((x) => x.role)).toEqual(['user', 'assistant', 'user']);
    expect(m.perguntas[1]![0]!.content).toBe('prompt');
    expect(m.perguntas[1]![2]!.content).toMatch(/<recusada indice="1"[\s\S]*<recusada indice="2"/);
    expect(m.buscas).toEqual([true, false]);
  });

  it('does not ask again when no call is left: what fell is counted', async () => {
    const m = mesa(saida('boa', 'falsa'));
    const p = await askPrimeira(m, 'operacional', 'prompt', buscar);
    expect((await finishAgente(m, 'operacional', p, { deNovo: false })).parecer).toMatchObject({ estado: 'feito', descartadas: [{ motivo: 'citacao_ausente', quantas: 1 }] });
    expect(m.perguntas).toHaveLength(1);
  });

  it('an answer that cannot be read is asked for once more, then given up with a reason', async () => {
    const boa = mesa(ilegivel, saida('boa'));
    expect((await finishAgente(boa, 'juridico', await askPrimeira(boa, 'juridico', 'prompt', buscar), { deNovo: true })).parecer).toMatchObject({ estado: 'feito', afirmacoes: [{ texto: 'boa' }] });
    expect(boa.perguntas[1]!.at(-1)!.content).toContain('formato_invalido');
    const ma = mesa(ilegivel, ilegivel);
    const { parecer, falha } = await finishAgente(ma, 'juridico', await askPrimeira(ma, 'juridico', 'prompt', buscar), { deNovo: true });
    expect(parecer).toMatchObject({ estado: 'falhou', motivo: expect.stringContaining('formato pedido'), afirmacoes: [] });
    // It is the model's way, not its absence: equal requests need not try again.
    expect(falha?.passageira).toBe(false);
  });

  it('a model that is down fails its agent with words for people; a second question that fails loses nothing', async () => {
    const fora = mesa(indisponivel('modelo_indisponivel', 'O modelo não respondeu a tempo.'));
    const { parecer, falha } = await finishAgente(fora, 'juridico', await askPrimeira(fora, 'juridico', 'p', buscar), { deNovo: true });
    expect(parecer).toMatchObject({ estado: 'falhou', motivo: 'O modelo não respondeu a tempo.' });
    expect(falha).toMatchObject({ passageira: true });
    const depois = mesa(saida('boa', 'falsa'), indisponivel('orcamento_esgotado', 'Acabou.'));
    expect((await finishAgente(depois, 'juridico', await askPrimeira(depois, 'juridico', 'p', buscar), { deNovo: true })).parecer).toMatchObject({ estado: 'feito', afirmacoes: [{ texto: 'boa' }], descartadas: [{ quantas: 1 }] });
  });

  it('a refusal is final, a defect is logged and never shown', () => {
    const m = mesa();
    expect(tellFalha('juridico', indisponivel('modelo_recusou', 'Recusou.'), m)).toEqual({ motivo: 'Recusou.', passageira: false });
    const { motivo } = tellFalha('juridico', new TypeError('segredo'), m);
    expect(motivo).not.toContain('segredo');
    expect(tellFalha('juridico', new RespostaIlegivel('segredo', { cause: new Error('do Mastra') }), m)).toEqual({ motivo: 'O modelo deu uma resposta que não pôde ser lida.', passageira: true });
    expect(m.erros).toHaveLength(2);
  });

  it('a stopped run throws why, whatever the model said', async () => {
    const fim = new AbortController();
    const m = { ...mesa(new Error('socket')), sinal: fim.signal };
    fim.abort(new Error('cancelada'));
    await expect(askPrimeira(m, 'juridico', 'p', buscar)).rejects.toThrow('cancelada');
  });

  it('a second question is known before it is asked: what it would read can be weighed', async () => {
    const m = mesa(saida('boa', 'falsa'), saida('consertada'));
    const p = await askPrimeira(m, 'operacional', 'prompt', buscar);
    const segunda = askSegunda(p);
    await finishAgente(m, 'operacional', p, { deNovo: true });
    expect(m.perguntas[1]).toEqual(segunda);
    expect(askSegunda({ fim: 'ilegivel', mensagens: [{ role: 'user', content: 'p' }], texto: '' })?.map((x) => x.role)).toEqual(['user', 'user']);
    expect(askSegunda({ fim: 'falhou', falha: { motivo: '', passageira: true } })).toBeNull();
  });
});

describe('the relator', () => {
  const resposta = (...textos: string[]) => ({ saida: { sintese: textos.map(bruta) }, texto: 't' });

  it('is asked once more when something fell and a call is left', async () => {
    const respostas = [resposta('boa', 'falsa'), resposta('consertada')];
    const { sintese, falha } = await askSintese(mesa(), () => Promise.resolve(respostas.shift()!), 'p', () => true);
    expect(sintese.map((a) => a.texto)).toEqual(['boa', 'consertada']);
    expect(falha).toBeNull();
    const pesadas: number[] = [];
    expect((await askSintese(mesa(), () => Promise.resolve(resposta('boa', 'falsa')), 'p', (mensagens) => (pesadas.push(mensagens.length), false))).sintese.map((a) => a.texto)).toEqual(['boa']);
    expect(pesadas).toEqual([3]);
  });

  it('a failure leaves the agents’ claims without a synthesis, and says so', async () => {
    expect(await askSintese(mesa(), () => Promise.reject(indisponivel('modelo_indisponivel', 'Fora do ar.')), 'p', () => true)).toEqual({ sintese: [], falha: { motivo: 'A síntese não foi escrita. Fora do ar.', passageira: true } });
    expect((await askSintese(mesa(), () => Promise.resolve({ saida: null, texto: '' }), 'p', () => true)).falha?.motivo).toContain('formato pedido');
  });
});
