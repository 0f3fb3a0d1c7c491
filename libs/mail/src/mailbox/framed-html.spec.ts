import { framedHtml } from './framed-html';

describe('a mail in its frame', () => {
  it('opens every link in a tab of its own, whatever the mail says', () => {
    expect(
      framedHtml('<A class="x" target="_top" rel="opener" href="https://a.example">a</A><area href="b"><abbr>x</abbr>'),
    ).toBe(
      '<A target="_blank" rel="noopener noreferrer" class="x" target="_top" rel="opener" href="https://a.example">a</A><area target="_blank" rel="noopener noreferrer" href="b"><abbr>x</abbr>',
    );
  });
});
