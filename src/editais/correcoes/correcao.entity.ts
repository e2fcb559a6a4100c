import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EstadoCorrecao } from './tipos.js';

/** A person's word on a reading. Only its end is ever written after it was made. */
@Entity({ name: 'correcao' })
export class CorrecaoEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'licitacao_id' }) licitacaoId!: string;
  @Column({ type: 'text' }) alvo!: 'fato' | 'requisito' | 'classe';
  /** The field, the id of the requirement, or the document's sha256. */
  @Column({ type: 'text' }) referencia!: string;
  @Column({ type: 'jsonb' }) valor!: Record<string, unknown>;
  @Column({ type: 'text' }) motivo!: string;
  @Column({ type: 'text' }) autor!: string;
  @Column({ type: 'text', name: 'chave_api_id', nullable: true }) chaveApiId!: string | null;
  /** What the machine read when the correction was made. */
  @Column({ type: 'jsonb', name: 'leitura_maquina', nullable: true }) leituraMaquina!: unknown;
  @Column({ type: 'text', name: 'leitura_hash', nullable: true }) leituraHash!: string | null;
  @Column({ type: 'text' }) estado!: EstadoCorrecao;
  @Column({ type: 'text', nullable: true }) observacao!: string | null;
  @Column({ type: 'text', name: 'substituida_por', nullable: true }) substituidaPor!: string | null;
  @Column({ type: 'timestamptz', name: 'criada_em' }) criadaEm!: Date;
  @Column({ type: 'timestamptz', name: 'encerrada_em', nullable: true }) encerradaEm!: Date | null;
  @Column({ type: 'text', name: 'encerrada_por', nullable: true }) encerradaPor!: string | null;
  @Column({ type: 'text', name: 'encerrada_motivo', nullable: true }) encerradaMotivo!: string | null;
}
