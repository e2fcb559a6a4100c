import { isCnpj } from '../../../src/kernel/index.js';

/** Valid check digits, invented holders. */
export const AURORA = { nome: 'AURORA DO NORTE COMERCIO E SERVICOS LTDA', cnpj: '11222333000181', mascara: '11.222.333/0001-81', raiz: '11.222.333' } as const;
export const FILIAL = { ...AURORA, cnpj: '11222333000262', mascara: '11.222.333/0002-62' } as const;
export const OUTRA = { nome: 'BOREAL ENGENHARIA S.A.', cnpj: '11444777000161', mascara: '11.444.777/0001-61', raiz: '11.444.777' } as const;
/** Alphanumeric, in force since July 2026. */
export const LETRAS = { nome: 'NOVA ERA SISTEMAS LTDA', cnpj: '12ABC34501DE35', mascara: '12.ABC.345/01DE-35', raiz: '12.ABC.345' } as const;

for (const e of [AURORA, FILIAL, OUTRA, LETRAS]) if (!isCnpj(e.cnpj)) throw new Error(`CNPJ de teste inválido: ${e.cnpj}`);
