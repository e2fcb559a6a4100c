import { Module } from '@nestjs/common';
import { AlertasService } from './alertas.service.js';

/** Alerts by webhook. Needs the database and the items of health, which are global. */
@Module({ providers: [AlertasService] })
export class AlertasModule {}
