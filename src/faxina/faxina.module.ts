import { Module } from '@nestjs/common';
import { FaxinaService } from './faxina.service.js';

export { FaxinaService, type Faxina } from './faxina.service.js';

/** Erases on a schedule what nobody needs any more; only where jobs run. */
@Module({ providers: [FaxinaService] })
export class FaxinaModule {}
