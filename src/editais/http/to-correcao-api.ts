import { evidenciaDoFato } from '../domain/fato.js';
import { perguntaDe } from '../correcoes/confrontar.js';
import type { CorrecaoEntity } from '../correcoes/correcao.entity.js';
import { toFato } from '../correcoes/correcoes.service.js';
import type { CorrecaoRequisitoVigente, LeituraDoCampo } from '../correcoes/tipos.js';
import type { CorrecaoApi } from './correcao.schema.js';

/** A correction as the API shows it. */
export function toCorrecaoApi(c: CorrecaoEntity): CorrecaoApi {
  const { id, licitacaoId, estado, motivo, autor, chaveApiId, observacao, encerradaPor, encerradaMotivo, substituidaPor } = c;
  const comum = { id, licitacaoId, estado, motivo, autor, chaveApiId, observacao, criadaEm: c.criadaEm.toISOString(), encerradaEm: c.encerradaEm?.toISOString() ?? null, encerradaPor, encerradaMotivo, substituidaPor };
  if (c.alvo === 'classe') return { ...comum, alvo: 'classe', sha256: c.referencia, classe: c.valor.classe, leituraDaMaquina: c.leituraMaquina } as CorrecaoApi;
  if (c.alvo === 'requisito') {
    const { exigido = null, status = null, validade } = c.valor as Pick<CorrecaoRequisitoVigente, 'exigido' | 'status' | 'validade'>;
    return { ...comum, alvo: 'requisito', requisitoId: c.referencia, exigido, status, validade: validade ?? null, mudaValidade: validade !== undefined, leituraDaMaquina: c.leituraMaquina as Record<string, unknown> | null };
  }
  const fato = toFato(c);
  const lida = c.leituraMaquina as LeituraDoCampo | null;
  return {
    ...comum, alvo: 'fato', campo: fato.campo, valor: fato.valor, ausencia: fato.ausencia ?? null, evidencia: fato.evidencia ?? null,
    leituraDaMaquina: lida && { valor: lida.valor, ausencia: lida.valor === null ? lida.ausencia : null, evidencia: evidenciaDoFato(lida), confianca: lida.valor === null ? null : lida.confianca },
    pergunta: estado === 'a_confirmar' && lida ? perguntaDe(fato, lida) : null,
  } as CorrecaoApi;
}
