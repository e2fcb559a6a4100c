import type { Sancao } from '../../../empresas/index.js';
import { addMeses, diaDoInstante, formatDia, lettersOf, type Dia } from '../../../kernel/index.js';
import { scopeSancao } from '../../habilitacao/sancoes.js';
import { daEmpresa, fatoDe, type Caso } from '../caso.js';
import { assume, portao, type AvaliaPortaoComum } from './avaliacao.js';

const TITULO = 'Nenhuma sanção vigente alcança este órgão';

type Alcance = 'alcanca' | 'alerta' | 'nao_alcanca' | 'incerto';

/** Longest and shortest terms in months: art. 156, §§ 4º and 5º, of Lei 14.133/2021; suspension, art. 87, III, of Lei 8.666/1993. */
const TERMO: Readonly<Record<Sancao['tipo'], { readonly minimo: number; readonly maximo: number | null }>> = {
  impedimento: { minimo: 0, maximo: 36 },
  inidoneidade: { minimo: 36, maximo: null },
  suspensao: { minimo: 0, maximo: 24 },
};

/** Is the sanction in force on the day? Null when its end is not known. */
export function isVigente(s: Sancao, dia: Dia): boolean | null {
  if (dia < s.inicio) return false;
  if (s.fim) return dia <= s.fim;
  const { minimo, maximo } = TERMO[s.tipo];
  if (maximo !== null && dia > addMeses(s.inicio, maximo)) return false;
  return dia <= addMeses(s.inicio, minimo) && minimo > 0 ? true : null;
}

/**
 * Whom the sanction binds, for blocking: `scopeSancao`, narrowed to what is certain. The suspension of Lei 8.666
 * (art. 87, III) is disputed beyond the very body that applied it; for state companies only the inidoneidade of the
 * Union, a State or the company itself blocks (Lei 13.303/2016, art. 38).
 */
export function reachOf(s: Sancao, c: Caso, dia: Dia): Alcance {
  const orgao = c.orgao.nome;
  if (orgao !== null && lettersOf(s.enteSancionador) === lettersOf(orgao)) return 'alcanca';
  if (s.tipo === 'suspensao') return 'alerta';
  if (c.regime === '13303') return s.tipo === 'inidoneidade' && (s.esfera === 'federal' || s.esfera === 'estadual') ? 'alcanca' : 'alerta';
  const { alcance } = scopeSancao({ ...s, fim: undefined }, c.orgao, dia, c.regime);
  return ({ impede: 'alcanca', indefinido: 'incerto', alerta: 'nao_alcanca', nao_alcanca: 'nao_alcanca' } as const)[alcance];
}

/** E2: a sanction in force on the day of the session that binds this body (Lei 14.133/2021, art. 14, III). */
export const e2Sancoes: AvaliaPortaoComum = (c) => {
  const sancoes = c.empresa.sancoes;
  if (!sancoes) return portao('E2', TITULO, 'nao_aferivel', 'O perfil não informa se há sanções: consulte CEIS, CNEP, TCU e CNJ.');
  const dia = diaDoInstante(fatoDe(c, 'sessao_abertura')?.valor ?? c.licitacao?.encerramentoPropostas ?? c.agora) ?? c.hoje;
  const lidas = sancoes.map((s, i) => ({ s, campo: `/sancoes/${i}`, vigente: isVigente(s, dia), alcance: reachOf(s, c, dia) }));
  const describe = (s: Sancao): string => `${NOME[s.tipo]} por ${s.enteSancionador}, ${s.fim ? `de ${formatDia(s.inicio)} a ${formatDia(s.fim)}` : `desde ${formatDia(s.inicio)}`}`;
  const certa = lidas.find((x) => x.vigente && x.alcance === 'alcanca');
  if (certa)
    return portao('E2', TITULO, 'reprovado', `${describe(certa.s)}: vigente em ${formatDia(dia)} e alcança este órgão.`, { dados: [daEmpresa(certa.campo, describe(certa.s))] });
  const duvida = lidas.find((x) => x.vigente !== false && (x.alcance === 'incerto' || (x.vigente === null && x.alcance === 'alcanca')));
  if (duvida && c.hipoteses.sancaoAlcanca !== false) {
    const dados = [daEmpresa(duvida.campo, describe(duvida.s))];
    if (c.hipoteses.sancaoAlcanca) return portao('E2', TITULO, 'reprovado', `${describe(duvida.s)}: alcança este órgão.`, { dados });
    return portao('E2', TITULO, 'pendente', `${describe(duvida.s)}: falta saber se ainda vale e se alcança este órgão.`, {
      dados,
      incognitas: [{
        id: 'sancao_alcance', quemResponde: 'empresa', campoEmpresa: duvida.campo,
        texto: `A sanção aplicada por ${duvida.s.enteSancionador} estará vigente em ${formatDia(dia)} e alcança este órgão? Informe fim, esfera, UF e município.`,
        boa: 'nao', sim: (x) => assume(x, { sancaoAlcanca: true }), nao: (x) => assume(x, { sancaoAlcanca: false }),
      }],
    });
  }
  const alerta = lidas.find((x) => x.vigente !== false && x.alcance === 'alerta');
  if (alerta)
    return portao('E2', TITULO, 'condicionado', `${describe(alerta.s)}: o alcance é controvertido ou de outro órgão; confirme antes de disputar.`, { dados: [daEmpresa(alerta.campo, describe(alerta.s))] });
  return portao('E2', TITULO, 'passou', sancoes.length ? 'As sanções informadas não estão vigentes na sessão ou não alcançam este órgão.' : 'A empresa informou que não tem sanções.', {
    dados: [daEmpresa('/sancoes', sancoes.length ? sancoes.map(describe).join('; ') : 'nenhuma')],
  });
};

const NOME: Readonly<Record<Sancao['tipo'], string>> = {
  impedimento: 'Impedimento de licitar aplicado', inidoneidade: 'Declaração de inidoneidade aplicada', suspensao: 'Suspensão temporária aplicada',
};
