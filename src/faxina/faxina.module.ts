import { Module } from '@nestjs/common';
import { VetoresModule } from '../vetores/vetores.module.js';
import { ArmazemModule } from '../workflows/workflows.module.js';
import { FaxinaService } from './faxina.service.js';

export { FaxinaService, type Faxina } from './faxina.service.js';

/** Erases on a schedule what nobody needs any more; only where jobs run. */
@Module({ imports: [VetoresModule, ArmazemModule], providers: [FaxinaService] })
export class FaxinaModule {}
