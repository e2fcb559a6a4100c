import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RespostaDaPergunta } from '../conversa/resposta.js';

/** A question of a conversation with its answer. */
@Entity({ name: 'conversa_turno' })
export class TurnoEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'conversa_id' }) conversaId!: string;
  /** The company it was asked for: the turn goes with it. */
  @Column({ type: 'text', name: 'empresa_id', nullable: true }) empresaId!: string | null;
  @Column({ type: 'int' }) numero!: number;
  @Column({ type: 'text' }) pergunta!: string;
  @Column({ type: 'text', name: 'pergunta_entendida', nullable: true }) perguntaEntendida!: string | null;
  @Column({ type: 'json' }) resposta!: RespostaDaPergunta;
  @Column({ type: 'timestamptz', name: 'criada_em' }) criadaEm!: Date;
}
