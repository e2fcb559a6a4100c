import type { Verificacao } from '../../analises/index.js';
import { isAConferir } from './caso.js';
import { limpar } from './palavras.js';
import { NORMA, TEMA } from './norma-por-regra.js';
import { PERGUNTAS } from './perguntas-por-regra.js';
import { semRepetir, type Ponto } from './ponto.js';
import { toFrase, toPedido, toPergunta, toPeticao } from './voz.js';

/** Requests that a suggestion does not give in a form that can follow "requer". */
const PEDIDOS: Readonly<Record<string, string>> = {
  criterio_modalidade_art6: 'a correção do critério de julgamento',
  declaracao_custos_art63: 'a indicação de onde se faz a declaração',
  declaracao_me_epp_art4: 'a indicação de onde se faz a declaração',
  concordata_extinta: 'a confirmação de que a certidão negativa de falência atende à exigência',
  escritorio_local: 'a justificativa da exigência, ou que a estrutura seja exigida só do contratado',
  retificacao_art55: 'a reabertura do prazo das propostas',
  sede_no_objeto: 'a justificativa da restrição de lugar ou a sua retirada',
  me_epp_exclusiva_acima_80mil: 'a indicação da norma que ampara a exclusividade ou a ampla disputa desses itens',
};
const CORRIGIR = 'a correção do edital nesse ponto';

/** A check as a point; `evidencias` when they are other than all of the check's. */
export function pontoDeVerificacao(v: Verificacao, { id = v.regra, evidencias = v.evidencias }: { readonly id?: string; readonly evidencias?: Verificacao['evidencias'] } = {}): Ponto {
  return {
    id, titulo: TEMA[v.regra] ?? limpar(v.titulo, 200), norma: NORMA[v.regra] ?? null, evidencias: semRepetir(evidencias),
    duvida: toFrase(limpar(toPeticao(v.motivo))) || toFrase(limpar(v.titulo)),
    dispositivo: limpar(v.dispositivo, 300), pergunta: PERGUNTAS[v.regra] ?? limpar(toPergunta(v.sugestao)), pedido: PEDIDOS[v.regra] ?? limpar(toPedido(v.sugestao) ?? CORRIGIR),
    aConferir: isAConferir(v), nivelFonte: v.nivelFonte, valor: v.valor === null ? null : limpar(v.valor, 200), limite: v.limite === null ? null : limpar(v.limite, 200), excluiEmpresa: v.excluiEmpresa === true,
  };
}
