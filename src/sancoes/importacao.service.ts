import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { formatDia, invalido, type Dia } from '../kernel/index.js';
import type { Cadastro, SancaoRegistrada } from './domain/sancao.js';
import { openArquivo } from './leitura/open-arquivo.js';
import type { LinhaLida } from './leitura/read-linha.js';
import { openRegistro, type RegistroAberto } from './leitura/read-registro.js';

export interface PedidoImportacao {
  /** Path of the CSV or of the ZIP. */
  readonly arquivo: string;
  readonly cadastro?: Cadastro | undefined;
  /** The day of the file, when its name does not tell. */
  readonly data?: Dia | undefined;
  readonly hoje: Dia;
  /** Bound of the CSV once out of the ZIP, bytes. */
  readonly maxBytes: number;
  /** Also a file that is older, much smaller than the one before, or mostly unreadable. */
  readonly forcar?: boolean;
}

/** What was imported. `recusadas`: rows by reason; `desconhecidas`: rows by category that nobody classified. */
export interface Importacao {
  readonly cadastro: Cadastro;
  readonly data: Dia;
  readonly linhas: number;
  readonly sancoes: number;
  readonly pessoasFisicas: number;
  readonly recusadas: Readonly<Record<string, number>>;
  readonly desconhecidas: Readonly<Record<string, number>>;
}

interface Anterior {
  readonly data: Dia;
  readonly sancoes: number;
}

interface Contagem {
  linhas: number;
  sancoes: number;
  pessoasFisicas: number;
  readonly recusadas: Record<string, number>;
  readonly desconhecidas: Record<string, number>;
}

const LOTE = 500;
/** A file with less than this share of the sanctions of the one before is probably cut. */
const MINIMO_DO_ANTERIOR = 0.5;
/** Refused rows are told; above this share the file is not what it seems. */
const MAXIMO_RECUSADO = 0.05;
const RECUSADAS_TOLERADAS = 10;
const MAX_CATEGORIAS = 50;

/** A register's file takes the place of the one before, at once or not at all; memory does not grow with it. */
@Injectable()
export class ImportacaoService {
  constructor(private readonly fonte: DataSource) {}

  /** @throws AlicitError `arquivo_nao_encontrado`, `sancoes_*` */
  async importar(pedido: PedidoImportacao): Promise<Importacao> {
    const aberto = await openArquivo(pedido.arquivo, pedido);
    try {
      const registro = await openRegistro(aberto, pedido);
      return await this.fonte.transaction((m) => this.replace(m, registro, pedido.forcar ?? false));
    } finally {
      aberto.close();
    }
  }

  private async replace(m: EntityManager, { cadastro, data, linhas }: RegistroAberto, forcar: boolean): Promise<Importacao> {
    await m.query(`select pg_advisory_xact_lock(hashtext('alicit.sancoes.' || $1))`, [cadastro]);
    const [anterior] = await m.query<Anterior[]>(`select to_char(data, 'YYYY-MM-DD') as data, sancoes from alicit.sancao_cadastro where cadastro = $1`, [cadastro]);
    if (anterior && data < anterior.data && !forcar) throw invalido('sancoes_mais_antigas', `O arquivo é de ${formatDia(data)} e já há um de ${formatDia(anterior.data)}. Para voltar ao mais antigo, repita com --forcar.`);
    await m.query('delete from alicit.sancao_cadastro where cadastro = $1', [cadastro]);
    const [novo] = await m.query<{ id: string }[]>('insert into alicit.sancao_cadastro (cadastro, data) values ($1, $2) returning id', [cadastro, data]);
    const contagem = await this.load(m, novo!.id, linhas);
    if (!forcar) requirePlausivel(contagem, anterior);
    const { linhas: total, sancoes, pessoasFisicas, recusadas, desconhecidas } = contagem;
    await m.query('update alicit.sancao_cadastro set linhas = $2, sancoes = $3, pessoas_fisicas = $4, recusadas = $5, desconhecidas = $6 where id = $1', [novo!.id, total, sancoes, pessoasFisicas, JSON.stringify(recusadas), JSON.stringify(desconhecidas)]);
    return { cadastro, data, ...contagem };
  }

  private async load(m: EntityManager, id: string, linhas: AsyncIterable<LinhaLida>): Promise<Contagem> {
    const contagem: Contagem = { linhas: 0, sancoes: 0, pessoasFisicas: 0, recusadas: {}, desconhecidas: {} };
    let lote: SancaoRegistrada[] = [];
    const flush = async (): Promise<void> => {
      if (!lote.length) return;
      await m.query(
        `insert into alicit.sancao (cadastro_id, numero, cnpj, raiz, dados)
         select $1, $2 + s.ordem, s.dados ->> 'cnpj', left(s.dados ->> 'cnpj', 8), s.dados from jsonb_array_elements($3::jsonb) with ordinality as s (dados, ordem)`,
        [id, contagem.sancoes, JSON.stringify(lote)],
      );
      contagem.sancoes += lote.length;
      lote = [];
    };
    for await (const linha of linhas) {
      contagem.linhas++;
      if (linha.tipo === 'pessoa_fisica') contagem.pessoasFisicas++;
      else if (linha.tipo === 'recusada') add(contagem.recusadas, linha.motivo);
      else {
        if (linha.sancao.efeito === 'desconhecido') add(contagem.desconhecidas, linha.sancao.categoria.slice(0, 120));
        if (lote.push(linha.sancao) === LOTE) await flush();
      }
    }
    await flush();
    return contagem;
  }
}

function add(contas: Record<string, number>, chave: string): void {
  if (contas[chave] !== undefined || Object.keys(contas).length < MAX_CATEGORIAS) contas[chave] = (contas[chave] ?? 0) + 1;
}

/** A cut or changed file would say that the sanctioned are clean. */
function requirePlausivel({ linhas, sancoes, recusadas }: Contagem, anterior: Anterior | undefined): void {
  const recusa = Object.values(recusadas).reduce((a, b) => a + b, 0);
  if (recusa > RECUSADAS_TOLERADAS && recusa > linhas * MAXIMO_RECUSADO) throw invalido('sancoes_ilegiveis', `${recusa} das ${linhas} linhas do arquivo não puderam ser lidas (${Object.entries(recusadas).map(([m, n]) => `${m}: ${n}`).join(', ')}): nada mudou. Baixe-o de novo; para importar assim mesmo, repita com --forcar.`, { recusadas });
  if (anterior && sancoes < anterior.sancoes * MINIMO_DO_ANTERIOR) throw invalido('sancoes_a_menos', `O arquivo tem ${sancoes} sanções de empresas, e o anterior, de ${formatDia(anterior.data)}, tem ${anterior.sancoes}: parece cortado, e nada mudou. Se estiver certo, repita com --forcar.`);
}
