import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pncp } from '../../src/pncp/index.js';
import { readNome } from '../../src/pncp/read-download.js';
import { createTransporte } from '../../src/pncp/transporte.js';
import { createClienteDeTeste } from '../support/pncp-cliente.ts';
import { gerarRegistros, startPncpServer, type Arquivo, type PncpServer } from '../support/pncp-server/index.ts';
import { startServidorHttp, type ServidorHttp } from '../support/servidor-http.js';

const [registro] = gerarRegistros({ quantidade: 1 });
const NUMERO = registro!.numeroControlePNCP;
let servidor: PncpServer;
let alvo: ServidorHttp;
beforeAll(async () => {
  servidor = await startPncpServer({ registros: [registro!], ritmo: { semRespostaMs: 200, lentidaoMs: 30 } });
  alvo = await startServidorHttp((r) => r.writeHead(200, { 'content-type': 'application/pdf' }).end('segredo'));
});
afterAll(() => Promise.all([servidor.close(), alvo.fechar()]));

const abertos: Pncp[] = [];
afterEach(() => Promise.all(abertos.splice(0).map((p) => p.close())));
const cliente = (mais: Parameters<typeof createClienteDeTeste>[1] = {}, de: Pick<PncpServer, 'url' | 'consultaUrl'> = servidor): Pncp => {
  const { pncp } = createClienteDeTeste(de, mais);
  abertos.push(pncp);
  return pncp;
};
const erro = (codigo: string, detalhes: object = {}): unknown => expect.objectContaining({ name: 'AlicitError', codigo, detalhes: expect.objectContaining(detalhes) });
const ler = async (conteudo: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const partes: Uint8Array[] = [];
  for await (const p of conteudo) partes.push(p);
  return Buffer.concat(partes);
};
const arquivo = (mais: Partial<Arquivo> = {}): Arquivo => ({ sequencialDocumento: 1, titulo: 'Edital', tipoDocumentoId: 2, tipoDocumentoNome: 'Edital', dataPublicacaoPncp: '2026-01-05T08:00:00', statusAtivo: true, nome: 'Edital nº 1.pdf', tipo: 'application/pdf', conteudo: Buffer.alloc(300_000, 'a'), ...mais });
/** Until no place is held, within a bound. */
async function livre(pncp: Pncp): Promise<void> {
  for (const fim = Date.now() + 2000; pncp.estado().concorrencia.emCurso > 0 && Date.now() < fim; ) await new Promise((r) => setImmediate(r));
  expect(pncp.estado().concorrencia.emCurso).toBe(0);
}

describe('baixar', () => {
  it('streams the file with its name and type, holding a place until its end', async () => {
    servidor.setArquivos(NUMERO, [arquivo()]);
    const pncp = cliente();
    const { nome, tipo, conteudo } = await pncp.baixar(NUMERO, 1);
    expect([nome, tipo, pncp.estado().concorrencia.emCurso]).toEqual(['Edital nº 1.pdf', 'application/pdf', 1]);
    expect((await ler(conteudo)).equals(arquivo().conteudo)).toBe(true);
    await livre(pncp);
    const abandonado = await pncp.baixar(NUMERO, 1);
    abandonado.conteudo.destroy();
    await livre(pncp);
    await expect(pncp.baixar(NUMERO, 9)).rejects.toEqual(erro('pncp_nao_encontrado'));
  });

  it('gets over faults until the file begins', async () => {
    servidor.setArquivos(NUMERO, [arquivo({ conteudo: Buffer.from('pequeno') })]);
    for (const falha of ['limite', 'erro_500_texto', 'erro_503', 'vazio_errado', 'conexao_cortada', 'html_200', 'sem_resposta', 'corpo_lento'] as const) {
      servidor.next(falha, 1, 'arquivo');
      expect((await ler((await cliente().baixar(NUMERO, 1)).conteudo)).toString()).toBe('pequeno');
    }
  });

  it('fails in its stream when it breaks off', async () => {
    servidor.setArquivos(NUMERO, [arquivo()]);
    servidor.next('corpo_interrompido', 1, 'arquivo');
    const pncp = cliente();
    const { conteudo } = await pncp.baixar(NUMERO, 1);
    await expect(ler(conteudo)).rejects.toEqual(erro('pncp_arquivo_cortado'));
    await livre(pncp);
  });

  it('ends when its time is up or whoever asked gives up, read or not', async () => {
    const mudo = await startServidorHttp((r) => void r.writeHead(200, { 'content-type': 'application/pdf' }).write('metade'));
    try {
      const de = { url: mudo.url, consultaUrl: mudo.url };
      const pncp = cliente({ arquivo: { maxBytes: 1000, tempoMs: 60 } }, de);
      const [lido, parado] = [await pncp.baixar(NUMERO, 1), await pncp.baixar(NUMERO, 1)];
      await expect(ler(lido.conteudo)).rejects.toEqual(erro('pncp_arquivo_cortado', { causa: 'tempo_esgotado' }));
      await livre(pncp);
      expect(parado.nome).toBeNull();
      const desiste = new AbortController();
      const { conteudo } = await cliente({ arquivo: { maxBytes: 1000, tempoMs: 5000 } }, de).baixar(NUMERO, 1, desiste.signal);
      setImmediate(() => desiste.abort());
      await expect(ler(conteudo)).rejects.toEqual(expect.objectContaining({ codigo: 'pncp_cancelado' }));
    } finally {
      await mudo.fechar();
    }
  });

  it('brings nothing larger than allowed, announced or not', async () => {
    const limite = { arquivo: { maxBytes: 100_000, tempoMs: 5000 } };
    const pncp = cliente(limite);
    await expect(pncp.baixar(NUMERO, 1)).rejects.toEqual(erro('pncp_arquivo_grande', { maxBytes: 100_000 }));
    await livre(pncp);
    const mudo = await startServidorHttp((r) => {
      r.writeHead(200, { 'content-type': 'application/pdf' });
      r.write(Buffer.alloc(90_000));
      r.end(Buffer.alloc(90_000));
    });
    try {
      const { conteudo } = await cliente(limite, { url: mudo.url, consultaUrl: mudo.url }).baixar(NUMERO, 1);
      await expect(ler(conteudo)).rejects.toEqual(erro('pncp_arquivo_grande'));
    } finally {
      await mudo.fechar();
    }
  });

  it('takes HTML for a file only when it has a name', async () => {
    servidor.setArquivos(NUMERO, [arquivo({ nome: 'edital.html', tipo: 'text/html', conteudo: Buffer.from('<p>edital</p>') })]);
    expect((await ler((await cliente().baixar(NUMERO, 1)).conteudo)).toString()).toBe('<p>edital</p>');
    servidor.next('html_200', 2, 'arquivo');
    await expect(cliente({ tentativas: 2 }).baixar(NUMERO, 1)).rejects.toEqual(erro('pncp_resposta_invalida', { causa: 'html' }));
  });
});

describe('a redirect', () => {
  const para = (redirecionar: string): void => servidor.setArquivos(NUMERO, [arquivo({ redirecionar }), arquivo({ sequencialDocumento: 2, conteudo: Buffer.from('outro') })]);

  it('within the configured host is followed', async () => {
    para('2');
    expect((await ler((await cliente().baixar(NUMERO, 1)).conteudo)).toString()).toBe('outro');
  });

  it.each([
    ['a private address', () => alvo.url.replace('http:', 'https:'), 'endereco_privado'], ['plain http', () => 'http://exemplo.com.br/x', 'esquema'], ['another port of this machine', () => `${alvo.url}/x`, 'esquema'],
    ['the metadata of a cloud', () => 'https://169.254.169.254/latest', 'endereco_privado'], ['a local name', () => 'https://localhost/x', 'nome_local'], ['a password', () => 'https://a:b@exemplo.com.br/', 'credenciais'], ['itself, for ever', () => '1', 'saltos_demais'],
  ])('to %s is not', async (_, destino, motivo) => {
    para(destino());
    const antes = alvo.recebidos.length;
    await expect(cliente().baixar(NUMERO, 1)).rejects.toEqual(erro('pncp_redirecionado', { motivo }));
    expect(alvo.recebidos.length).toBe(antes);
  });

  it('is never followed for data', async () => {
    const s = await startServidorHttp((r: ServerResponse) => r.writeHead(302, { location: `${alvo.url}/x` }).end());
    try {
      const antes = alvo.recebidos.length;
      await expect(cliente({ tentativas: 2 }, { url: s.url, consultaUrl: s.url }).detalhe(NUMERO)).rejects.toEqual(erro('pncp_resposta_invalida', { status: 302 }));
      expect(alvo.recebidos.length).toBe(antes);
    } finally {
      await s.fechar();
    }
  });
});

describe('addresses', () => {
  it('of PNCP itself that resolve to a private network are refused; of a host the operator chose, taken', async () => {
    const resolver = (_: string, __: unknown, pronto: (e: null, a: { address: string; family: number }[]) => void): void => pronto(null, [{ address: '127.0.0.1', family: 4 }]);
    const comum = { conexaoMs: 1000, conexoes: 1, agente: 'x', resolver };
    const pedir = async (host: string): Promise<number> => {
      const base = `http://${host}:${alvo.porta}`;
      const t = createTransporte({ ...comum, consultaUrl: base, url: base });
      try {
        return (await t.pedir(`${base}/x`, new AbortController().signal, 1000)).status;
      } finally {
        await t.close();
      }
    };
    expect(await pedir('pncp.exemplo.com.br')).toBe(200);
    await expect(pedir('pncp.gov.br')).rejects.toEqual(erro('endereco_nao_permitido', { motivo: 'endereco_privado' }));
  });
});

describe('readNome', () => {
  it.each([
    ['attachment; filename="edital.pdf"', 'edital.pdf'], ['attachment; filename=edital.pdf; size=3', 'edital.pdf'], ["attachment; filename=\"x.pdf\"; filename*=UTF-8''Edital%20n%C2%BA%201.pdf", 'Edital nº 1.pdf'], ['attachment; filename="a\\"b.pdf"', 'a"b.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'], ['attachment; filename="C:\\\\x\\\\y.pdf"', 'y.pdf'], ['attachment; filename="a\u0000\u202eb.pdf"', 'ab.pdf'], ["attachment; filename*=UTF-8''%E0%A4%A; filename=b.pdf", 'b.pdf'], ['attachment; filename=".."', null], ['attachment', null], [null, null],
  ])('of %j is %j', (disposicao, nome) => {
    expect(readNome(disposicao)).toBe(nome);
  });
});
