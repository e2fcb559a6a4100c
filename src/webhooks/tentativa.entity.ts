import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One attempt of a delivery. */
@Entity({ name: 'webhook_tentativa' })
export class TentativaEntity {
  @PrimaryColumn({ type: 'bigint' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'entrega_id' }) entregaId!: string;
  @Column({ type: 'int' }) numero!: number;
  @Column({ type: 'timestamptz' }) em!: Date;
  /** Null: it was interrupted. */
  @Column({ type: 'int', nullable: true }) ms!: number | null;
  @Column({ type: 'int', nullable: true }) status!: number | null;
  @Column({ type: 'text' }) resultado!: 'entregue' | 'tentar_de_novo' | 'recusada' | 'interrompida';
  @Column({ type: 'text', nullable: true }) codigo!: string | null;
  @Column({ type: 'text', nullable: true }) motivo!: string | null;
  @Column({ type: 'text', nullable: true }) resposta!: string | null;
  @Column({ type: 'boolean', name: 'resposta_cortada' }) respostaCortada!: boolean;
}
