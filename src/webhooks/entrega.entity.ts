import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EstadoEntrega } from './domain/desfecho.js';

/** An event on its way to one address: a line of the delivery log. */
@Entity({ name: 'webhook_entrega' })
export class EntregaEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'webhook_id', nullable: true }) webhookId!: string | null;
  @Column({ type: 'text', name: 'evento_id' }) eventoId!: string;
  @Column({ type: 'text' }) tipo!: string;
  @Column({ type: 'text', select: false }) corpo!: string;
  @Column({ type: 'text', name: 'reenvio_de', nullable: true }) reenvioDe!: string | null;
  @Column({ type: 'text' }) estado!: EstadoEntrega;
  @Column({ type: 'int' }) tentativas!: number;
  @Column({ type: 'timestamptz', name: 'proxima_em', nullable: true }) proximaEm!: Date | null;
  @Column({ type: 'timestamptz', name: 'criada_em' }) criadaEm!: Date;
  @Column({ type: 'timestamptz', name: 'terminada_em', nullable: true }) terminadaEm!: Date | null;
}
