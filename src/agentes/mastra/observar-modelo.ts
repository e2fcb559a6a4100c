import type { LanguageModelV4 } from '@ai-sdk/provider';

/** A model, and what happened in its last call: Mastra tells neither the text it could not read nor the error as it was. */
export interface ModeloObservado {
  readonly modelo: LanguageModelV4;
  /** Text of the last answer. */
  readonly texto: () => string;
  /** What the last call threw. */
  readonly falha: () => unknown;
}

/** The same model, watched. */
export function observeModelo(modelo: LanguageModelV4): ModeloObservado {
  let texto = '';
  let falha: unknown;
  const observado: LanguageModelV4 = {
    specificationVersion: 'v4', provider: modelo.provider, modelId: modelo.modelId, supportedUrls: modelo.supportedUrls,
    async doGenerate(opcoes) {
      falha = undefined;
      try {
        const r = await modelo.doGenerate(opcoes);
        texto = r.content.flatMap((c) => (c.type === 'text' ? [c.text] : [])).join('');
        return r;
      } catch (erro) {
        falha = erro;
        throw erro;
      }
    },
    doStream: (opcoes) => modelo.doStream(opcoes),
  };
  return { modelo: observado, texto: () => texto, falha: () => falha };
}
