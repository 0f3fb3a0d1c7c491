import { TestBed } from '@angular/core/testing';
import { ExportLink } from './export-link';

it('the file holds what the list is narrowed to, without its page', async () => {
  const fixture = TestBed.createComponent(ExportLink);
  fixture.componentRef.setInput('path', '/api/invitations/export');
  fixture.componentRef.setInput('parameters', { limit: 50, cursor: 'c', search: 'Zoë & co', status: 'active' });
  await fixture.whenStable();
  const link = (fixture.nativeElement as HTMLElement).querySelector('a');
  expect(link?.getAttribute('href')).toBe('/api/invitations/export?search=Zo%C3%AB+%26+co&status=active&bom=1');
  expect(link?.hasAttribute('download')).toBe(true);
});
