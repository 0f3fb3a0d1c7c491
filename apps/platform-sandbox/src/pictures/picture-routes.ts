import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { PICTURES } from '../faults';
import type { Sandbox } from '../sandbox';
import { draw, motifs } from './draw';
import { likeness } from './likeness';
import { hasEnded, type Shape } from './links';
import { failedPicture } from './picture-faults';
import { png } from './raster/png';
import { rasterise } from './raster/rasterise';
import type { Motif } from '../world/motif';

const fileName = /^(?:(avatar\d{0,4})|([\w-]{1,40})\.([a-z]{1,12})\.(\d{1,2}))-(16x9|4x5|9x16|1x1)-(\d{1,4})\.png$/;
const isMotif = (name: string): name is Motif => Object.hasOwn(motifs, name);
/** Wider ones are asked for, and would be as good for a real platform; here each is drawn. */
const WIDEST = 240;

/** Faces and posts, drawn when asked for: a picture is a function of its address. */
export async function pictureRoutes(
  app: FastifyInstance,
  { sandbox, holdMs }: { sandbox: Sandbox; holdMs: number },
): Promise<void> {
  app.get<{ Params: { platform: string; person: string; file: string }; Querystring: Record<string, unknown> }>(
    '/:platform/:person/:file',
    async (request, reply) => {
      const { platform, person, file } = request.params;
      const known = sandbox.world.person(platform, person);
      const [, avatar, post = '', motif = 'portrait', child = '0', shape, width] = fileName.exec(file) ?? [];
      const traits = sandbox.world.platforms.find(({ id }) => id === platform);
      if (!known || !traits || !shape || !isMotif(motif))
        return reply.code(404).type('text/plain').send('There is no such picture.');
      if (hasEnded(sandbox, traits.id, request.query)) return failedPicture('refused', reply, holdMs);
      const fault = sandbox.faults.take(traits.id, { host: PICTURES, path: request.url, person });
      const failed = fault && failedPicture(fault, reply, holdMs);
      if (failed) return failed;
      const tag = `"${createHash('sha256').update(file).digest('hex').slice(0, 32)}"`;
      if (request.headers['if-none-match'] === tag) return reply.code(304).header('etag', tag).send();
      const look = avatar ? likeness(known) : { motif, face: undefined };
      const key = avatar ? `${person} ${avatar}` : `${person} ${post} ${child}`;
      const drawn = draw(look.motif, key, shape as Shape, Math.min(WIDEST, Math.max(16, Number(width))), look.face);
      const whole = png(rasterise(drawn));
      return reply
        .type('image/png')
        .headers({
          etag: tag,
          'cache-control': 'public, max-age=31536000, immutable',
          'content-security-policy': "default-src 'none'",
        })
        .send(fault === 'cut' ? whole.subarray(0, whole.length / 2) : whole);
    },
  );
}
