import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MotivoRetorno, TipoRetorno } from '../ordenar/tipos.js';

/** What the tender was when the company spoke of it. */
export interface DadosDoRetorno {
  readonly objeto: string | null;
  readonly orgao: string | null;
  readonly uf: string | null;
  readonly codigoIbge: string | null;
  readonly valor: string | null;
}

/** What a company said of a tender: one for each. */
@Entity({ name: 'recomendacao_retorno' })
export class RetornoEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'empresa_id' }) empresaId!: string;
  @Column({ type: 'text' }) numero!: string;
  @Column({ type: 'text' }) retorno!: TipoRetorno;
  @Column({ type: 'text', nullable: true }) motivo!: MotivoRetorno | null;
  @Column({ type: 'text', nullable: true }) observacao!: string | null;
  @Column({ type: 'jsonb' }) dados!: DadosDoRetorno;
  @Column({ type: 'int', array: true }) assinatura!: number[];
  @Column({ type: 'timestamptz', name: 'criado_em', insert: false, update: false }) criadoEm!: Date;
  @Column({ type: 'timestamptz', name: 'atualizado_em', insert: false, update: false }) atualizadoEm!: Date;
}
