export function vagueIn(text: string): string | undefined;
export function paragraphsOf(document: string): string[];
export function textsOf(template: string): string[];
