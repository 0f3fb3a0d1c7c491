/** Shown in the place of a browser app that is not there. */
export const notBuilt = (app: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Linkage: not built yet</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>
<h1>The ${app} is not built yet</h1>
<p>The server runs, but there are no pages to show. In the folder of Linkage run <code>npm start</code>, which builds what is missing, or <code>npm run build</code>, and start again.</p>
</body>
</html>
`;
