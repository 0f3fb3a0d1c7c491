import { Installation } from '@linkage/http';
import { PlatformRegistry } from '@linkage/platforms';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DEMO_PLACES, type DemoPlaces } from './about/demo-places';

export interface Surroundings {
  readonly installation: Installation;
  readonly platforms: PlatformRegistry;
  readonly places: DemoPlaces;
}

/** What every context may ask for besides the kernel, the vault and mail. */
@Global()
@Module({})
export class SurroundingsModule {
  static of({ installation, platforms, places }: Surroundings): DynamicModule {
    const providers = [
      { provide: Installation, useValue: installation },
      { provide: PlatformRegistry, useValue: platforms },
      { provide: DEMO_PLACES, useValue: places },
    ];
    return { module: SurroundingsModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
