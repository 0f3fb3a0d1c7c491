/** Templates are imported as text: esbuild and jest both give the file's content. */
declare module '*.hbs' {
  const text: string;
  export default text;
}
