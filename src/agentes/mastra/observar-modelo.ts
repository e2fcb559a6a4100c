import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';

/** A model, and what happened in its last call: Mastra tells neither the text it could not read nor the error as it was. */
export interface ModeloObservado {
  readonly modelo: LanguageModelV4;
  /** Text of the last answer. */
  readonly texto: () => string;
  /** What the last call threw. */
  readonly falha: () => unknown;
}

/** Mastra writes the time into each message of a prompt: without it, equal questions are equal bytes. */
const withoutRelogio = (prompt: LanguageModelV4Prompt): LanguageModelV4Prompt =>
  JSON.parse(JSON.stringify(prompt, (chave, valor: unknown) => (chave === 'providerOptions' ? dropMastra(valor) : valor))) as LanguageModelV4Prompt;

function dropMastra(opcoes: unknown): unknown {
  if (typeof opcoes !== 'object' || opcoes === null) return opcoes;
  const resto = Object.entries(opcoes).filter(([k]) => k !== 'mastra');
  return resto.length ? Object.fromEntries(resto) : undefined;
}

export function observeModelo(modelo: LanguageModelV4): ModeloObservado {
  let texto = '';
  let falha: unknown;
  const observado: LanguageModelV4 = {
    specificationVersion: 'v4', provider: modelo.provider, modelId: modelo.modelId, supportedUrls: modelo.supportedUrls,
    async doGenerate(opcoes: LanguageModelV4CallOptions) {
      falha = undefined;
      try {
        const r = await modelo.doGenerate({ ...opcoes, prompt: withoutRelogio(opcoes.prompt) });
        texto = r.content.flatMap((c) => (c.type === 'text' ? [c.text] : [])).join('');
        return r;
      } catch (erro) {
        falha = erro;
        throw erro;
      }
    },
    doStream: (opcoes) => modelo.doStream({ ...opcoes, prompt: withoutRelogio(opcoes.prompt) }),
  };
  return { modelo: observado, texto: () => texto, falha: () => falha };
}
