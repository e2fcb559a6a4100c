import { Command } from 'commander';
import { z } from 'zod';
import { createIndiceBusca, readFatosDoConjunto, TextoEdital, type Conjunto } from '../editais/index.js';
import { EditaisService } from '../editais/editais-cli.module.js';
import { responderSemModelo, type RespostaPergunta } from '../perguntas/index.js';
import { AlicitError } from '../kernel/index.js';
import { MauUso, type ContextoCli } from './contexto.js';
import { pedidoSchema, readLista } from './lista.js';
import { runLote, toErro, writeResultado } from './lote.js';

const MAXIMO_PERGUNTA = 1000;
const MAXIMO_PERGUNTAS = 200;
const perguntaSchema = z.string().trim().min(2, 'escreva a pergunta').max(MAXIMO_PERGUNTA, `a pergunta passa de ${MAXIMO_PERGUNTA} caracteres`);
const perguntasSchema = pedidoSchema.extend({ perguntas: z.array(perguntaSchema).max(MAXIMO_PERGUNTAS, `são no máximo ${MAXIMO_PERGUNTAS} perguntas por edital`) });

interface Opcoes {
  readonly lista?: string;
  readonly saida?: string;
  readonly json?: boolean;
  readonly semModelo?: boolean;
  readonly verbose?: boolean;
}

/** What is shown of an answer. */
interface Respondida extends RespostaPergunta {
  readonly pergunta: string;
  /** Whose words they are; null: the document's only. */
  readonly modelo: string | null;
  /** Why a model that was asked did not answer, or not all; null: it did, or none was asked. */
  readonly motivoSemModelo?: string | null;
}
/** Answers the questions over a set. */
type Respondedor = (conjunto: Conjunto, perguntas: readonly string[]) => Promise<Respondida[]>;

/** Questions asked of a model at once. */
const LOTE = 8;

/**
 * `perguntar ARQUIVO "pergunta"... [--json] [--sem-modelo]`: what a file, folder or ZIP answers, quoted, or that it does not; with a model when one is configured.
 * `perguntar --lista lista.json --saida DIR`: the same for many, an <id>.json each.
 */
export const perguntarCommand = (ctx: ContextoCli): Command =>
  new Command('perguntar')
    .description('Responde a perguntas sobre um edital com os trechos citados, ou diz que não está nele.')
    .argument('[arquivo]', 'edital: arquivo, pasta ou ZIP')
    .argument('[perguntas...]', 'uma ou mais perguntas, cada uma entre aspas')
    .option('--json', 'mostra as respostas em JSON')
    .option('--sem-modelo', 'responde só com os trechos, ainda que haja um modelo configurado (OPENAI_API_KEY)')
    .option('--lista <json>', 'lista de {"id","arquivo","perguntas"}; exige --saida')
    .option('--saida <dir>', 'pasta que recebe um <id>.json por edital da lista')
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async (arquivo: string | undefined, perguntas: string[], opcoes: Opcoes) => {
      if (opcoes.lista !== undefined) return answerLista(ctx, arquivo, opcoes.lista, opcoes);
      if (opcoes.saida !== undefined) throw new MauUso('mau_uso', '--saida só vale com --lista.');
      if (arquivo === undefined || !perguntas.length) throw new MauUso('mau_uso', 'Diga o arquivo e ao menos uma pergunta entre aspas, ou --lista.');
      const lidas = z.array(perguntaSchema).max(MAXIMO_PERGUNTAS, `são no máximo ${MAXIMO_PERGUNTAS} perguntas por vez`).safeParse(perguntas);
      if (!lidas.success) throw new MauUso('pergunta_invalida', `Pergunta recusada: ${lidas.error.issues[0]!.message}.`);
      const responder = await openRespondedor(ctx, opcoes.semModelo ?? false);
      const respostas = await responder(await openUm(ctx, (await ctx.app()).get(EditaisService), ctx.entrada(arquivo)), lidas.data);
      ctx.print(opcoes.json ? `${JSON.stringify(respostas, null, 1)}\n` : respostas.map(renderResposta).join('\n'));
    });

async function answerLista(ctx: ContextoCli, arquivo: string | undefined, lista: string, { saida, verbose, semModelo }: Opcoes): Promise<void> {
  if (arquivo !== undefined) throw new MauUso('mau_uso', 'Dê a lista ou o arquivo, não os dois.');
  if (saida === undefined) throw new MauUso('mau_uso', 'Com --lista é preciso dizer a pasta de saída: --saida DIR.');
  const pedidos = readLista(ctx, lista, perguntasSchema);
  const editais = (await ctx.app()).get(EditaisService);
  const responder = await openRespondedor(ctx, semModelo ?? false);
  const write = (id: string, conteudo: unknown): void => writeResultado(ctx.saida(saida), id, conteudo);
  await runLote(
    pedidos,
    async (p) => {
      ctx.tell(`${p.arquivo}: respondendo`);
      write(p.id, await responder(await openUm(ctx, editais, p.caminho), p.perguntas));
    },
    (p, erro) => write(p.id, toErro(ctx, p.arquivo, erro, verbose ?? false)),
  );
  ctx.tell(`${pedidos.length} ${pedidos.length === 1 ? 'edital' : 'editais'} em ${saida}`);
}

async function openUm(ctx: ContextoCli, editais: EditaisService, caminho: string): Promise<Conjunto> {
  const conjunto = await editais.open([caminho], ctx.tell);
  await editais.release();
  return conjunto;
}

/** Who answers: a model too, when one is configured, not refused, and its database opens; else the passages alone. */
async function openRespondedor(ctx: ContextoCli, semModelo: boolean): Promise<Respondedor> {
  const { CONFIG } = await import('../config/index.js');
  if (semModelo || (await ctx.app()).get<{ openai: { chave: string | null } }>(CONFIG).openai.chave === null) {
    ctx.tell(semModelo ? SEM_MODELO_PEDIDO : SEM_CHAVE);
    return answerSemModelo;
  }
  try {
    const [{ createRespondedor }, { ModelosService }, banco] = await Promise.all([import('../perguntas/perguntas-cli.module.js'), import('../modelos/modelos.module.js'), ctx.banco()]);
    return async (conjunto, perguntas) => {
      const responder = createRespondedor(banco.get(ModelosService, { strict: false }), { conjunto, ...indexOf(conjunto) });
      const respostas: Respondida[] = [];
      for (let i = 0; i < perguntas.length; i += LOTE) {
        respostas.push(...(await Promise.all(perguntas.slice(i, i + LOTE).map(async (pergunta) => {
          const r = await responder(pergunta);
          return { pergunta, ...r, trechos: r.encontrado ? r.trechos : [] };
        }))));
      }
      return respostas;
    };
  } catch (erro) {
    if (!(erro instanceof AlicitError)) throw erro;
    ctx.tell(`Sem modelo: ${erro.message}`);
    return answerSemModelo;
  }
}

const SEM_MODELO_PEDIDO = 'Sem modelo, como pedido: as respostas são os trechos dos documentos.';
const SEM_CHAVE = 'Sem modelo (OPENAI_API_KEY não está configurada): as respostas são os trechos dos documentos.';

function indexOf(conjunto: Conjunto) {
  const texto = new TextoEdital(conjunto.partes);
  return { indice: createIndiceBusca(texto), fatos: readFatosDoConjunto(conjunto, conjunto.naoLido.filter((n) => n.paginas === undefined), texto) };
}

const answerSemModelo: Respondedor = (conjunto, perguntas) => {
  const { indice, fatos } = indexOf(conjunto);
  return Promise.resolve(perguntas.map((pergunta) => ({ pergunta, ...responderSemModelo(indice, pergunta, { fatos }), modelo: null })));
};

/** A question with its answer and, of a model that was asked, whether it answered. */
export function renderResposta({ pergunta, resposta, citacoes, modelo, motivoSemModelo }: Respondida): string {
  const outras = citacoes.slice(1).map((c) => `  Veja também a página ${c.pagina} de ${c.documento}: “${c.trecho}”`);
  return `${[pergunta, `  ${resposta}`, ...outras, ...tellModelo(modelo, motivoSemModelo)].join('\n')}\n`;
}

function tellModelo(modelo: string | null, motivo: string | null | undefined): string[] {
  if (motivo) return [`  ${modelo === null ? 'Sem modelo' : `Modelo ${modelo}`}: ${motivo}`];
  if (modelo !== null) return [`  Modelo: ${modelo}`];
  return motivo === null ? ['  O modelo foi consultado e também não achou resposta.'] : [];
}
