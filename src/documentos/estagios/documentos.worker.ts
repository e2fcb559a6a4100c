import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AlicitError, indisponivel, sha256De } from '../../kernel/index.js';
import { decodeLeitura, encodeLeitura, finishLeitura, readBytes, reunir, type NaoLido, type ResultadoOcr } from '../../editais/index.js';
import { asTarefa } from '../../oficina/index.js';
import { concludeDocumento } from './conclude-documento.js';
import type { AmbienteDocumentos, ArquivoAberto, ArquivoDaEmpresa, ArquivoLido, DocumentoDaEmpresa, DocumentoPendente, Saida } from './tipos.js';

/**
 * First look at a file of the company: taken apart when it is an archive, each document read, and recognised unless pages of it wait for
 * OCR. Nothing is kept: these are the company's own papers, with people's names, and leave no copy in the caches of tenders.
 */
export const ler = asTarefa(async ({ arquivo, saida, ambiente }: { readonly arquivo: ArquivoDaEmpresa; readonly saida: Saida; readonly ambiente: AmbienteDocumentos }): Promise<ArquivoAberto> => {
  const info = await stat(arquivo.caminho).catch(() => null);
  if (!info?.isFile()) return { documentos: [], naoLido: [{ documento: arquivo.nome, codigo: 'nao_encontrado', motivo: 'O arquivo não existe ou não pode ser aberto. Confira o caminho.' }] };
  if (info.size > ambiente.reunir.maxBytesArquivo) return { documentos: [], naoLido: [{ documento: arquivo.nome, codigo: 'arquivo_grande', motivo: `O arquivo passa do limite de ${Math.round(ambiente.reunir.maxBytesArquivo / 1024 / 1024)} MB e não foi lido.` }] };
  const bytes = await readFile(arquivo.caminho);
  const inteiro = sha256De(bytes);
  const { arquivos, naoLido } = await reunir([{ nome: arquivo.nome, bytes }], ambiente.reunir);
  const documentos: (DocumentoDaEmpresa | DocumentoPendente)[] = [];
  const perdidos: NaoLido[] = [...naoLido];
  for (const a of arquivos) {
    try {
      const leitura = await readBytes(a.tipo, a.bytes, ambiente);
      const { nome, sha256 } = a;
      const deArquivo = nome.includes('!');
      const pendentes = (leitura.pendentes ?? []).slice(0, ambiente.maxPaginasOcr);
      const naPasta = deArquivo || sha256 !== inteiro;
      if (naPasta && (saida.tudo || pendentes.length)) await put(saida.pasta, sha256, a.bytes);
      if (pendentes.length) documentos.push({ nome, sha256, deArquivo, tipo: a.tipo === 'imagem' ? 'imagem' : 'pdf', naPasta, pendentes, leitura: encodeLeitura(leitura) });
      else {
        const lido = concludeDocumento({ nome, sha256, deArquivo }, finishLeitura(leitura));
        documentos.push(...lido.documentos);
        perdidos.push(...lido.naoLido);
      }
    } catch (erro) {
      if (!(erro instanceof AlicitError)) throw erro;
      perdidos.push({ documento: a.nome, codigo: erro.codigo, motivo: erro.message });
    }
  }
  return { documentos, naoLido: perdidos };
});

/** Second look at a document: with what OCR gave, by page. */
export const concluir = asTarefa(async ({ documento, resultados }: { readonly documento: DocumentoPendente; readonly resultados: ReadonlyMap<number, ResultadoOcr> }): Promise<ArquivoLido> =>
  concludeDocumento(documento, finishLeitura(decodeLeitura(documento.leitura), resultados, 'limite')));

async function put(pasta: string, sha256: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(pasta, { recursive: true, mode: 0o700 });
    await writeFile(join(pasta, sha256), bytes, { mode: 0o600 });
  } catch (erro) {
    throw indisponivel('arquivos_indisponiveis', 'A pasta de dados não pôde ser gravada: confira o espaço e as permissões dela.', { motivo: (erro as { code?: string }).code ?? 'desconhecido' });
  }
}
