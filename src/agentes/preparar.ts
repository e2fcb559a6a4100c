import { hashDe } from '../kernel/index.js';
import type { ContextoDeModelo } from '../modelos/index.js';
import { VERSAO_AGENTES } from './definicoes.js';
import type { Preparo } from './estagios/tipos.js';
import type { PedidoDeParecer } from './tipos.js';

/** The prompts of an analysis, made once: found kept when the same judgement was prepared before. */
export async function prepare({ organizacaoId, trabalhoId, documentos, guarda, sinal }: PedidoDeParecer, onChamada: ContextoDeModelo['onChamada']): Promise<{ readonly chave: string; readonly preparo: Preparo }> {
  // Both at once, on two threads: what answers the fixed questions does not depend on the judgement.
  const achados = documentos.search({ organizacaoId, trabalhoId, sinal, onChamada });
  achados.catch(() => undefined);
  const rascunho = await documentos.rascunhar();
  const chave = `preparo-agentes:${hashDe({ organizacaoId, conteudo: rascunho.conteudo, versao: VERSAO_AGENTES })}`;
  const guardado = await guarda.find(chave);
  if (guardado) return { chave, preparo: guardado };
  const preparo = await documentos.fechar(rascunho, await achados);
  await guarda.put(chave, preparo);
  return { chave, preparo };
}
