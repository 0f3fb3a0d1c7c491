import { SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';

const PUBLIC = 'linkage:public';

/** This route (or all of this controller) needs no session. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

export const isPublic = (context: ExecutionContext, reflector: Reflector): boolean =>
  reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [context.getHandler(), context.getClass()]) === true;

/** The same question about a controller that is not running, for descriptions of the API. */
export const isPublicRoute = (controller: { prototype: object }, method: string): boolean => {
  const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, method)?.value;
  return [handler, controller].some(
    (target) => typeof target === 'function' && Reflect.getMetadata(PUBLIC, target) === true,
  );
};
