import { Command } from 'commander';
import { parseModalidades, parseUfs } from '../config/index.js';
import { AlicitError, formatDia, isDia } from '../kernel/index.js';
import type { PedidoSincronizacao, ResultadoSincronizacao, SincronizadorService } from '../sincronizacao/sincronizacao.module.js';
import { MauUso, type ContextoCli } from './contexto.js';
import { createBarra } from './barra.js';
import { withInterrupcao } from './interrupcao.js';

interface Opcoes {
  readonly de?: string; readonly ate?: string; readonly ufs?: string; readonly modalidades?: string; readonly semItens?: boolean; readonly reler?: boolean; readonly atualizadasDesde?: string; readonly abertasAte?: string;
}

/** `sincronizar --de --ate`: reads PNCP into the collection; repeated, it goes on where it stopped. */
export const sincronizarCommand = (ctx: ContextoCli): Command =>
  new Command('sincronizar')
    .description('Traz do PNCP as licitações publicadas em um período e o que mudou desde a última vez, com itens e listas de arquivos. Repetido, continua de onde parou; o que já está completo não é pedido de novo.')
    .option('--de <dia>', 'primeiro dia de publicação, AAAA-MM-DD; sem ele, desde a primeira sincronização, ou os últimos dias')
    .option('--ate <dia>', 'último dia de publicação; sem ele, hoje')
    .option('--ufs <siglas>', 'estados, separados por vírgula, como SP,SC; sem isto, todos')
    .option('--modalidades <números>', 'modalidades do PNCP, separadas por vírgula, como 6,8; sem isto, todas')
    .option('--sem-itens', 'só as listas: itens e arquivos ficam para depois')
    .option('--reler', 'lê de novo também o que já estava completo')
    .option('--atualizadas-desde <dia>', 'lê o que mudou desde este dia')
    .option('--abertas-ate <dia>', 'lê também as que recebem propostas até este dia, publicadas quando for')
    .action(async (o: Opcoes) => {
      const pedido = readPedido(o);
      const { SincronizadorService } = await import('../sincronizacao/sincronizacao.module.js');
      const sincronizador = (await ctx.banco()).get(SincronizadorService);
      await withInterrupcao(ctx, 'Parando: o que já veio está guardado. Repita o comando para continuar.', (sinal) => sync(ctx, sincronizador, pedido, o.semItens !== true, sinal));
    });

function readPedido(o: Opcoes): PedidoSincronizacao {
  const day = (nome: string, valor: string | undefined): string | null => {
    if (valor === undefined) return null;
    if (!isDia(valor) || valor < '2021-01-01') throw new MauUso('mau_uso', `--${nome} espera um dia como 2026-10-09, a partir de 2021; veio “${valor.slice(0, 20)}”.`);
    return valor;
  };
  const list = <T>(nome: string, valor: string | undefined, parse: (texto: string) => readonly T[] | null, exemplo: string): readonly T[] | null => {
    if (valor === undefined) return null;
    const lida = parse(valor);
    if (!lida) throw new MauUso('mau_uso', `--${nome} espera ${exemplo}; veio “${valor.slice(0, 40)}”.`);
    return lida;
  };
  const [de, ate] = [day('de', o.de), day('ate', o.ate)];
  if (de !== null && ate !== null && de > ate) throw new MauUso('mau_uso', '--de vem depois de --ate.');
  return {
    motivo: 'comando', de, ate, ufs: list('ufs', o.ufs, parseUfs, 'siglas de estados, como SP,SC'), modalidades: list('modalidades', o.modalidades, parseModalidades, 'números de modalidades do PNCP, como 6,8'),
    sobreposicao: null, reler: o.reler === true, atualizadasDesde: day('atualizadas-desde', o.atualizadasDesde), abertasAte: day('abertas-ate', o.abertasAte), comPendentes: false,
  };
}

async function sync(ctx: ContextoCli, sincronizador: SincronizadorService, pedido: PedidoSincronizacao, comItens: boolean, sinal: AbortSignal): Promise<void> {
  const barra = createBarra(ctx.tell);
  const listas = await sincronizador.readListas(pedido, { sinal, aoProgredir: ({ numeros: n }) => barra.show('listas', n.fechadas + n.lacunas, n.janelas, `${n.registros} registros`) }).finally(() => barra.stop());
  ctx.print(summarizeListas(pedido, listas));
  if (listas.incompletas > 0) ctx.fail();
  if (comItens) await syncComplementos(ctx, sincronizador, sinal);
}

async function syncComplementos(ctx: ContextoCli, sincronizador: SincronizadorService, sinal: AbortSignal): Promise<void> {
  const barra = createBarra(ctx.tell);
  try {
    const { numeros: n, erros } = await sincronizador.readComplementos('comando', { sinal, aoProgredir: ({ numeros: x }) => barra.show('itens e arquivos', x.itens + x.arquivos + x.semComplemento + x.falhas, Math.max(x.complementos, x.itens + x.arquivos), '') }).finally(() => barra.stop());
    ctx.print(`Itens de ${n.itens} licitações e listas de arquivos de ${n.arquivos}.\n`);
    const faltam = await sincronizador.countComplementos();
    if (faltam > 0) ctx.print(`${faltam} listas de itens ou de arquivos ainda por buscar${n.semComplemento ? ` (${n.semComplemento} o PNCP ainda não tem)` : ''}: o serviço as busca, ou este comando, repetido em minutos.\n`);
    if (n.falhas > 0) {
      ctx.print(`Buscas que falharam: ${Object.entries(erros).map(([codigo, { vezes }]) => `${codigo} ${vezes}×`).join(', ')}.\n`);
      ctx.fail();
    }
  } catch (erro) {
    if (!(erro instanceof AlicitError) || erro.codigo !== 'sincronizacao_em_curso') throw erro;
    ctx.tell('Outro processo já está buscando itens e arquivos: eles chegam por ele.');
  }
}

function summarizeListas({ de, ate }: PedidoSincronizacao, { numeros: n, erros, incompletas, prontas }: ResultadoSincronizacao): string {
  const linhas = [
    `Publicadas ${de ? `de ${formatDia(de)}` : 'desde a primeira leitura'} ${ate ? `a ${formatDia(ate)}` : 'até hoje'}: ${n.novas} novas, ${n.mudadas} mudadas, ${n.registros} registros em ${n.paginas} páginas.`,
    ...(prontas ? [`${prontas} dias × modalidade já estavam completos e não foram pedidos.`] : []),
    ...(n.invalidos ? [`${n.invalidos} registros vieram sem o que os identifica e não puderam ser guardados.`] : []),
    ...(n.falhas ? [`Pedidos que falharam e foram repetidos: ${Object.entries(erros).map(([codigo, { vezes }]) => `${codigo} ${vezes}×`).join(', ')}.`] : []),
    incompletas ? `FALTAM ${incompletas} janelas que não puderam ser lidas inteiras: rode de novo o mesmo comando. GET /v1/sincronizacao diz quais são.` : 'Tudo o que foi pedido está completo.',
  ];
  return `${linhas.join('\n')}\n`;
}
