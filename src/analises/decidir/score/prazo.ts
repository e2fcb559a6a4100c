import { lettersOf } from '../../../kernel/index.js';
import type { SubItem } from '../../domain/analise.js';
import { diasDisponiveis, fatoDe, prazoDe, type Caso } from '../caso.js';
import { daysOf } from '../caixa.js';
import { buildPlano } from '../plano/build-plano.js';
import { stepOf, subItem } from './sub-item.js';

/** Time to prepare, distance, time to deliver. */
export const prazo = (c: Caso): SubItem[] => [folga(c), distancia(c), entrega(c)];

function folga(c: Caso): SubItem {
  const titulo = 'Dias úteis até o fim do recebimento';
  const dias = diasDisponiveis(c);
  if (dias === null) return subItem('folga', titulo, 60, null, 'Não se sabe quantos dias úteis restam.');
  const { diasUteisNecessarios: usual, diasUteisMinimos: minimo = 0 } = buildPlano(c);
  const nota = dias < minimo ? 0 : dias < usual ? 45 : usual === 0 ? 100 : stepOf(-dias / usual, [[-2, 100], [-1.5, 90]], 75);
  return subItem('folga', titulo, 60, nota, `${dias === 1 ? 'Resta 1 dia útil' : `Restam ${dias} dias úteis`} e o caminho mais longo das tarefas leva ${usual}.`, fatoDe(c, 'propostas_fim') ?? fatoDe(c, 'sessao_abertura') ?? prazoDe(c, 'propostas')?.evidencias[0]);
}

function distancia(c: Caso): SubItem {
  const titulo = 'Distância do órgão';
  const { empresa: e, orgao: o } = c;
  if (!o.uf || (!e.uf && !e.ufsDeInteresse)) return subItem('distancia', titulo, 20, null, o.uf ? 'A empresa não informou onde está.' : 'Não se sabe onde fica o órgão.');
  if (e.uf === o.uf && e.municipio && o.municipio && lettersOf(e.municipio) === lettersOf(o.municipio)) return subItem('distancia', titulo, 20, 100, 'O órgão fica no município da empresa.');
  if (e.uf === o.uf) return subItem('distancia', titulo, 20, 85, `O órgão fica na UF da empresa (${o.uf}).`);
  if (e.ufsDeInteresse?.includes(o.uf)) return subItem('distancia', titulo, 20, 75, `${o.uf} está entre as UFs de interesse da empresa.`);
  return subItem('distancia', titulo, 20, e.ufsDeInteresse ? 25 : 50, `O órgão fica em outra UF (${o.uf})${e.ufsDeInteresse ? ', fora das de interesse da empresa' : ''}.`);
}

function entrega(c: Caso): SubItem {
  const titulo = 'Prazo de entrega ou de execução';
  const fato = fatoDe(c, 'prazo_execucao');
  if (!fato) return subItem('entrega', titulo, 20, null, 'Prazo de execução não encontrado no edital lido.');
  const dias = daysOf(fato.valor);
  return subItem('entrega', titulo, 20, stepOf(dias, [[2, 25], [5, 50], [10, 70], [20, 85]], 100), `Prazo de ${fato.valor.n} ${UNIDADE[fato.valor.unidade]}.`, fato);
}

const UNIDADE = { dias: 'dias', dias_uteis: 'dias úteis', meses: 'meses', horas: 'horas' } as const;
