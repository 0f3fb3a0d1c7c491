import fc from 'fast-check';
import { MinHeap } from './min-heap';

describe('the earliest of many', () => {
  it('comes first, whatever is added, moved back and removed meanwhile', () => {
    const steps = fc.array(
      fc.oneof(fc.record({ add: fc.nat(50) }), fc.record({ moveBy: fc.nat(20) }), fc.constant('remove' as const)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const [heap, list] = [new MinHeap<{ at: number }>((a, b) => a.at - b.at), [] as { at: number }[]];
        for (const step of all) {
          const first = heap.first;
          if (step === 'remove') {
            heap.removeFirst();
            if (first) list.splice(list.indexOf(first), 1);
          } else if ('add' in step) {
            const item = { at: step.add };
            heap.add(item);
            list.push(item);
          } else if (first) {
            first.at += step.moveBy;
            heap.firstMoved();
          }
          expect(heap.first?.at).toBe(list.length === 0 ? undefined : Math.min(...list.map(({ at }) => at)));
        }
      }),
    );
  });
});
