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
  arquivo_cifrado: () => ({ codigo: 'arquivo_cifrado', motivo: 'O documento está protegido por senha. Envie uma cópia sem senha.' }),
  conjunto_grande: (limite: number) => ({ codigo: 'conjunto_grande', motivo: `Os arquivos juntos passam do limite de ${emMB(limite)}; este não foi lido.` }),
  nao_encontrado: () => ({ codigo: 'nao_encontrado', motivo: 'O arquivo não existe ou não pode ser aberto. Confira o caminho.' }),
  zip_bomba: () => ({ codigo: 'zip_bomba', motivo: 'O conteúdo se expande muito além do normal (possível bomba de descompressão) e não foi lido.' }),
  zip_caminho_inseguro: () => ({ codigo: 'zip_caminho_inseguro', motivo: 'O nome do arquivo dentro do ZIP aponta para fora dele e foi recusado.' }),
  zip_cifrado: () => ({ codigo: 'zip_cifrado', motivo: 'O arquivo dentro do ZIP está protegido por senha. Envie-o sem senha.' }),
  zip_corrompido: () => ({ codigo: 'zip_corrompido', motivo: 'O ZIP está truncado ou corrompido. Baixe o arquivo de novo.' }),
  zip_metodo: () => ({ codigo: 'zip_metodo', motivo: 'O arquivo foi comprimido no ZIP por um método que o ALICIT não abre. Extraia-o e envie-o solto.' }),
  zip_profundo: (niveis: number) => ({ codigo: 'zip_profundo', motivo: `Há ZIP dentro de ZIP além de ${niveis} níveis; este não foi aberto. Extraia-o e envie o conteúdo.` }),
  zip_muitas_entradas: (n: number) => ({ codigo: 'zip_muitas_entradas', motivo: `Os ZIPs têm mais de ${n} arquivos; os restantes não foram lidos.` }),
} as const satisfies Record<string, (n: number) => Recusa>;

const SEM_LEITOR: Partial<Record<TipoArquivo, string>> = {
  doc: 'Documento do Word antigo (.doc): ainda não é lido. Salve-o como PDF ou DOCX e envie de novo.',
  xls: 'Planilha do Excel antigo (.xls): ainda não é lida. Salve-a como XLSX ou PDF e envie de novo.',
  rtf: 'Documento RTF: ainda não é lido. Salve-o como PDF ou DOCX e envie de novo.',
  odt: 'Documento do LibreOffice (.odt): ainda não é lido. Salve-o como PDF ou DOCX e envie de novo.',
  rar: 'Arquivo RAR: ainda não é aberto. Extraia-o e envie o conteúdo.',
  '7z': 'Arquivo 7z: ainda não é aberto. Extraia-o e envie o conteúdo.',
  p7s: 'Assinatura digital (.p7s): não foi lida. Envie o documento assinado em PDF.',
  desconhecido: 'Formato não reconhecido pelo conteúdo: não foi lido.',
};

/** Types for which there is no reader; null when there is one. */
export function refuseTipo(tipo: TipoArquivo): Recusa | null {
  const motivo = SEM_LEITOR[tipo];
  return motivo === undefined ? null : { codigo: 'formato_nao_suportado', motivo };
}
