import type { Fatos } from '../../editais/index.js';
import type { PedidoDePreparo, Preparo } from '../estagios/tipos.js';
import { conhecidosDaEmpresa } from './empresa-da-pergunta.js';
import { chooseFatos, conhecidosDosFatos } from './fatos-da-pergunta.js';
import { idsDeDocumentos, writeDossie, type FonteDoDossie } from './write-dossie.js';

/** What a model is shown of a question over a set, and what its claims may repeat. Pure. */
export function preparePergunta({ trechos, pergunta, perguntaEntendida, empresa, conversa }: PedidoDePreparo, { documentos, fatos }: { readonly documentos: FonteDoDossie['documentos']; readonly fatos: Fatos }): Preparo {
  const mensagem = writeDossie({ documentos, trechos, fatos: chooseFatos(fatos, perguntaEntendida ?? pergunta, trechos), empresa, conversa, pergunta, perguntaEntendida });
  return { mensagem, nomes: [...idsDeDocumentos(documentos)].map(([nome, id]) => [id, nome]), conhecidos: [...conhecidosDosFatos(fatos), ...(empresa ? conhecidosDaEmpresa(empresa) : [])] };
}
