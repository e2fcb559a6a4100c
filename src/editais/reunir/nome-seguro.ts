/** Absolute, with a drive, or climbing out with "..": names that must not be trusted. */
export const isNomeInseguro = (nome: string): boolean =>
  /^[/\\]|^[a-z]:/i.test(nome) || nome.includes('\0') || nome.split(/[/\\]/).includes('..');

/** Leftovers of operating systems: no document of anyone. */
export const isLixo = (nome: string): boolean => /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(nome);

/** Untrusted name made fit to show: no control or direction-changing characters, at most 300 characters. */
export const cleanNome = (nome: string): string => {
  const limpo = nome.normalize('NFC').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim();
  return limpo.length > 300 ? `${limpo.slice(0, 200)}…${limpo.slice(-90)}` : limpo || 'sem-nome';
};
