import type { Dia } from '../../kernel/index.js';
import { judgeTitular, type Pertenca } from './alcance.js';
import type { DocumentoEmpresa, Empresa } from './empresa.js';
import { feedPerfil, type AvisoDoPerfil, type PapelLido } from './feed-perfil.js';
import { toDocumentoEmpresa } from './fill-dados.js';
import { mergeDocumentos } from './merge-documentos.js';
import { situacaoDe, type SituacaoDocumento } from './situacao-documento.js';

/** A paper, whose it is and how it stands on a day. */
export interface PapelConferido extends PapelLido {
  readonly pertenca: Pertenca;
  readonly situacao: SituacaoDocumento;
  /** As the profile takes it; null when it does not count or is of no kind. */
  readonly documento: DocumentoEmpresa | null;
}

export interface PerfilComPapeis {
  readonly empresa: Empresa;
  readonly papeis: readonly PapelConferido[];
  readonly avisos: readonly AvisoDoPerfil[];
}

/** Papers of a folder into a profile: its documents, then the fields the person left out. Several of a kind all stand; the one that lasts longest is the one that counts. */
export function mergePapeis(perfil: Empresa, papeis: readonly PapelLido[], hoje: Dia): PerfilComPapeis {
  const conferidos = papeis.map((p): PapelConferido => {
    const pertenca = judgeTitular(p.leitura, perfil.cnpj);
    const doc = toDocumentoEmpresa(p.leitura);
    return { ...p, pertenca, situacao: situacaoDe(doc, hoje, pertenca), documento: pertenca.conta && p.leitura.tipo !== 'outro' ? doc : null };
  });
  const { empresa, avisos } = feedPerfil(perfil, papeis);
  const documentos = conferidos.flatMap((p) => p.documento ?? []);
  return { empresa: mergeDocumentos(empresa, documentos), papeis: conferidos, avisos: [...avisos, ...repetidos(conferidos)] };
}

/** Kinds that a company has one of at a time. */
const UNICOS: ReadonlySet<string> = new Set(['cnd_federal', 'crf_fgts', 'cndt', 'certidao_falencia', 'cartao_cnpj', 'certidao_simplificada', 'sicaf']);

function repetidos(papeis: readonly PapelConferido[]): AvisoDoPerfil[] {
  const porTipo = Map.groupBy(papeis.filter((p) => p.documento && UNICOS.has(p.leitura.tipo)), (p) => p.leitura.tipo);
  return [...porTipo.values()].filter((g) => g.length > 1).map((g) => {
    const valem = g.filter((p) => p.documento!.resultado !== 'positiva');
    const melhor = valem.length ? valem.reduce((a, b) => ((b.documento!.validade ?? '') > (a.documento!.validade ?? '') ? b : a)) : null;
    return { codigo: 'mais_de_um', ponteiro: '/documentos', mensagem: `Há ${g.length} documentos do tipo ${g[0]!.leitura.titulo} (${g.map((p) => p.arquivo).join(', ')}): ${melhor ? `conta o que vale por mais tempo, ${melhor.arquivo}` : 'nenhum atende'}.`, evidencia: null };
  });
}
