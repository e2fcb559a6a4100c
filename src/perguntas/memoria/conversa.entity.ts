import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conversation about a tender. */
@Entity({ name: 'conversa' })
export class ConversaEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'licitacao_id' }) licitacaoId!: string;
  /** Its first question. */
  @Column({ type: 'text' }) titulo!: string;
  /** Questions asked: also the number of the last. */
  @Column({ type: 'int' }) turnos!: number;
  @Column({ type: 'timestamptz', name: 'criada_em', insert: false, update: false }) criadaEm!: Date;
  @Column({ type: 'timestamptz', name: 'atualizada_em', insert: false }) atualizadaEm!: Date;
}
