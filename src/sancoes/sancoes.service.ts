import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { parseCnpj, type Dia } from '../kernel/index.js';
import type { Cadastro, ConsultaSancoes, FonteSancoes, SancaoRegistrada } from './domain/sancao.js';
import type { Importacao } from './importacao.service.js';

/** A register as it was imported. */
export type EstadoCadastro = Importacao & { readonly importadoEm: Date };

/** More than any company has; bounds what an analysis keeps. */
const MAX_REGISTROS = 200;

/** What the imported registers say. */
@Injectable()
export class SancoesService {
  private readonly maxDias: number;

  constructor(private readonly fonte: DataSource, @Inject(CONFIG) config: Config) {
    this.maxDias = config.sancoes.maxDias;
  }

  get diasDeValidade(): number {
    return this.maxDias;
  }

  /** CEIS first. */
  listCadastros(): Promise<EstadoCadastro[]> {
    return this.fonte.query<EstadoCadastro[]>(
      `select cadastro, to_char(data, 'YYYY-MM-DD') as data, linhas, sancoes, pessoas_fisicas as "pessoasFisicas", recusadas, desconhecidas, importado_em as "importadoEm" from alicit.sancao_cadastro order by cadastro`,
    );
  }

  /**
   * Of a company, one moment of the registers. Null when none was imported: nothing is known.
   * @throws AlicitError `cnpj_invalido`
   */
  async consult(cnpj: string): Promise<ConsultaSancoes | null> {
    const alvo = parseCnpj(cnpj);
    const linhas = await this.fonte.query<{ cadastro: Cadastro; data: Dia; dados: SancaoRegistrada | null }[]>(
      `select c.cadastro, to_char(c.data, 'YYYY-MM-DD') as data, s.dados from alicit.sancao_cadastro c left join lateral (
         select dados, cnpj, numero from alicit.sancao where cadastro_id = c.id and raiz = $1 order by (cnpj = $2) desc, numero limit ${MAX_REGISTROS}) s on true
       order by c.cadastro, (s.cnpj = $2) desc, s.numero`,
      [alvo.slice(0, 8), alvo],
    );
    if (!linhas.length) return null;
    const fontes = new Map<Cadastro, FonteSancoes>(linhas.map(({ cadastro, data }) => [cadastro, { cadastro, data }]));
    const todas = linhas.flatMap((l) => l.dados ?? []);
    return { fontes: [...fontes.values()], maxDias: this.maxDias, registros: todas.filter((s) => s.cnpj === alvo), daRaiz: todas.filter((s) => s.cnpj !== alvo) };
  }
}
