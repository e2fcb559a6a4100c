import { decimal, formatDinheiro } from '../../kernel/index.js';
import type { AvisoEmpresa } from './aviso-empresa.js';
import type { Empresa, Porte } from './empresa.js';

/** Gross revenue a year that each size may have, R$ (LC 123/2006, arts. 3º and 18-A). */
export const RECEITA_MAXIMA: Readonly<Record<Exclude<Porte, 'demais'>, string>> = { mei: '81000.00', me: '360000.00', epp: '4800000.00' };

const PERCENTUAIS = ['margemMinimaPct', 'tributosPct', 'custosIndiretosPct'] as const;

/** Statements of a profile that do not fit together. None is an error: the company may know better. */
export function checkEmpresa(e: Empresa): AvisoEmpresa[] {
  const avisos: AvisoEmpresa[] = [];
  const warn = (ponteiro: string, mensagem: string): number => avisos.push({ ponteiro, mensagem });
  if (e.porte && e.porte !== 'demais' && e.receitaBrutaAnual && decimal(e.receitaBrutaAnual).gt(RECEITA_MAXIMA[e.porte]))
    warn('/porte', `A receita bruta informada passa do limite de ${e.porte.toUpperCase()} (${formatDinheiro(RECEITA_MAXIMA[e.porte])}): confira o enquadramento.`);
  for (const campo of PERCENTUAIS) {
    const valor = e[campo];
    if (valor && decimal(valor).gt(0) && decimal(valor).lt(1)) warn(`/${campo}`, `O valor ${valor.replace('.', ',')} foi lido como percentual, menor que 1%: se era uma fração, multiplique por 100.`);
  }
  if (e.valorMin && e.valorMax && decimal(e.valorMin).gt(e.valorMax)) warn('/valorMin', 'O menor valor de interesse é maior que o maior: nenhuma licitação caberia.');
  e.documentos?.forEach((d, i) => {
    if (d.emissao && d.validade && d.validade < d.emissao) warn(`/documentos/${i}/validade`, 'A validade é anterior à emissão do documento.');
  });
  e.sancoes?.forEach((s, i) => {
    if (s.fim && s.fim < s.inicio) warn(`/sancoes/${i}/fim`, 'O fim da sanção é anterior ao início.');
  });
  return avisos;
}
