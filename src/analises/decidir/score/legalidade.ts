import type { SubItem } from '../../domain/analise.js';
import type { Caso } from '../caso.js';
import { canBlock } from '../portoes/exigencias.js';
import { count } from '../palavras.js';
import { subItem } from './sub-item.js';

const findings = (violados: number, indicios: number): string =>
  [...(violados ? [count(violados, 'violação da lei', 'violações da lei')] : []), ...(indicios ? [count(indicios, 'indício de irregularidade', 'indícios de irregularidade')] : [])].join(' e ');

/** How sound the notice is: violations bring delays and disputes. Rules not read at the source do not count. */
export function legalidade(c: Caso): SubItem[] {
  const regras = c.verificacoes.filter(canBlock);
  if (!regras.length) return [subItem('regras', 'Conferência legal', 100, null, 'Nenhuma regra foi conferida.')];
  const aferidas = regras.filter((v) => v.resultado !== 'nao_aferivel');
  const cobertura = (100 * aferidas.length) / regras.length;
  const violados = aferidas.filter((v) => v.resultado === 'violado').length;
  const indicios = aferidas.filter((v) => v.resultado === 'indicio').length;
  const prova = aferidas.find((v) => v.resultado !== 'ok' && v.evidencias.length)?.evidencias[0];
  const motivo = `${findings(violados, indicios) || 'Nenhum problema'} em ${count(aferidas.length, 'regra conferida', 'regras conferidas')}.`;
  const faltam = regras.length - aferidas.length;
  return [
    ...(aferidas.length ? [subItem('regras', 'Conferência legal', cobertura, 100 - 25 * violados - 8 * indicios, motivo, prova)] : []),
    ...(faltam > 0 ? [subItem('regras_sem_dado', 'Conferência legal', 100 - cobertura, null, `${count(faltam, 'regra não pôde ser conferida', 'regras não puderam ser conferidas')}.`)] : []),
  ];
}
