import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Empresa } from './domain/empresa.js';

/** A company an organisation decides for. */
@Entity({ name: 'empresa' })
export class EmpresaEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  /** 14 characters, no mask. */
  @Column({ type: 'text' }) cnpj!: string;
  @Column({ type: 'jsonb' }) perfil!: Empresa;
  /** Rises with every change of the profile or of the documents. */
  @Column({ type: 'int' }) versao!: number;
  @Column({ type: 'timestamptz', name: 'criada_em', insert: false, update: false }) criadaEm!: Date;
  @Column({ type: 'timestamptz', name: 'atualizada_em', insert: false, update: false }) atualizadaEm!: Date;
}
