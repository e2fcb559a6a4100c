import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TipoFeed } from './feeds.schema.js';

/** A secret address where a company's avisos or deadlines are read. */
@Entity({ name: 'aviso_feed' })
export class FeedEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'empresa_id' }) empresaId!: string;
  @Column({ type: 'text' }) tipo!: TipoFeed;
  @Column({ type: 'text', name: 'segredo_hash', select: false }) segredoHash!: string;
  @Column({ type: 'timestamptz', name: 'criado_em', insert: false, update: false }) criadoEm!: Date;
  @Column({ type: 'timestamptz', name: 'usado_em', nullable: true }) usadoEm!: Date | null;
}
