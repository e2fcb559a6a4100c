import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AcervoService } from '../../acervo/acervo.module.js';
import { EmpresasService } from '../../empresas/empresas.module.js';
import { invalido, naoEncontrado } from '../../kernel/index.js';
import { isId, newId } from '../../storage/index.js';
import { DaOrganizacao, type Pagina } from '../../storage/storage.module.js';
import { MotorService } from '../motor/motor.service.js';
import type { Retorno, TipoRetorno } from '../ordenar/tipos.js';
import { RetornoEntity } from './retorno.entity.js';
import type { RetornoEntrada } from './retorno.schema.js';

/** Of one company: more than it disputes in many years. */
export const MAX_RETORNOS = 10_000;
/** The newest of them move the ranking: what was wanted years ago says little. */
const MAX_NA_ORDEM = 500;

const naoPublicada = () => naoEncontrado('licitacao_nao_encontrada', 'Não há licitação com este número de controle do PNCP no acervo. Confira o número, como 00394460000141-1-000123/2026 (no endereço, a barra vai como %2F).');
const retornoNaoEncontrado = () => naoEncontrado('retorno_nao_encontrado', 'A empresa não disse nada desta licitação. Liste o que ela disse em GET /v1/empresas/{id}/retornos.');

/** What companies say of tenders; the next list is moved by it. */
@Injectable()
export class RetornosService {
  constructor(
    private readonly daOrganizacao: DaOrganizacao, private readonly fonte: DataSource, private readonly empresas: EmpresasService, private readonly acervo: AcervoService, private readonly motor: MotorService,
  ) {}

  /** Says, or says otherwise. @throws AlicitError `empresa_nao_encontrada`, `licitacao_nao_encontrada`, `muitos_retornos` */
  async put(organizacaoId: string, empresaId: string, dito: string, { retorno, motivo, observacao }: RetornoEntrada): Promise<{ retorno: RetornoEntity; criado: boolean }> {
    await this.empresas.get(organizacaoId, empresaId);
    const achada = await this.acervo.find(dito);
    if (!achada) throw naoPublicada();
    const { numero, licitacao: { objeto, orgaoNome: orgao, uf, codigoIbge, valorEstimado: valor } } = achada;
    const assinatura = await this.readAssinatura(numero, objeto);
    const id = newId('ret');
    const [linha] = await this.daOrganizacao.transaction(async (m) => {
      await this.requireLugar(m, organizacaoId, empresaId, numero);
      return m.query<{ id: string }[]>(
        `insert into alicit.recomendacao_retorno as r (id, organizacao_id, empresa_id, numero, retorno, motivo, observacao, dados, assinatura) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (empresa_id, numero) do update set retorno = excluded.retorno, motivo = excluded.motivo, observacao = excluded.observacao, dados = excluded.dados, assinatura = excluded.assinatura, atualizado_em = now()
         returning id`,
        [id, organizacaoId, empresaId, numero, retorno, retorno === 'nao_interessa' ? (motivo ?? null) : null, observacao || null, JSON.stringify({ objeto, orgao, uf, codigoIbge, valor }), assinatura],
      );
    });
    return { retorno: await this.get(organizacaoId, empresaId, numero), criado: linha!.id === id };
  }

  /** @throws AlicitError `retorno_nao_encontrado` */
  async get(organizacaoId: string, empresaId: string, numero: string): Promise<RetornoEntity> {
    const achado = isId('emp', empresaId) ? await this.daOrganizacao.of(RetornoEntity).find(organizacaoId, { empresaId, numero: await this.canonical(numero) }) : null;
    if (!achado) throw retornoNaoEncontrado();
    return achado;
  }

  /** Newest first. @throws AlicitError `empresa_nao_encontrada` */
  async list(organizacaoId: string, empresaId: string, { retorno, ...pagina }: { retorno?: TipoRetorno | undefined; cursor?: string | undefined; limite: number }): Promise<Pagina<RetornoEntity>> {
    await this.empresas.get(organizacaoId, empresaId);
    return this.daOrganizacao.of(RetornoEntity).page(organizacaoId, { empresaId, ...(retorno ? { retorno } : {}) }, pagina);
  }

  /** Takes back what was said. @throws AlicitError `retorno_nao_encontrado` */
  async erase(organizacaoId: string, empresaId: string, numero: string): Promise<void> {
    if (!isId('emp', empresaId) || !(await this.daOrganizacao.of(RetornoEntity).delete(organizacaoId, { empresaId, numero: await this.canonical(numero) }))) throw retornoNaoEncontrado();
  }

  /** What the ranking looks at, the newest first. */
  async readParaOrdem(organizacaoId: string, empresaId: string): Promise<Retorno[]> {
    const linhas = await this.daOrganizacao.of(RetornoEntity).list(organizacaoId, { empresaId }, { id: 'DESC' }, MAX_NA_ORDEM);
    return linhas.map(({ numero, retorno, motivo, dados: { objeto, uf, codigoIbge, valor }, assinatura }) => ({ numero, retorno, motivo, objeto: objeto === null ? null : objeto.slice(0, 120), uf, codigoIbge, valor, assinatura }));
  }

  /** A number in any spelling; what is not in the collection any more, as it was said. */
  private async canonical(numero: string): Promise<string> {
    return (await this.acervo.find(numero))?.numero ?? numero;
  }

  /** As its text has it; of a tender that closed long ago it is made now. */
  private async readAssinatura(numero: string, objeto: string | null): Promise<number[]> {
    const [linha] = await this.fonte.query<{ assinatura: number[] }[]>('select assinatura from alicit.recomendacao_texto where numero = $1', [numero]);
    return linha?.assinatura ?? this.motor.assinar(objeto ?? '');
  }

  /** A new one only where there is room; the company's row orders those who come at once. */
  private async requireLugar(m: EntityManager, organizacaoId: string, empresaId: string, numero: string): Promise<void> {
    await m.query('select 1 from alicit.empresa where organizacao_id = $1 and id = $2 for update', [organizacaoId, empresaId]);
    const [c] = await m.query<{ total: number; ja: boolean }[]>('select count(*)::int as total, coalesce(bool_or(numero = $3), false) as ja from alicit.recomendacao_retorno where organizacao_id = $1 and empresa_id = $2', [organizacaoId, empresaId, numero]);
    if (c!.total >= MAX_RETORNOS && !c!.ja) throw invalido('muitos_retornos', `A empresa já falou de ${MAX_RETORNOS} licitações: apague retornos antigos.`);
  }
}
