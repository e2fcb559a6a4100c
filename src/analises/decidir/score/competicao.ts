import type { SubItem } from '../../domain/analise.js';
import type { Caso, Unidade } from '../caso.js';
import { readEnquadramento } from '../portoes/beneficiaria.js';
import { readReserva } from '../portoes/e4-me-epp.js';
import { subItem } from './sub-item.js';

/** How open the dispute is to this company. Past prices and winners have no source yet: they stay uncovered. */
export function competicao(c: Caso, u: Unidade): SubItem[] {
  const titulo = 'Benefício a ME/EPP';
  const reserva = readReserva(c, u);
  const { beneficiaria } = readEnquadramento(c);
  const historico = subItem('historico', 'Preços e concorrentes anteriores', 50, null, 'Sem histórico de resultados deste órgão.');
  const sabe = reserva.tipo !== 'desconhecida' && reserva.tipo !== 'incerta' && beneficiaria !== null;
  if (!sabe) return [subItem('beneficio', titulo, 50, null, beneficiaria === null ? 'O perfil não informa o porte.' : reserva.motivo), historico];
  const nota = beneficiaria ? { exclusiva: 95, parcial: 85, ampla: 70 }[reserva.tipo] : { exclusiva: 0, parcial: 50, ampla: 60 }[reserva.tipo];
  const motivo = beneficiaria ? `${reserva.motivo} A empresa tem preferência no empate ficto (LC 123/2006, arts. 44 e 45).` : `${reserva.motivo} A empresa não tem o benefício.`;
  return [subItem('beneficio', titulo, 50, nota, motivo, reserva.evidencias[0]), historico];
}
