import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Escopo } from './escopos.js';

/** A key of an organisation: its hash, never itself. */
@Entity({ name: 'chave_api' })
export class ChaveApiEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text' }) nome!: string;
  @Column({ type: 'text' }) prefixo!: string;
  @Column({ type: 'bytea', select: false }) hash!: Buffer;
  @Column({ type: 'text', array: true }) escopos!: Escopo[];
  @Column({ type: 'timestamptz', name: 'criada_em', update: false }) criadaEm!: Date;
  @Column({ type: 'timestamptz', name: 'expira_em', nullable: true }) expiraEm!: Date | null;
  @Column({ type: 'timestamptz', name: 'revogada_em', nullable: true }) revogadaEm!: Date | null;
  @Column({ type: 'timestamptz', name: 'usada_em', nullable: true }) usadaEm!: Date | null;
  @Column({ type: 'text', name: 'substituida_por', nullable: true }) substituidaPor!: string | null;
}
