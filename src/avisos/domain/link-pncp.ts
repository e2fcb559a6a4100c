const NUMERO = /^([0-9A-Z]{14})-1-(\d{6})\/(\d{4})$/;

/** PNCP's page of a tender, by its control number (`cnpj-1-sequencial/ano`); null when the number is none. */
export function linkPncp(numero: string | null): string | null {
  const [, cnpj, sequencial, ano] = NUMERO.exec(numero ?? '') ?? [];
  return cnpj && sequencial && ano ? `https://pncp.gov.br/app/editais/${cnpj}/${ano}/${Number(sequencial)}` : null;
}
