import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { Oficina } from './oficina.js';

/** The workshop of this process under its configuration. It closes last, when who gives it work has stopped. */
@Injectable()
export class OficinaService extends Oficina implements OnApplicationShutdown {
  constructor(@Inject(CONFIG) { oficina }: Config) {
    super(oficina);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
