import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Licitacao } from '../acervo/index.js';

/** Where the data came from; `envio`: sent with everything else in one call and told apart by content. */
export type OrigemLicitacao = 'pncp' | 'manual' | 'envio' | 'arquivos';

/** A tender of an organisation. */
@Entity({ name: 'licitacao' })
export class LicitacaoEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'organizacao_id' }) organizacaoId!: string;
  @Column({ type: 'text', name: 'numero_controle_pncp', nullable: true }) numeroControlePNCP!: string | null;
  @Column({ type: 'text' }) origem!: OrigemLicitacao;
  @Column({ type: 'text', nullable: true }) titulo!: string | null;
  /** Null: only files were given. */
  @Column({ type: 'jsonb', nullable: true }) dados!: Licitacao | null;
  /** PNCP's record as it came. */
  @Column({ type: 'jsonb', nullable: true, select: false }) bruto!: unknown;
  /** What it was made of, when it was sent in one call and not changed since. */
  @Column({ type: 'text', name: 'conteudo_chave', nullable: true }) conteudoChave!: string | null;
  /** Fields a person changed: PNCP no longer changes them. */
  @Column({ type: 'text', array: true, default: () => `'{}'` }) editados!: string[];
  /** Rises with every change of the data or of the files. */
  @Column({ type: 'int' }) versao!: number;
  @Column({ type: 'timestamptz', name: 'criada_em', insert: false, update: false }) criadaEm!: Date;
  @Column({ type: 'timestamptz', name: 'atualizada_em' }) atualizadaEm!: Date;
}
