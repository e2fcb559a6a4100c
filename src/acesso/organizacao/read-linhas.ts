import { decodeResultado } from './decode-resultado.js';
import { colunasVisiveis, nameOf, quote, type Consulta, type TabelaDoCliente } from './tabelas-do-cliente.js';

/** What a page should weigh, in bytes, and how many rows it may have: rows differ by a thousand times in size. */
const ALVO = 512 * 1024;
const MAX_LINHAS = 500;
const PRIMEIRA = 4;

/**
 * The rows of an organisation as lines of JSON, a page at a time, through a cursor: memory does not grow with the table.
 * Inside a transaction. Results of stages come decoded.
 */
export async function* readLinhas(consulta: Consulta, tabela: TabelaDoCliente, organizacaoId: string): AsyncGenerator<string> {
  const resultado = tabela.colunas.some((c) => c.nome === 'resultado' && c.tipo === 'bytea');
  const linha = `(select to_json(x)::text from (select ${colunasVisiveis(tabela).map((c) => `t.${quote(c)}`).join(', ')}) x)`;
  await consulta(`declare exportacao no scroll cursor for select ${linha} as linha${resultado ? ', t.resultado' : ''} from ${nameOf(tabela)} t where t.organizacao_id = $1`, [organizacaoId]);
  for (let quantas = resultado ? 1 : PRIMEIRA; ; ) {
    const pagina = await consulta<{ linha: string; resultado?: Buffer | null }>(`fetch ${quantas} from exportacao`);
    let bytes = 0;
    for (const { linha, resultado } of pagina) {
      const texto = resultado ? `${linha.slice(0, -1)},"resultado":${await decodeResultado(resultado)}}\n` : `${linha}\n`;
      bytes += texto.length;
      yield texto;
    }
    if (pagina.length < quantas) break;
    quantas = Math.max(1, Math.min(MAX_LINHAS, quantas * 4, Math.floor((ALVO * pagina.length) / bytes)));
  }
  await consulta('close exportacao');
}
