import { isOwnWorker } from './own-workers';

const page = 'https://linkage.example/creators';

describe('a worker that may be started', () => {
  it('is a file of the build', () =>
    expect(isOwnWorker('https://linkage.example/worker-ABC123_x.js', page)).toBe(true));
  it.each([
    'https://evil.example/worker-ABC123.js',
    'https://linkage.example/main-ABC123.js',
    'https://linkage.example/api/worker-ABC123.js',
    'https://linkage.example/worker-ABC123.js?x=1',
    'blob:https://linkage.example/worker-ABC123.js',
    'data:text/javascript,alert(1)',
    'javascript:alert(1)',
  ])('is not %s', (address) => expect(isOwnWorker(address, page)).toBe(false));
});
