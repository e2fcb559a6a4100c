import type { Estado } from './estado.ts';
import { gerarResultados } from './gerar-itens.ts';
import { comJson, recusa, vazio, type Resposta } from './resposta.ts';
import { chaveDe, type Arquivo, type Registro } from './tipos.ts';

/** What the lists do not show. */
const detalheDe = (r: Registro): object => ({ orcamentoSigilosoCodigo: 1, orcamentoSigilosoDescricao: 'Compra sem sigilo', existeResultado: false, ...r });

/** A bare array, paged when asked: `pagina` from 1, 10 a page unless told. A page past the end is an empty array. */
function paginar(lista: readonly unknown[], p: URLSearchParams, caminho: string): Resposta {
  const pagina = Number(p.get('pagina') ?? 1);
  const tamanho = Number(p.get('tamanhoPagina') ?? 10);
  if (!Number.isInteger(pagina) || !Number.isInteger(tamanho) || pagina < 1 || tamanho < 1) return recusa(400, 'Página inválida.', caminho);
  return comJson(lista.slice((pagina - 1) * tamanho, pagina * tamanho));
}

function toArquivoJson(a: Arquivo, registro: Registro, base: string): object {
  const { cnpj, ano, sequencial } = chaveDe(registro.numeroControlePNCP)!;
  const url = `${base}/pncp-api/v1/orgaos/${cnpj}/compras/${ano}/${sequencial}/arquivos/${a.sequencialDocumento}`;
  return {
    anoCompra: ano, cnpj, dataPublicacaoPncp: a.dataPublicacaoPncp, sequencialCompra: sequencial, sequencialDocumento: a.sequencialDocumento, statusAtivo: a.statusAtivo, tipoDocumentoDescricao: a.tipoDocumentoNome,
    tipoDocumentoId: a.tipoDocumentoId, tipoDocumentoNome: a.tipoDocumentoNome, titulo: a.titulo, uri: url, url,
  };
}

function toDownload(a: Arquivo): Resposta {
  if (a.redirecionar !== undefined) return { status: 302, tipo: null, corpo: Buffer.alloc(0), cabecalhos: { location: a.redirecionar } };
  const ascii = a.nome.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return { status: 200, tipo: a.tipo, corpo: a.conteudo, cabecalhos: { 'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(a.nome)}` } };
}

/** `/v1/orgaos/{cnpj}/compras/{ano}/{seq}[/…]`: `partes` is what follows the sequencial. Null: no such route. */
export function responderLeitura(estado: Estado, registro: Registro | null, partes: readonly string[], p: URLSearchParams, caminho: string, base: string): Resposta | null {
  const [parte, segunda, terceira] = partes;
  if (!registro) return recusa(404, 'Contratação não encontrada.', caminho);
  if (parte === undefined) return comJson(detalheDe(registro));
  const lista = parte === 'itens' ? estado.itensDe(registro) : parte === 'historico' ? estado.historicoDe(registro) : parte === 'arquivos' ? estado.arquivosDe(registro) : null;
  if (!lista) return null;
  if (segunda === 'quantidade') return comJson(parte === 'arquivos' ? estado.arquivosDe(registro).filter((a) => a.statusAtivo).length : lista.length);
  if (segunda === undefined) return paginar(parte === 'arquivos' ? estado.arquivosDe(registro).filter((a) => a.statusAtivo).map((a) => toArquivoJson(a, registro, base)) : lista, p, caminho);
  if (parte === 'arquivos') {
    const arquivo = estado.arquivosDe(registro).find((a) => String(a.sequencialDocumento) === segunda);
    return arquivo ? toDownload(arquivo) : recusa(404, 'Documento não encontrado.', caminho);
  }
  if (parte !== 'itens') return null;
  const item = estado.itensDe(registro).find((i) => String(i.numeroItem) === segunda);
  if (!item) return recusa(404, 'Item não encontrado.', caminho);
  if (terceira === undefined) return comJson(item);
  if (terceira !== 'resultados') return null;
  const resultados = gerarResultados(registro, item);
  return resultados.length ? comJson(resultados) : vazio();
}
