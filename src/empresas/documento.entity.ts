import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentoEmpresa } from './domain/empresa.js';
import type { LeituraGuardada } from './domain/leitura-documento.js';

/** A document of a company, perhaps with its file. */
@Entity({ name: 'empresa_documento' })
export class DocumentoEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'empresa_id' }) empresaId!: string;
  @Column({ type: 'jsonb' }) dados!: DocumentoEmpresa;
  /** The file's; the next three come with it. */
  @Column({ type: 'text', nullable: true }) sha256!: string | null;
  @Column({ type: 'text', name: 'nome_arquivo', nullable: true }) nomeArquivo!: string | null;
  /** bigint: text. */
  @Column({ type: 'bigint', nullable: true }) bytes!: string | null;
  @Column({ type: 'text', nullable: true }) tipo!: string | null;
  /** What the file says, or why it was not read. */
  @Column({ type: 'jsonb', nullable: true }) leitura!: LeituraGuardada | null;
  @Column({ type: 'timestamptz', name: 'criado_em', insert: false, update: false }) criadoEm!: Date;
  @Column({ type: 'timestamptz', name: 'atualizado_em', insert: false, update: false }) atualizadoEm!: Date;
}
