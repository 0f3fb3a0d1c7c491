import { RouteConfig } from '@nestjs/platform-fastify';

/** How much a body may hold. */
export interface BodyBounds {
  readonly bytes: number;
  /** Values of objects and lists, all together. */
  readonly values: number;
  /** Objects and lists within one another. */
  readonly depth: number;
}

/** More than any form of ours needs. */
export const usualBounds: BodyBounds = { bytes: 16_384, values: 200, depth: 5 };

/** This route takes larger bodies than the usual 16 kB. */
export const TakesBody = (bounds: Partial<BodyBounds>): MethodDecorator =>
  RouteConfig({ bodyBounds: { ...usualBounds, ...bounds } });

/** The bounds in the configuration of a route. */
export const boundsOf = (config: object | undefined): BodyBounds =>
  (config as { readonly bodyBounds?: BodyBounds } | undefined)?.bodyBounds ?? usualBounds;

/** This route takes a form as well as JSON: platforms post forms. */
export const TakesForm = (): MethodDecorator => RouteConfig({ takesForm: true });

export const takesForm = (config: object | undefined): boolean =>
  (config as { readonly takesForm?: boolean } | undefined)?.takesForm === true;

/** This route takes whatever is posted, and reads nothing of it but a form. */
export const TakesAnyBody = (): MethodDecorator => RouteConfig({ takesForm: true, takesAnyBody: true });

export const takesAnyBody = (config: object | undefined): boolean =>
  (config as { readonly takesAnyBody?: boolean } | undefined)?.takesAnyBody === true;

/** This route takes its JSON as text, as it came: a signature is over that. */
export const TakesText = (): MethodDecorator => RouteConfig({ takesText: true });

export const takesText = (config: object | undefined): boolean =>
  (config as { readonly takesText?: boolean } | undefined)?.takesText === true;
