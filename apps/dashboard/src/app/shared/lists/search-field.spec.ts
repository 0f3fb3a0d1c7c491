import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { SearchField } from './search-field';

/** Longer than the field waits for more letters. */
const RESTS = 1_000;

describe('the search of a list', () => {
  let field: ComponentFixture<SearchField>;
  let told: string[];
  const input = (): HTMLInputElement => (field.nativeElement as HTMLElement).querySelector('input') as HTMLInputElement;
  const type = (text: string): void => {
    input().value = text;
    input().dispatchEvent(new Event('input'));
  };
  const address = (value: string): void => {
    field.componentRef.setInput('value', value);
    field.detectChanges();
  };

  beforeEach(() => {
    vi.useFakeTimers();
    field = TestBed.createComponent(SearchField);
    field.componentRef.setInput('label', 'Search invites');
    field.componentRef.setInput('hint', 'Name or e-mail');
    told = [];
    field.componentInstance.changed.subscribe((text) => told.push(text));
    address('');
  });
  afterEach(() => vi.useRealTimers());

  it('leaves what is being typed when its own word comes back', () => {
    type('yuna ');
    vi.advanceTimersByTime(RESTS);
    expect(told).toEqual(['yuna']);
    address('yuna');
    expect(input().value).toBe('yuna ');
    type('yuna park');
    address('yuna');
    expect(input().value).toBe('yuna park');
  });

  it('leaves it also when several of its words are still on their way', () => {
    type('yu');
    vi.advanceTimersByTime(RESTS);
    type('yuna');
    vi.advanceTimersByTime(RESTS);
    type('yuna p');
    address('yu');
    address('yuna');
    expect(input().value).toBe('yuna p');
  });

  it('tells a word again that the address still has, while another is on its way there', () => {
    address('yuna');
    type('misaki');
    vi.advanceTimersByTime(RESTS);
    type('yuna');
    vi.advanceTimersByTime(RESTS);
    expect(told).toEqual(['misaki', 'yuna']);
    address('misaki');
    address('yuna');
    expect(input().value).toBe('yuna');
    type('yuna ');
    vi.advanceTimersByTime(RESTS);
    expect(told).toHaveLength(2);
  });

  it('shows what comes from elsewhere, such as Back or Clear filters', () => {
    type('yuna');
    vi.advanceTimersByTime(RESTS);
    address('yuna');
    address('');
    expect(input().value).toBe('');
    address('yuna');
    expect(input().value).toBe('yuna');
  });
});
