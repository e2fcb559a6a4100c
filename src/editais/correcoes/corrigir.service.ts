import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Acesso } from '../../acesso/index.js';
import { AlicitError, canonicalJson, conflito, hashDe, invalido, naoEncontrado, type Evidencia } from '../../kernel/index.js';
import { LicitacoesService } from '../../licitacoes/licitacoes.module.js';
import { isId, newId } from '../../storage/index.js';
import { cleanJson, DaOrganizacao } from '../../storage/storage.module.js';
import type { ClasseDocumento } from '../domain/documento.js';
import type { Ausencia, Campo } from '../domain/fato.js';
import { EstagiosEdital } from '../estagios/estagios-edital.js';
import { LeiturasService, type EstadoLeitura } from '../leituras/leituras.service.js';
import { requirePronta } from '../leituras/require-pronta.js';
import { hashDaLeitura } from './confrontar.js';
import { CorrecaoEntity } from './correcao.entity.js';
import type { CorrecaoRequisitoVigente } from './tipos.js';
import { parseValorDoCampo } from './valor-do-campo.js';

/** Who says it, and why. */
export interface Autoria {
  readonly motivo: string;
  readonly autor: string;
}
export interface DadosFato extends Autoria {
  readonly valor?: unknown;
  readonly ausencia?: Exclude<Ausencia, 'nao_lido'> | undefined;
  readonly evidencia?: Evidencia | undefined;
}
/** What is corrected: a field, a row of the matrix, or a document's class. */
export interface Alvo {
  readonly licitacaoId: string;
  readonly alvo: CorrecaoEntity['alvo'];
  readonly referencia: string;
}

/**
 * Reads the matrix row of a tender as it was last judged, for the record; null while nothing was judged; set by who judges.
 * @throws AlicitError `requisito_nao_encontrado` when judgements exist and none has the row
 */
export type LeRequisito = (organizacaoId: string, licitacaoId: string, requisitoId: string) => Promise<object | null>;

/** Makes, withdraws and confirms corrections: nothing is ever overwritten. */
@Injectable()
export class CorrigirService {
  private leRequisito: LeRequisito = async () => null;

  constructor(
    private readonly banco: DaOrganizacao,
    private readonly leituras: LeiturasService,
    private readonly estagios: EstagiosEdital,
    private readonly licitacoes: LicitacoesService,
  ) {}

  /** Told by who judges how to read a row of the matrix. */
  useRequisitos(le: LeRequisito): void {
    this.leRequisito = le;
  }

  /** @throws AlicitError `correcao_invalida` with pointers; `leitura_em_curso`, `leitura_falhou`, `sem_arquivos` */
  async correctFato(quem: Acesso, licitacaoId: string, campo: Campo, dados: DadosFato): Promise<CorrecaoEntity> {
    const estado = requirePronta(await this.leituras.ensure(quem.organizacaoId, licitacaoId));
    const temValor = dados.valor !== undefined && dados.valor !== null;
    if (temValor === (dados.ausencia !== undefined)) throw refuse('Informe o valor do campo ou, sem valor, a ausência (nao_exige, nao_encontrado ou nao_se_aplica).', temValor ? '/ausencia' : '/valor');
    const valor = temValor ? withPonteiro(() => parseValorDoCampo(campo, dados.valor)) : null;
    const evidencia = dados.evidencia && (await this.check(estado, dados.evidencia));
    const { leitura } = estado.pronta;
    return this.put(quem, { licitacaoId, alvo: 'fato', referencia: campo }, { valor, ...(dados.ausencia ? { ausencia: dados.ausencia } : {}), ...(evidencia ? { evidencia } : {}) }, dados, () => ({
      leituraMaquina: leitura.fatos[campo], leituraHash: hashDaLeitura(leitura, campo),
    }));
  }

  /** @throws AlicitError `requisito_nao_encontrado` */
  async correctRequisito(quem: Acesso, licitacaoId: string, requisitoId: string, { motivo, autor, ...valor }: Autoria & Pick<CorrecaoRequisitoVigente, 'exigido' | 'status' | 'validade'>): Promise<CorrecaoEntity> {
    await this.licitacoes.get(quem.organizacaoId, licitacaoId);
    const lida = await this.leRequisito(quem.organizacaoId, licitacaoId, requisitoId);
    return this.put(quem, { licitacaoId, alvo: 'requisito', referencia: requisitoId }, valor, { motivo, autor }, () => ({ leituraMaquina: lida, leituraHash: lida && hashDe(lida) }));
  }

  /** The set is read again with the class given. @throws AlicitError `documento_nao_encontrado` */
  async correctClasse(quem: Acesso, licitacaoId: string, sha256: string, { classe, motivo, autor }: Autoria & { readonly classe: ClasseDocumento }): Promise<CorrecaoEntity> {
    const { pronta } = requirePronta(await this.leituras.ensure(quem.organizacaoId, licitacaoId));
    const documento = pronta.leitura.documentos.find((d) => d.sha256 === sha256);
    if (!documento) throw naoEncontrado('documento_nao_encontrado', 'Não há documento lido com esse sha256 nesta licitação.');
    const feita = await this.put(quem, { licitacaoId, alvo: 'classe', referencia: sha256 }, { classe }, { motivo, autor }, (anterior) => {
      const lida = anterior?.leituraMaquina ?? { classe: documento.classe, motivo: documento.motivo };
      return { leituraMaquina: lida, leituraHash: hashDe(lida) };
    });
    await this.leituras.ensure(quem.organizacaoId, licitacaoId);
    return feita;
  }

  /** @throws AlicitError `correcao_nao_encontrada` when nothing is corrected there */
  async withdraw(quem: Acesso, alvo: Alvo, autoria: Autoria): Promise<CorrecaoEntity> {
    const { motivo, autor } = cleanJson(autoria);
    await this.licitacoes.get(quem.organizacaoId, alvo.licitacaoId);
    const retirada = await this.banco.transaction(async (m) => {
      const viva = await this.lockViva(m, quem, alvo);
      if (!viva) throw naoEncontrada();
      return this.close(m, quem, viva, { estado: 'retirada', encerradaPor: autor, encerradaMotivo: motivo });
    });
    if (alvo.alvo === 'classe') await this.leituras.ensure(quem.organizacaoId, alvo.licitacaoId);
    return retirada;
  }

  /** A correction that an amendment touched holds all the same: said again, over what the machine reads now. @throws AlicitError `correcao_nao_pendente` */
  async confirm(quem: Acesso, licitacaoId: string, correcaoId: string, autoria: Autoria): Promise<CorrecaoEntity> {
    await this.licitacoes.get(quem.organizacaoId, licitacaoId);
    const pedida = isId('cor', correcaoId) ? await this.banco.of(CorrecaoEntity).find(quem.organizacaoId, { id: correcaoId, licitacaoId }) : null;
    if (!pedida) throw naoEncontrada();
    const { pronta } = requirePronta(await this.leituras.ensure(quem.organizacaoId, licitacaoId));
    return this.banco.transaction(async (m) => {
      const viva = await this.lockViva(m, quem, pedida);
      if (viva?.id !== correcaoId || viva.estado !== 'a_confirmar') throw conflito('correcao_nao_pendente', 'Esta correção não espera confirmação.', { estado: viva?.id === correcaoId ? viva.estado : pedida.estado });
      const campo = viva.referencia as Campo;
      return this.replace(m, quem, viva, viva, viva.valor, cleanJson(autoria), { leituraMaquina: pronta.leitura.fatos[campo], leituraHash: hashDaLeitura(pronta.leitura, campo) });
    });
  }

  /** A correction said twice with the same words is one. */
  private put(quem: Acesso, alvo: Alvo, dito: Record<string, unknown>, dita: Autoria, lida: (anterior: CorrecaoEntity | null) => Lida): Promise<CorrecaoEntity> {
    const [valor, autoria] = cleanJson([dito, dita] as const);
    return this.banco.transaction(async (m) => {
      const viva = await this.lockViva(m, quem, alvo);
      const maquina = lida(viva);
      if (viva?.estado === 'vigente' && viva.motivo === autoria.motivo && viva.autor === autoria.autor && viva.leituraHash === maquina.leituraHash && canonicalJson(viva.valor) === canonicalJson(valor)) return viva;
      return this.replace(m, quem, alvo, viva, valor, autoria, maquina);
    });
  }

  private async replace(m: EntityManager, quem: Acesso, { licitacaoId, alvo, referencia }: Alvo, viva: CorrecaoEntity | null, valor: Record<string, unknown>, { motivo, autor }: Autoria, lida: Lida): Promise<CorrecaoEntity> {
    const id = newId('cor');
    if (viva) await this.close(m, quem, viva, { estado: 'substituida', encerradaPor: autor, encerradaMotivo: motivo, substituidaPor: id });
    const nova = { id, licitacaoId, alvo, referencia, valor, motivo, autor, chaveApiId: quem.chaveId, ...cleanJson(lida), estado: 'vigente' as const, observacao: null, criadaEm: new Date() };
    await this.banco.of(CorrecaoEntity, m).insert(quem.organizacaoId, nova as never);
    return { ...nova, organizacaoId: quem.organizacaoId, substituidaPor: null, encerradaEm: null, encerradaPor: null, encerradaMotivo: null };
  }

  private async close(m: EntityManager, quem: Acesso, viva: CorrecaoEntity, fim: Pick<CorrecaoEntity, 'estado' | 'encerradaPor' | 'encerradaMotivo'> & { readonly substituidaPor?: string }): Promise<CorrecaoEntity> {
    const mudanca = { ...fim, encerradaEm: new Date() };
    await this.banco.of(CorrecaoEntity, m).update(quem.organizacaoId, { id: viva.id }, mudanca);
    return { ...viva, ...mudanca };
  }

  /** The correction that is alive there, if any; two at once wait for each other. */
  private async lockViva(m: EntityManager, { organizacaoId }: Acesso, { licitacaoId, alvo, referencia }: Alvo): Promise<CorrecaoEntity | null> {
    await m.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`correcao ${licitacaoId} ${alvo} ${referencia}`]);
    const da = this.banco.of(CorrecaoEntity, m);
    return (await da.find(organizacaoId, { licitacaoId, alvo, referencia, estado: 'vigente' })) ?? da.find(organizacaoId, { licitacaoId, alvo, referencia, estado: 'a_confirmar' });
  }

  private async check({ pronta, classes }: Extract<EstadoLeitura, { estado: 'pronta' }>, evidencia: Evidencia): Promise<Evidencia> {
    try {
      return await this.leituras.useConjunto(pronta.lido, classes, (pedido) => this.estagios.conferir(pedido, evidencia));
    } catch (erro) {
      throw pointed(erro);
    }
  }
}

interface Lida {
  readonly leituraMaquina: unknown;
  readonly leituraHash: string | null;
}

const refuse = (mensagem: string, ponteiro: string): AlicitError => invalido('correcao_invalida', mensagem, { erros: [{ ponteiro, mensagem }] });
const naoEncontrada = (): AlicitError => naoEncontrado('correcao_nao_encontrada', 'Não há correção em vigor aí.');

/** The pointer of the domain's error, where the API puts pointers. */
const pointed = (erro: unknown): unknown => (erro instanceof AlicitError && erro.codigo === 'correcao_invalida' && typeof erro.detalhes?.ponteiro === 'string' ? refuse(erro.message, erro.detalhes.ponteiro) : erro);

function withPonteiro<T>(fazer: () => T): T {
  try {
    return fazer();
  } catch (erro) {
    throw pointed(erro);
  }
}
