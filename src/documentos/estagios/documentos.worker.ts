import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AlicitError } from '../../kernel/index.js';
import { readDocumento, reunir, type NaoLido } from '../../editais/index.js';
import { asTarefa } from '../../oficina/index.js';
import { readDocumentosEmpresa } from '../domain/read-documento-empresa.js';
import type { AmbienteDocumentos, ArquivoDaEmpresa, ArquivoLido, DocumentoDaEmpresa } from './tipos.js';

/**
 * Reads one file of the company: taken apart when it is an archive, each document read and recognised. Nothing is kept: these are the
 * company's own papers, with people's names, and leave no copy in the caches of tenders.
 */
export const ler = asTarefa(async ({ arquivo, ambiente }: { readonly arquivo: ArquivoDaEmpresa; readonly ambiente: AmbienteDocumentos }): Promise<ArquivoLido> => {
  const info = await stat(arquivo.caminho).catch(() => null);
  if (!info?.isFile()) return { documentos: [], naoLido: [{ documento: arquivo.nome, codigo: 'nao_encontrado', motivo: 'O arquivo não existe ou não pode ser aberto. Confira o caminho.' }] };
  if (info.size > ambiente.reunir.maxBytesArquivo) return { documentos: [], naoLido: [{ documento: arquivo.nome, codigo: 'arquivo_grande', motivo: `O arquivo passa do limite de ${Math.round(ambiente.reunir.maxBytesArquivo / 1024 / 1024)} MB e não foi lido.` }] };
  const { arquivos, naoLido } = await reunir([{ nome: arquivo.nome, bytes: await readFile(arquivo.caminho) }], ambiente.reunir);
  const documentos: DocumentoDaEmpresa[] = [];
  const perdidos: NaoLido[] = [...naoLido];
  for (const a of arquivos) {
    try {
      const lido = await readDocumento(a, { maxPaginas: ambiente.maxPaginas });
      if (!lido.paginas.some((p) => p.texto.trim())) perdidos.push({ documento: a.nome, codigo: 'sem_texto', motivo: 'O documento não tem camada de texto (imagem digitalizada): não foi lido.' });
      else {
        const deArquivo = a.nome.includes('!');
        if (deArquivo && arquivo.pastaSaida) await writeFile(join(arquivo.pastaSaida, a.sha256), a.bytes, { mode: 0o600 });
        documentos.push({ nome: a.nome, sha256: a.sha256, deArquivo, papeis: readDocumentosEmpresa(a.nome, lido.paginas), naoLido: lido.naoLido });
      }
    } catch (erro) {
      if (!(erro instanceof AlicitError)) throw erro;
      perdidos.push({ documento: a.nome, codigo: erro.codigo, motivo: erro.message });
    }
  }
  return { documentos, naoLido: perdidos };
});
