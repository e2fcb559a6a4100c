import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TipoEvento } from './payload.schema.js';

/** An address of a client's that is told of events. Its secrets are read only by who signs. */
@Entity({ name: 'webhook' })
export class WebhookEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text' }) url!: string;
  @Column({ type: 'text', array: true }) eventos!: TipoEvento[];
  /** Sealed. */
  @Column({ type: 'text', select: false }) segredo!: string;
  @Column({ type: 'text', name: 'segredo_anterior', nullable: true, select: false }) segredoAnterior!: string | null;
  @Column({ type: 'timestamptz', name: 'segredo_anterior_ate', nullable: true }) segredoAnteriorAte!: Date | null;
  @Column({ type: 'boolean', default: true }) ativo!: boolean;
  @Column({ type: 'text', name: 'motivo_desativado', nullable: true }) motivoDesativado!: string | null;
  @Column({ type: 'timestamptz', name: 'falhando_desde', nullable: true }) falhandoDesde!: Date | null;
  @Column({ type: 'boolean', default: false }) lento!: boolean;
  @Column({ type: 'timestamptz', name: 'criado_em', insert: false, update: false }) criadoEm!: Date;
}
