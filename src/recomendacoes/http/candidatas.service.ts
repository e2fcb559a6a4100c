import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError } from '../../kernel/index.js';
import type { Empresa } from '../../empresas/index.js';
import { emPreparo } from '../motor/em-preparo.js';
import { MotorService, type DaEmpresa } from '../motor/motor.service.js';
import { perfilHash } from '../motor/perfil-hash.js';
import { VERSAO_MOTOR } from '../motor/versao.js';
import { readMotorVigente } from '../motor/vigente.js';
import type { Candidata } from '../ordenar/tipos.js';

const DIA_MS = 86_400_000;
/** Lists of past moments that are remembered, for how long. */
const AVULSAS = 20;
const AVULSA_MS = 10 * 60_000;

/** What a company's list is ordered from. */
export interface Candidatas {
  readonly candidatas: readonly Candidata[];
  readonly calculadaEm: Date;
  readonly cortada: boolean;
}

/** The company as it is asked for. */
export interface EmpresaPedida extends DaEmpresa {
  readonly perfil: Empresa;
  readonly versao: number;
}

interface LinhaEstado { readonly empresa_versao: number; readonly perfil: string; readonly motor: string; readonly cortada: boolean; readonly calculada_em: Date }

/** By key, a text for each match (`offset 0`): the planner would rather read all texts. */
const TEXTO = 'select * from alicit.recomendacao_texto x where x.numero = r.numero offset 0';

/** The matches of a company: those kept, made first when they are of another profile or engine; of the past, made for the moment. */
@Injectable()
export class CandidatasService {
  private readonly emCurso = new Map<string, Promise<unknown>>();
  private readonly avulsas = new LRUCache<string, Promise<Candidatas>>({ max: AVULSAS, ttl: AVULSA_MS });

  constructor(private readonly fonte: DataSource, private readonly motor: MotorService, @Inject(CONFIG) private readonly config: Config) {}

  /**
   * @param agora milliseconds; `assinaturas`: with what tenders are compared by
   * @throws AlicitError `recomendacoes_em_preparo` when they are not ready in the time a request waits
   */
  async read(empresa: EmpresaPedida, { agora, agoraReal, assinaturas }: { readonly agora: number; readonly agoraReal: number; readonly assinaturas: boolean }): Promise<Candidatas> {
    if (agora < agoraReal - this.config.recomendacoes.diasEncerradas * DIA_MS) return this.wait(this.readAvulsa(empresa, agora));
    const estado = (await this.findEstado(empresa)) ?? (await this.wait(this.calcular(empresa, agoraReal)).then(() => this.findEstado(empresa)));
    if (!estado) throw emPreparo();
    return { candidatas: await this.readGuardadas(empresa, assinaturas), calculadaEm: estado.calculada_em, cortada: estado.cortada };
  }

  /** Two requests for one company compute it once. */
  calcular(empresa: DaEmpresa, agora: number): Promise<unknown> {
    const { empresaId, organizacaoId } = empresa;
    let calculo = this.emCurso.get(empresaId);
    if (!calculo) {
      calculo = this.motor.calcular({ empresaId, organizacaoId }, agora).finally(() => this.emCurso.delete(empresaId));
      this.emCurso.set(empresaId, calculo);
    }
    return calculo;
  }

  /** Null: there are none, or they are of another profile, or of an engine that is neither this one nor the newest at work. */
  private async findEstado({ organizacaoId, empresaId, versao, perfil }: EmpresaPedida): Promise<LinhaEstado | null> {
    const [estado] = await this.fonte.query<LinhaEstado[]>('select empresa_versao, perfil, motor, cortada, calculada_em from alicit.recomendacao_empresa where organizacao_id = $1 and empresa_id = $2', [organizacaoId, empresaId]);
    if (!estado || !(estado.empresa_versao >= versao || estado.perfil === perfilHash(perfil))) return null;
    return estado.motor === VERSAO_MOTOR || estado.motor === (await readMotorVigente((sql, valores) => this.fonte.query(sql, [...valores]))) ? estado : null;
  }

  private readGuardadas({ organizacaoId, empresaId }: DaEmpresa, assinaturas: boolean): Promise<Candidata[]> {
    return this.fonte.query<Candidata[]>(
      `select r.numero, r.topico, r.excluida, t.me_epp as "meEpp", t.uf, t.codigo_ibge as "codigoIbge", t.modalidade_id as "modalidadeId", t.valor::text as valor, t.situacao, t.duplicidade,
         extract(epoch from t.publicacao)::float8 * 1000 as publicacao, nullif(extract(epoch from t.encerramento)::float8 * 1000, 'infinity') as encerramento, ${assinaturas ? 't.assinatura' : 'null as assinatura'}
       from alicit.recomendacao r cross join lateral (${TEXTO}) t
       where r.organizacao_id = $1 and r.empresa_id = $2`, [organizacaoId, empresaId],
    );
  }

  private readAvulsa({ organizacaoId, empresaId, perfil }: EmpresaPedida, agora: number): Promise<Candidatas> {
    const dia = Math.floor(agora / DIA_MS) * DIA_MS;
    const chave = `${empresaId} ${perfilHash(perfil)} ${dia}`;
    let avulsa = this.avulsas.get(chave);
    if (!avulsa) {
      const de = dia - this.config.recomendacoes.diasEncerradas * DIA_MS;
      avulsa = this.motor.avulso({ organizacaoId, empresaId, de, ate: dia + DIA_MS }).then((lista) => ({ ...lista, calculadaEm: new Date() }));
      this.avulsas.set(chave, avulsa);
      avulsa.catch(() => this.avulsas.delete(chave));
    }
    return avulsa;
  }

  /** As long as a request may; what is being made goes on. */
  private async wait<T>(feito: Promise<T>): Promise<T> {
    let relogio: NodeJS.Timeout | undefined;
    const tarde = new Promise<never>((_, reject) => (relogio = setTimeout(() => reject(emPreparo()), this.config.recomendacoes.esperaMs)));
    feito.catch(() => undefined);
    try {
      return await Promise.race([feito, tarde]);
    } catch (erro) {
      throw erro instanceof AlicitError && erro.codigo === 'tempo_esgotado' ? emPreparo() : erro;
    } finally {
      clearTimeout(relogio);
    }
  }
}
