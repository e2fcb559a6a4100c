import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DaOrganizacao, type Pagina } from '../../storage/storage.module.js';
import type { Ausencia, Campo } from '../domain/fato.js';
import type { ClasseDocumento } from '../domain/documento.js';
import type { ClassesCorrigidas } from '../em-vigor/montar-conjunto.js';
import type { Evidencia } from '../../kernel/index.js';
import { askConfirmacao, confrontCorrecoes, type LeituraComparada } from './confrontar.js';
import { CorrecaoEntity } from './correcao.entity.js';
import type { CorrecaoFatoViva, CorrecaoFatoVigente, CorrecaoRequisitoVigente, CorrecoesVigentes, CorrecoesVivas, LeituraDoCampo } from './tipos.js';

/** Corrections that are in force or wait: one for each thing corrected, so that these bounds are never near. */
const MAX_VIVAS = 1000;
const TOCADA = 'Os documentos mudaram e a leitura automática deste campo também: confirme ou retire a correção.';

/** People's corrections of a tender, as judging and the reading of facts use them. */
@Injectable()
export class CorrecoesService {
  constructor(private readonly banco: DaOrganizacao) {}

  /** What counts now, in the order in which it was said. */
  async vigentes(organizacaoId: string, licitacaoId: string): Promise<CorrecoesVigentes> {
    const vivas = await this.listVivas(organizacaoId, licitacaoId);
    const of = (alvo: CorrecaoEntity['alvo'], estado: CorrecaoEntity['estado'] = 'vigente'): CorrecaoEntity[] => vivas.filter((c) => c.alvo === alvo && c.estado === estado);
    return { fatos: of('fato').map(toFato), requisitos: of('requisito').map(toRequisito), classes: toClasses(of('classe')), aConfirmar: of('fato', 'a_confirmar').map((c) => askConfirmacao(toViva(c))) };
  }

  /** All that nobody took back, in the order in which it was said: what an analysis starts from. It compares them with its own reading. */
  async vivas(organizacaoId: string, licitacaoId: string): Promise<CorrecoesVivas> {
    const vivas = await this.listVivas(organizacaoId, licitacaoId);
    const of = (alvo: CorrecaoEntity['alvo']): CorrecaoEntity[] => vivas.filter((c) => c.alvo === alvo);
    return { fatos: of('fato').map(toViva), requisitos: of('requisito').map(toRequisito), classes: toClasses(of('classe')) };
  }

  /** Classes given by people, by sha256. */
  async classes(organizacaoId: string, licitacaoId: string): Promise<ClassesCorrigidas> {
    return toClasses(await this.banco.of(CorrecaoEntity).list(organizacaoId, { licitacaoId, alvo: 'classe', estado: 'vigente' }, { id: 'ASC' }, MAX_VIVAS));
  }

  /**
   * Compares what people corrected with what the machine reads now: what an amendment touched waits for a person, and
   * what reads again as it did counts again. To be called when a reading of the tender's files is at hand.
   */
  async confront(organizacaoId: string, licitacaoId: string, leitura: LeituraComparada): Promise<CorrecoesVigentes> {
    const vivas = (await this.listVivas(organizacaoId, licitacaoId)).filter((c) => c.alvo === 'fato');
    const tocadas = new Set(confrontCorrecoes(vivas.map(toFato), leitura).aConfirmar.map((c) => c.id));
    for (const c of vivas) {
      const estado = tocadas.has(c.id) ? 'a_confirmar' : 'vigente';
      if (c.estado !== estado) await this.banco.of(CorrecaoEntity).update(organizacaoId, { id: c.id, estado: c.estado }, { estado, observacao: estado === 'a_confirmar' ? TOCADA : null });
    }
    return this.vigentes(organizacaoId, licitacaoId);
  }

  /** All that was ever said, newest first. */
  page(organizacaoId: string, licitacaoId: string, pagina: { readonly cursor?: string | undefined; readonly limite: number }): Promise<Pagina<CorrecaoEntity>> {
    return this.banco.of(CorrecaoEntity).page(organizacaoId, { licitacaoId }, pagina);
  }

  /** In force or waiting, in the order in which they were said. */
  listVivas(organizacaoId: string, licitacaoId: string): Promise<CorrecaoEntity[]> {
    return this.banco.of(CorrecaoEntity).list(organizacaoId, { licitacaoId, estado: In(['vigente', 'a_confirmar']) }, { id: 'ASC' }, MAX_VIVAS);
  }
}

interface ValorFato {
  readonly valor: unknown;
  readonly ausencia?: Exclude<Ausencia, 'nao_lido'>;
  readonly evidencia?: Evidencia;
}

export function toFato(c: CorrecaoEntity): CorrecaoFatoVigente {
  const { valor, ausencia, evidencia } = c.valor as unknown as ValorFato;
  return {
    alvo: 'fato', id: c.id, campo: c.referencia as Campo, valor, ...(ausencia ? { ausencia } : {}), ...(evidencia ? { evidencia } : {}),
    motivo: c.motivo, autor: c.autor, em: c.criadaEm.toISOString(), leituraHash: c.leituraHash ?? '',
  };
}

const toViva = (c: CorrecaoEntity): CorrecaoFatoViva => ({ ...toFato(c), leituraEntao: c.leituraMaquina as LeituraDoCampo });

const toRequisito = (c: CorrecaoEntity): CorrecaoRequisitoVigente => ({
  ...(c.valor as Pick<CorrecaoRequisitoVigente, 'exigido' | 'status' | 'validade'>), alvo: 'requisito', id: c.referencia, motivo: c.motivo, autor: c.autor, em: c.criadaEm.toISOString(),
});

const toClasses = (correcoes: readonly CorrecaoEntity[]): ClassesCorrigidas =>
  Object.fromEntries(correcoes.filter((c) => c.estado === 'vigente').map((c) => [c.referencia, c.valor.classe as ClasseDocumento]));
