import type { Prazo } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, readFato } from '../contexto/lido.js';
import { formatDia, formatInstante, isDiaUtil, toMillis } from '../../kernel/index.js';
import { toPrazo } from './leituras.js';

/** End of the proposals: the edital's hour and PNCP's; the earlier binds, and only what both agree is over is over. */
export function prazoPropostas(c: Contexto): Prazo {
  const edital = readFato(c.fatos, 'propostas_fim');
  const pncp = c.licitacao?.encerramentoPropostas ?? null;
  const divergem = edital !== null && pncp !== null && toMillis(edital.valor) !== toMillis(pncp);
  const prazo = toPrazo(c, {
    id: 'propostas', titulo: 'Fim do recebimento das propostas', impresso: edital?.valor ?? null, outro: pncp, dispositivo: dispositivoDe(c),
    evidencias: evidenciasDe(edital),
    conflitos: divergem ? [`O edital diz ${formatInstante(edital.valor)} e o PNCP, ${formatInstante(pncp)}: confira se houve retificação; cumpra o mais cedo.`] : [],
    observacoes: !edital && pncp ? ['Data informada pelo PNCP; o texto lido não a mostra.'] : [],
  });
  return divergem && isPast(c, edital.valor) !== isPast(c, pncp) ? { ...prazo, encerrado: null } : prazo;
}

/** Where the law speaks of the least time to receive proposals. */
function dispositivoDe(c: Contexto): string | null {
  if (c.regime.regime === '13303') return 'art. 39 da Lei 13.303/2016';
  const modalidade = c.certame.modalidade?.valor;
  if (modalidade === 'dispensa') return 'art. 75, § 3º, da Lei 14.133/2021';
  return modalidade === 'inexigibilidade' || modalidade === 'credenciamento' ? null : 'art. 55 da Lei 14.133/2021';
}

/** The public session, as printed. */
export function prazoSessao(c: Contexto): Prazo {
  const sessao = c.certame.sessao;
  const dia = sessao?.valor.slice(0, 10);
  return toPrazo(c, {
    id: 'sessao', titulo: 'Abertura da sessão pública', impresso: sessao?.valor ?? null, dispositivo: null, evidencias: evidenciasDe(sessao),
    conflitos: sessao?.conflito ? ['O edital traz mais de uma data para a sessão: confirme com o órgão.'] : [],
    observacoes: [
      ...(dia && !isDiaUtil(c.calendario, dia, 'otimista') ? [`A sessão está marcada para ${formatDia(dia)}, dia sem expediente.`] : []),
      ...(c.certame.deslocamento !== '-03:00' ? [`Hora local do edital (UTC${c.certame.deslocamento}), não a de Brasília.`] : []),
    ],
  });
}

const isPast = (c: Contexto, instante: string): boolean => toMillis(instante) < toMillis(c.agora);
