/** What stands in a field of a form now, also where a password manager has put it there without telling the page. */
export const filledIn = (form: HTMLFormElement, name: string): string => {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement ? control.value : '';
};
