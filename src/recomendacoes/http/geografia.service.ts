import { Injectable } from '@nestjs/common';
import { MotorService } from '../motor/motor.service.js';
import { createGeografia, type Geografia } from '../ordenar/geografia.js';

/** Where every município is: read once by a process, when it is first asked for. */
@Injectable()
export class GeografiaService {
  private lida: Promise<Geografia> | undefined;

  constructor(private readonly motor: MotorService) {}

  get(): Promise<Geografia> {
    this.lida ??= this.motor.municipios().then(createGeografia).catch((erro: unknown) => {
      this.lida = undefined;
      throw erro;
    });
    return this.lida;
  }
}
