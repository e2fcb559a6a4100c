import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a tender. */
@Entity({ name: 'licitacao_arquivo' })
export class ArquivoEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'licitacao_id' }) licitacaoId!: string;
  @Column({ type: 'text' }) sha256!: string;
  /** Clean, for showing. */
  @Column({ type: 'text' }) nome!: string;
  /** bigint: text. */
  @Column({ type: 'bigint' }) bytes!: string;
  /** By its first bytes; null when they do not tell. */
  @Column({ type: 'text', nullable: true }) tipo!: string | null;
  @Column({ type: 'timestamptz', name: 'criado_em', insert: false, update: false }) criadoEm!: Date;
}
