import { formatDinheiro } from '../../../kernel/index.js';
import { beneficiariaMeEpp } from '../../me-epp/empresa-beneficiaria.js';
import type { DadoUsado } from '../../domain/analise.js';
import { daEmpresa, type Caso } from '../caso.js';

export interface Enquadramento {
  /** Null: the profile does not tell enough. */
  readonly beneficiaria: boolean | null;
  readonly motivo: string;
  readonly dados: readonly DadoUsado[];
}

/** May the company use the treatment of LC 123/2006? With the fields of the profile that the answer stands on. */
export function readEnquadramento(c: Caso): Enquadramento {
  const assumido = c.hipoteses.beneficiaria;
  if (assumido !== undefined) return { beneficiaria: assumido, motivo: assumido ? 'A empresa é ME/EPP.' : 'A empresa não é ME nem EPP.', dados: [daEmpresa('/porte', assumido ? 'ME/EPP' : 'demais')] };
  const { resposta, motivo } = beneficiariaMeEpp(c.empresa);
  const { porte, naturezaJuridica, receitaBrutaAnual, contratosPublicosNoAno } = c.empresa;
  const money = (v: string | undefined): string | undefined => v && formatDinheiro(v);
  const usados = { '/porte': porte, '/naturezaJuridica': naturezaJuridica, '/receitaBrutaAnual': money(receitaBrutaAnual), '/contratosPublicosNoAno': money(contratosPublicosNoAno) };
  return {
    beneficiaria: resposta === 'indefinido' ? null : resposta === 'sim', motivo,
    dados: Object.entries(usados).flatMap(([campo, valor]) => (valor === undefined ? [] : [daEmpresa(campo, valor)])),
  };
}
