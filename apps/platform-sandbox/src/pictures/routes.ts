import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../sandbox';
import { draw, motifs } from './draw';
import { likeness } from './faces';
import type { Shape } from './links';
import type { Motif } from '../world/motif';

const fileName = /^(?:(avatar)|([\w-]{1,40})\.([a-z]{1,12})\.(\d{1,2}))-(16x9|4x5|9x16|1x1)-(\d{1,4})\.svg$/;
const isMotif = (name: string): name is Motif => Object.hasOwn(motifs, name);

/** Faces and posts, drawn when asked for: a picture is a function of its address. */
export async function pictureRoutes(app: FastifyInstance, { sandbox }: { sandbox: Sandbox }): Promise<void> {
  app.get<{ Params: { platform: string; person: string; file: string } }>(
    '/:platform/:person/:file',
    async (request, reply) => {
      const { platform, person, file } = request.params;
      const known = sandbox.world.person(platform, person);
      const [, avatar, post = '', motif = 'portrait', child = '0', shape, width] = fileName.exec(file) ?? [];
      if (!known || !shape || !isMotif(motif))
        return reply.code(404).type('text/plain').send('There is no such picture.');
      const look = avatar ? likeness(known) : { motif, face: undefined };
      const key = avatar ? `${person} avatar` : `${person} ${post} ${child}`;
      return reply
        .type('image/svg+xml')
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          'content-security-policy': "default-src 'none'",
          'cross-origin-resource-policy': 'cross-origin',
          'access-control-allow-origin': '*',
        })
        .send(draw(look.motif, key, shape as Shape, Math.min(2000, Math.max(16, Number(width))), look.face));
    },
  );
}
