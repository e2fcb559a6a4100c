import type { TipoArquivo } from '../domain/documento.js';

/** Why something was not read: a stable code and a Portuguese sentence that says what to do. */
export interface Recusa {
  readonly codigo: string;
  readonly motivo: string;
}

const emMB = (bytes: number): string => `${Math.round(bytes / (1024 * 1024))} MB`;

export const RECUSAS = {
  arquivo_vazio: () => ({ codigo: 'arquivo_vazio', motivo: 'O arquivo está vazio (0 bytes). Baixe-o de novo.' }),
  arquivo_grande: (limite: number) => ({ codigo: 'arquivo_grande', motivo: `O arquivo passa do limite de ${emMB(limite)} e não foi lido.` }),
  arquivo_com_senha: () => ({ codigo: 'arquivo_com_senha', motivo: 'O arquivo compactado está protegido por senha. Extraia-o com a senha e envie o conteúdo.' }),
  assinatura_corrompida: () => ({ codigo: 'assinatura_corrompida', motivo: 'A assinatura digital (.p7s) está truncada ou corrompida. Baixe o arquivo de novo ou envie o documento sem ela.' }),
  assinatura_sem_conteudo: () => ({ codigo: 'assinatura_sem_conteudo', motivo: 'Este arquivo é só a assinatura digital: o documento assinado vem em outro arquivo. Nada a fazer, se ele foi enviado.' }),
  arquivo_cifrado: () => ({ codigo: 'arquivo_cifrado', motivo: 'O documento está protegido por senha. Envie uma cópia sem senha.' }),
  conjunto_grande: (limite: number) => ({ codigo: 'conjunto_grande', motivo: `Os arquivos juntos passam do limite de ${emMB(limite)}; este não foi lido.` }),
  nao_encontrado: () => ({ codigo: 'nao_encontrado', motivo: 'O arquivo não existe ou não pode ser aberto. Confira o caminho.' }),
  compactado_corrompido: () => ({ codigo: 'compactado_corrompido', motivo: 'O arquivo compactado está truncado ou corrompido. Baixe o arquivo de novo.' }),
  compactado_em_partes: (parte: number) => ({ codigo: 'compactado_em_partes', motivo: `Este arquivo é ${parte ? `a parte ${parte}` : 'uma das partes'} de um arquivo compactado dividido em várias. Junte ${parte === 1 ? 'a parte 2 e as seguintes' : 'todas as partes, da primeira à última'}, extraia e envie o conteúdo.` }),
  compactado_memoria: () => ({ codigo: 'compactado_memoria', motivo: 'O arquivo compactado exige memória demais para ser aberto. Extraia-o e envie o conteúdo.' }),
  compactado_metodo: () => ({ codigo: 'compactado_metodo', motivo: 'O arquivo foi comprimido por um método que o ALICIT não abre. Extraia-o e envie o conteúdo.' }),
  zip_bomba: () => ({ codigo: 'zip_bomba', motivo: 'O conteúdo se expande muito além do normal (possível bomba de descompressão) e não foi lido.' }),
  zip_caminho_inseguro: () => ({ codigo: 'zip_caminho_inseguro', motivo: 'O nome do arquivo dentro do compactado aponta para fora dele e foi recusado.' }),
  zip_cifrado: () => ({ codigo: 'zip_cifrado', motivo: 'O arquivo dentro do ZIP está protegido por senha. Envie-o sem senha.' }),
  zip_corrompido: () => ({ codigo: 'zip_corrompido', motivo: 'O ZIP está truncado ou corrompido. Baixe o arquivo de novo.' }),
  zip_metodo: () => ({ codigo: 'zip_metodo', motivo: 'O arquivo foi comprimido no ZIP por um método que o ALICIT não abre. Extraia-o e envie-o solto.' }),
  zip_profundo: (niveis: number) => ({ codigo: 'zip_profundo', motivo: `Há arquivo compactado dentro de outro além de ${niveis} níveis; este não foi aberto. Extraia-o e envie o conteúdo.` }),
  zip_muitas_entradas: (n: number) => ({ codigo: 'zip_muitas_entradas', motivo: `Os arquivos compactados têm mais de ${n} arquivos; os restantes não foram lidos.` }),
} as const satisfies Record<string, (n: number) => Recusa>;

const SEM_LEITOR: Partial<Record<TipoArquivo, string>> = {
  desconhecido: 'Formato não reconhecido pelo conteúdo: não foi lido.',
};

/** Types for which there is no reader; null when there is one. */
export function refuseTipo(tipo: TipoArquivo): Recusa | null {
  const motivo = SEM_LEITOR[tipo];
  return motivo === undefined ? null : { codigo: 'formato_nao_suportado', motivo };
}
