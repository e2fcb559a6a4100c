import { describe, expect, it } from '@jest/globals';
import { AlicitError } from '../../src/kernel/index.js';
import { createClienteDeTeste } from '../support/pncp-cliente.ts';
import { gerarRegistros, startPncpServer, type PncpServer, type Registro } from '../support/pncp-server/index.ts';

const registros = gerarRegistros({ quantidade: 260, semente: 5, de: '2026-11-02', ate: '2026-11-20' });
/** Errors a call may end with when PNCP stumbles; any other is a defect. */
const ESPERADOS = new Set(['pncp_sem_resposta', 'pncp_limite', 'pncp_resposta_invalida', 'pncp_disjuntor_aberto', 'pncp_lista_incompleta', 'pncp_ainda_sem_itens', 'pncp_ainda_sem_arquivos', 'pncp_recusado', 'pncp_arquivo_cortado']);
const chaves = (lista: readonly unknown[]): string[] => lista.map((r) => JSON.stringify(r)).sort();
const porPagina = (modalidade: number): Registro[] => registros.filter((r) => r['modalidadeId'] === modalidade);

async function ler(conteudo: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const partes: Uint8Array[] = [];
  for await (const parte of conteudo) partes.push(parte);
  return Buffer.concat(partes);
}

/** Every kind of call, each with the truth it must bring. */
function* chamadas(servidor: PncpServer): Generator<readonly [string, (pncp: ReturnType<typeof createClienteDeTeste>['pncp']) => Promise<unknown>, unknown]> {
  for (const modalidade of [4, 6, 8]) {
    const todas = porPagina(modalidade);
    for (let pagina = 1; pagina <= Math.ceil(todas.length / 50); pagina++) {
      const fatia = [...todas].sort((a, b) => (`${String(a['dataPublicacaoPncp'])} ${a.numeroControlePNCP}` < `${String(b['dataPublicacaoPncp'])} ${b.numeroControlePNCP}` ? -1 : 1)).slice((pagina - 1) * 50, pagina * 50);
      yield [`publicacao ${modalidade}/${pagina}`, async (p) => chaves((await p.contratacoes({ rota: 'publicacao', de: '2026-11-02', ate: '2026-11-20', modalidade, pagina })).registros), chaves(fatia)];
    }
  }
  for (const { numeroControlePNCP: numero } of registros.slice(0, 12)) {
    yield [`detalhe ${numero}`, async (p) => (await p.detalhe(numero) as Registro)['objetoCompra'], servidor.get(numero)!['objetoCompra']];
    yield [`itens ${numero}`, async (p) => chaves(await p.itens(numero)), chaves(servidor.itensDe(numero))];
    yield [`arquivos ${numero}`, async (p) => (await p.arquivos(numero)).map((a) => a.titulo), servidor.arquivosDe(numero).map((a) => a.titulo)];
    yield [`historico ${numero}`, async (p) => (await p.historico(numero)).length, 1];
    yield [`arquivo ${numero}`, async (p) => (await ler((await p.baixar(numero, 1)).conteudo)).toString('base64'), servidor.arquivosDe(numero)[0]!.conteudo.toString('base64')];
  }
}

describe('with faults on many requests', () => {
  it.each([[0.2, 1], [0.4, 2], [0.7, 3]])('of each %d, every call brings the truth or an error that says what happened (seed %d)', async (probabilidade, semente) => {
    const servidor = await startPncpServer({ registros, falhas: probabilidade, semente, ritmo: { semRespostaMs: 30, lentidaoMs: 10, esperaS: 2 } });
    const { pncp, relogio } = createClienteDeTeste(servidor);
    const [errados, erros]: [string[], string[]] = [[], []];
    try {
      for (const [nome, chamar, verdade] of chamadas(servidor)) {
        const veio = await chamar(pncp).catch((erro: unknown) => (erro instanceof AlicitError ? erro : Promise.reject(erro as Error)));
        if (veio instanceof AlicitError) {
          erros.push(veio.codigo);
          relogio.avancar(60_000);
        } else if (JSON.stringify(veio) !== JSON.stringify(verdade)) errados.push(nome);
      }
    } finally {
      await pncp.close();
      await servidor.close();
    }
    expect(errados).toEqual([]);
    expect(erros.filter((e) => !ESPERADOS.has(e))).toEqual([]);
    // Most get through: an error for everything would prove nothing.
    expect(erros.length).toBeLessThan(probabilidade < 0.5 ? 8 : 60);
    expect(servidor.ledger.filter((p) => p.falha).length).toBeGreaterThan(20);
  });
});
