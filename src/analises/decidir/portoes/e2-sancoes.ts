import { diaDoInstante, formatDia } from '../../../kernel/index.js';
import { faltam, idadeEmDias, isCompleta, isRecente, type FonteSancoes } from '../../../sancoes/index.js';
import type { DadoUsado } from '../../domain/analise.js';
import { daEmpresa, fatoDe, type Caso } from '../caso.js';
import { assume, portao, type AvaliaPortaoComum } from './avaliacao.js';
import { listSancoes, type SancaoNoCaso } from './sancoes-do-caso.js';

const TITULO = 'Nenhuma sanção vigente alcança este órgão';

/** The sanctions of the company are known: it told them, or the registers are all here and recent. */
export const isSancoesSabidas = (c: Caso): boolean => c.empresa.sancoes !== undefined || (c.sancoes != null && isCompleta(c.sancoes, c.hoje));

/** E2: a sanction in force on the day of the session that binds this body (Lei 14.133/2021, art. 14, III), by the profile and by CEIS and CNEP. */
export const e2Sancoes: AvaliaPortaoComum = (c) => {
  const perfil = c.empresa.sancoes;
  if (!perfil && !c.sancoes) return portao('E2', TITULO, 'nao_aferivel', 'O perfil não informa se há sanções: consulte CEIS, CNEP, TCU e CNJ.');
  const dia = diaDoInstante(fatoDe(c, 'sessao_abertura')?.valor ?? c.licitacao?.encerramentoPropostas ?? c.agora) ?? c.hoje;
  const lidas = listSancoes(c, dia);
  const certa = lidas.find((x) => !x.soAlerta && x.vigente && x.alcance === 'alcanca');
  if (certa) return portao('E2', TITULO, 'reprovado', `${certa.descricao}: vigente em ${formatDia(dia)} e alcança este órgão.`, { dados: [certa.dado] });
  const duvida = lidas.find((x) => !x.soAlerta && x.vigente !== false && (x.alcance === 'incerto' || (x.vigente === null && x.alcance === 'alcanca')));
  if (duvida && c.hipoteses.sancaoAlcanca !== false) {
    const dados = [duvida.dado];
    if (c.hipoteses.sancaoAlcanca) return portao('E2', TITULO, 'reprovado', `${duvida.descricao}: alcança este órgão.`, { dados });
    return portao('E2', TITULO, 'pendente', `${duvida.descricao}: falta saber se ainda vale e se alcança este órgão.`, {
      dados,
      incognitas: [{
        id: 'sancao_alcance', quemResponde: 'empresa', campoEmpresa: duvida.campo,
        texto: `A sanção aplicada por ${duvida.ente} estará vigente em ${formatDia(dia)} e alcança este órgão? Informe${duvida.campo === '/sancoes' ? ' no perfil a mesma sanção, com início,' : ''} fim, esfera, UF e município.`,
        boa: 'nao', sim: (x) => assume(x, { sancaoAlcanca: true }), nao: (x) => assume(x, { sancaoAlcanca: false }),
      }],
    });
  }
  const alerta = lidas.find((x) => x.vigente !== false && (x.alcance === 'alerta' || (x.soAlerta && x.alcance !== 'nao_alcanca')));
  if (alerta) return portao('E2', TITULO, 'condicionado', `${alerta.descricao}: ${alerta.soAlerta ? 'pode alcançar a empresa' : 'o alcance é controvertido ou de outro órgão'}; confirme antes de disputar.`, { dados: [alerta.dado] });
  return conclude(c, lidas);
};

/** Nothing that reaches this body: proved by recent registers or by the company's word, else nobody knows. */
function conclude(c: Caso, lidas: readonly SancaoNoCaso[]): ReturnType<AvaliaPortaoComum> {
  const perfil = c.empresa.sancoes;
  const dados: DadoUsado[] = [...(perfil ? [daEmpresa('/sancoes', perfil.length ? lidas.filter((x) => x.campo !== '/sancoes').map((x) => x.descricao).join('; ') : 'nenhuma')] : []), ...(c.sancoes?.fontes ?? []).map((f) => daFonte(f, lidas))];
  const idade = c.sancoes ? describeFontes(c) : '';
  const completa = c.sancoes != null && isCompleta(c.sancoes, c.hoje);
  if (!perfil && !completa) return portao('E2', TITULO, 'nao_aferivel', `${idade} O perfil não informa se há sanções: consulte CEIS, CNEP, TCU e CNJ.`, { dados });
  const doPerfil = perfil && (perfil.length ? 'As sanções informadas não estão vigentes na sessão ou não alcançam este órgão.' : 'A empresa informou que não tem sanções.');
  return portao('E2', TITULO, 'passou', [doPerfil, idade].filter(Boolean).join(' '), { dados });
}

const daFonte = ({ cadastro, data }: FonteSancoes, lidas: readonly SancaoNoCaso[]): DadoUsado =>
  ({ fonte: cadastro, campo: cadastro.toUpperCase(), valor: `${lidas.filter((x) => x.dado.fonte === cadastro).map((x) => x.descricao).join('; ') || 'nenhuma sanção que impeça de licitar'}; dados de ${formatDia(data)}` });

/** "CEIS de 20/11/2026 (há 3 dias) e CNEP …: nada que alcance este órgão." and what is old or missing. */
function describeFontes(c: Caso): string {
  const consulta = c.sancoes!;
  const show = (f: FonteSancoes): string => `${f.cadastro.toUpperCase()} de ${formatDia(f.data)} (${idadeDe(idadeEmDias(f, c.hoje))})`;
  const recentes = consulta.fontes.filter((f) => isRecente(consulta, f, c.hoje));
  const antigas = consulta.fontes.filter((f) => !recentes.includes(f));
  const ausentes = faltam(consulta);
  return [
    ...(recentes.length ? [`No ${recentes.map(show).join(' e no ')}, nada vigente que alcance este órgão.`] : []),
    ...(antigas.length ? [`Dados antigos, que já não provam nada: ${antigas.map(show).join(' e ')}; importe os atuais.`] : []),
    ...(ausentes.length ? [`Não foi importado: ${ausentes.map((x) => x.toUpperCase()).join(' e ')}.`] : []),
  ].join(' ');
}

const idadeDe = (dias: number): string => (dias === 0 ? 'do dia' : dias === 1 ? 'há 1 dia' : `há ${dias} dias`);
