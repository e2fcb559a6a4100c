/** Absolute, with a drive, or climbing out with "..": names that must not be trusted. */
export const isNomeInseguro = (nome: string): boolean =>
  /^[/\\]|^[a-z]:/i.test(nome) || nome.includes('\0') || nome.split(/[/\\]/).includes('..');

/** Leftovers of operating systems: no document of anyone. */
export const isLixo = (nome: string): boolean => /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._|~\$[^/]{1,200}\.(?:doc|xls|ppt)\w?$|\.~lock\.)/i.test(nome);

/** Named as one part of an archive cut in several ("x.7z.002", "x.r01", "x.z01", "x.part2.rar"): only the first part can be told by its bytes. */
export const isNomeDeParte = (nome: string): boolean => /\.(?:(?:7z|zip|rar)\.\d{2,4}|part\d{1,4}\.rar|[rz]\d{2})$/i.test(nome);

/** Name given to what lies inside a digital signature; the notice that it was not verified looks for it. */
export const DOCUMENTO_ASSINADO = 'documento assinado';

/** Untrusted name made fit to show: no control or direction-changing characters, at most 300 characters. */
export const cleanNome = (nome: string): string => {
  const limpo = nome.toWellFormed().normalize('NFC').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim();
  return limpo.length > 300 ? `${limpo.slice(0, 200)}…${limpo.slice(-90)}` : limpo || 'sem-nome';
};
