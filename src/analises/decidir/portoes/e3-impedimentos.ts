import { daEmpresa } from '../caso.js';
import { portao, type AvaliaPortaoComum } from './avaliacao.js';

const TITULO = 'Nenhum impedimento do art. 14 da Lei 14.133/2021';

/** E3: only the company knows it and only its own word fails it. Silence is a declaration still to be made. */
export const e3Impedimentos: AvaliaPortaoComum = ({ empresa: { semImpedimentosArt14: sem } }) => {
  if (sem === undefined) return portao('E3', TITULO, 'nao_aferivel', 'A empresa ainda não declarou que não incide nos impedimentos do art. 14.');
  const dados = [daEmpresa('/semImpedimentosArt14', sem ? 'sim' : 'não')];
  return sem
    ? portao('E3', TITULO, 'passou', 'A empresa declarou que não incide nos impedimentos.', { dados })
    : portao('E3', TITULO, 'reprovado', 'A própria empresa declarou que incide em impedimento do art. 14.', { dados });
};
