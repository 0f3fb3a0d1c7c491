import type { About } from '@linkage/contracts';
import { CLOCK } from '@linkage/event-sourcing';
import { Installation, Public } from '@linkage/http';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ServerClock } from '../clock/server-clock';
import { DEMO_PLACES, type DemoPlaces } from './demo-places';

/** Where the clock stands within this much of the true time, it runs true. */
const UNNOTICEABLE_MS = 1_000;

@ApiTags('about')
@Public()
@Controller('about')
export class AboutController {
  constructor(
    private readonly installation: Installation,
    @Inject(CLOCK) private readonly clock: ServerClock,
    @Inject(DEMO_PLACES) private readonly places: DemoPlaces,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'What a browser must know of this installation' })
  about(): About {
    const movedBy = Math.round(this.clock.movedBy);
    return {
      mode: this.installation.mode,
      registration: this.installation.registration,
      sendsMail: this.installation.sendsMail,
      now: this.clock.now().toISOString(),
      clockMovedBy: Math.abs(movedBy) < UNNOTICEABLE_MS ? 0 : movedBy,
      ...this.places,
    };
  }
}
