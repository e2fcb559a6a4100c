import type { Analise, EstadoLicitacao, IdPrazo, Prazo, RequisitoHabilitacao, Verificacao } from '../domain/analise.js';
import { createContexto, type Certame, type EntradaAnalise } from '../contexto/contexto.js';
import { matrizDeHabilitacao } from '../habilitacao/index.js';
import { beneficiariaMeEpp, type Beneficiaria } from '../me-epp/empresa-beneficiaria.js';
import { meEppPorItem, type MeEppItem } from '../me-epp/me-epp-item.js';
import { estadoDe, isParada, prazosDe, proximoPrazoDe } from '../prazos/index.js';
import { REGRAS_VERSAO, verificar } from '../verificacoes/index.js';
import type { Calendario } from '../../kernel/index.js';
import { pontosAEsclarecer, type Ponto } from './pontos.js';

export type { EntradaAnalise } from '../contexto/contexto.js';

/** What stage 4 finds out. A function of its input: same texts, facts, company and `agora`, same answer. */
export interface ResultadoAnalise {
  readonly regrasVersao: string;
  readonly regime: Analise['regime'];
  /** Why that law: Portuguese. */
  readonly regimeMotivo: string;
  readonly estado: EstadoLicitacao;
  readonly certame: Certame;
  /** Calendar of the buyer, for what comes after (plans, validity). */
  readonly calendario: Calendario;
  readonly prazos: readonly Prazo[];
  readonly proximoPrazo: IdPrazo | null;
  readonly verificacoes: readonly Verificacao[];
  readonly habilitacao: readonly RequisitoHabilitacao[];
  readonly meEpp: { readonly empresa: Beneficiaria; readonly itens: readonly MeEppItem[] };
  readonly pontosAEsclarecer: readonly Ponto[];
}

/** Stage 4: deadlines, legal checks, habilitação matrix and ME/EPP treatment of a tender for a company. Pure. */
export function analyse(entrada: EntradaAnalise): ResultadoAnalise {
  const c = createContexto(entrada);
  const prazos = prazosDe(c);
  const verificacoes = verificar(c);
  return {
    regrasVersao: REGRAS_VERSAO,
    regime: c.regime.regime, regimeMotivo: c.regime.motivo,
    estado: estadoDe(c), certame: c.certame, calendario: c.calendario,
    prazos, proximoPrazo: isParada(c.licitacao) ? null : proximoPrazoDe(prazos), verificacoes,
    habilitacao: matrizDeHabilitacao(c),
    meEpp: { empresa: beneficiariaMeEpp(c.empresa), itens: meEppPorItem(c) },
    pontosAEsclarecer: pontosAEsclarecer(c, verificacoes, prazos),
  };
}
