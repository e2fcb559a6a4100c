import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A client: whatever it stores belongs to it and is seen by nobody else. */
@Entity({ name: 'organizacao' })
export class OrganizacaoEntity {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) nome!: string;
  @Column({ type: 'timestamptz', name: 'criada_em', insert: false, update: false }) criadaEm!: Date;
}
